using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class OffshoringCoordinationTests
{
    private static readonly OffshoringCoordination Help = new(new() { UnitCost = 15, Gain = 0.01 });

    [Test]
    public void Apply_FirmsThatProduceAbroad_GainManagementAndALine()
    {
        World world = Aid.World(purse: 100);
        int abroad = Worlds.AddFirm(world), home = Worlds.AddFirm(world), full = Worlds.AddFirm(world);
        world.Firms.Offshored[abroad] = world.Firms.Offshored[full] = 0.3;
        world.Firms.Pipelines[full] = 4;
        Aid.Apply(world, Help);
        Assert.That(new[] { abroad, home, full }.Select(firm => (world.Firms.Managerial[firm], world.Firms.Competence[firm], world.Firms.Pipelines[firm])),
            Is.EqualTo(new[] { (0.01, 0.01, (byte)1), (0, 0, (byte)0), (0, 0, (byte)4) }));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(15).Within(1e-12));
    }

    [Test]
    public void Apply_MoreFirmsThanMoney_HelpsNoMoreThanItCanPay()
    {
        World world = Aid.World(purse: 51); // three
        for (int i = 0; i < 50; i++) world.Firms.Offshored[Worlds.AddFirm(world)] = 0.3;
        Aid.Apply(world, Help);
        Assert.That(world.Programmes.Helped[0], Is.InRange(1, 3));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(15 * world.Programmes.Helped[0]).Within(1e-12));
    }

    [Test]
    public void Apply_NobodyAbroad_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        Worlds.AddFirm(world);
        Aid.Apply(world, Help);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
    }
}
