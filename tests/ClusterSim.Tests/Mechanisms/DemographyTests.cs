using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class DemographyTests
{
    private const int Retirement = 65 * 12;

    [Test]
    public void Step_EndOfTheYear_RetiresThoseOf65AndNobodyYounger()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 3), jobless = Worlds.AddWorker(world), young = Worlds.AddWorker(world);
        world.Workers.BornAt[1] = world.Workers.BornAt[jobless] = -Retirement;
        world.Workers.BornAt[0] = world.Workers.BornAt[young] = 1 - Retirement;
        ulong oldest = world.Workers.Lineage[1];
        Worlds.Step(world, new Demography());
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(2));
        Assert.That(world.Regions.Unemployed[0], Is.EqualTo(1));
        Assert.That(world.Workers.Count, Is.EqualTo(3));
        Assert.That(world.Workers.Lineage.Span.ToArray(), Has.None.EqualTo(oldest));
    }

    [Test]
    public void Step_TheLastOfAFirm_WorksOn()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 2);
        world.Workers.BornAt.Span.Fill(-2 * Retirement);
        Worlds.Step(world, new Demography());
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(1));
    }

    [Test]
    public void Step_RowsDropped_LeaveTheStaffListsWhole()
    {
        World world = Worlds.Empty();
        for (int i = 0; i < 5; i++) Worlds.AddFirm(world, staff: 6);
        for (int worker = 0; worker < 30; worker += 4) world.Workers.BornAt[worker] = -Retirement;
        HashSet<ulong> staying = [.. Enumerable.Range(0, 30).Where(worker => worker % 4 != 0).Select(worker => world.Workers.Lineage[worker])];
        Worlds.Step(world, new Demography());
        var listed = new List<ulong>();
        for (int firm = 0; firm < 5; firm++)
            for (int worker = world.Firms.Payroll[firm].FirstWorker, before = -1; worker >= 0; before = worker, worker = world.Workers.Job[worker].Next)
            {
                Assert.That(world.Workers.Job[worker].Employer, Is.EqualTo(firm));
                Assert.That(world.Workers.Job[worker].Previous, Is.EqualTo(before));
                listed.Add(world.Workers.Lineage[worker]);
            }
        Assert.That(listed, Is.EquivalentTo(staying));
    }
}
