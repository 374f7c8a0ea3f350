using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class ExternalPipelinesTests
{
    private const int Firms = 1_500;

    /// <summary>A queue of at most four lines, one opened or lost at a time: in the long run each number of lines is
    /// opening/loss times as likely as the one below, of two things that happen by the month.</summary>
    [TestCase(10, 1)]
    [TestCase(40, 2)]   // the root of size
    [TestCase(0, 0.3)]  // the floor
    public void Step_LongRun_LeavesFirmsWithLinesAsABirthAndDeathProcess(int staff, double factor)
    {
        const double opening = 0.6, loss = 0.9;
        int[] lines = LinesAfter(new() { Opening = opening, Loss = loss, Learning = 0 }, months: 300, staff, openness: 1);
        double up = 1 - Math.Exp(-opening * factor / 12), down = 1 - Math.Exp(-loss / 12);
        // Opened, then lost, within a month: up without loss against down without opening; a full house opens nothing.
        double ratio = up * (1 - down) / (down * (1 - up)), last = up * (1 - down) / down;
        double[] weight = [1, ratio, ratio * ratio, ratio * ratio * ratio, ratio * ratio * ratio * last];
        Assert.That(lines, Has.All.InRange(0, 4));
        for (int count = 0; count <= 4; count++)
        {
            double share = weight[count] / weight.Sum();
            Assert.That(lines.Count(number => number == count), Is.EqualTo(Firms * share).Within(4 * Math.Sqrt(Firms * share * (1 - share))), $"{count} lines");
        }
    }

    [Test]
    public void Step_ClosedRegion_OpensNoLine() => Assert.That(LinesAfter(new() { Opening = 1 }, months: 24, staff: 10, openness: 0), Has.All.Zero);

    [Test]
    public void Step_Lines_BringTheirFirmTowardPartnersAroundTheFrontier()
    {
        World world = Worlds.Empty(2);
        world.Activities.Frontier[0][2] = 1;
        for (int i = 0; i < Firms; i++) world.Firms.Pipelines[Worlds.AddFirm(world, staff: 0)] = 1;
        int without = Worlds.AddFirm(world, region: 1);
        Worlds.Step(world, new ExternalPipelines(new() { Opening = 0, Loss = 0, Learning = 0.5, Convergence = 0.2, Spread = 0.4 }));
        Knowledge[] moved = [.. world.Firms.Knowledge.Span.ToArray().Where(k => k[2] != 0)];
        Assert.That(moved, Has.Length.EqualTo(Firms / 2).Within(4 * Math.Sqrt(Firms * 0.25)));
        Assert.That(world.Clusters.PipelineVisits[0], Is.EqualTo(moved.Length));
        Assert.That(world.Firms.Knowledge[without][2], Is.Zero);
        double deviation = 0.2 * 0.4 / Math.Sqrt(Knowledge.Dimensions);
        Assert.That(moved.Average(k => k[2]), Is.EqualTo(0.2).Within(4 * deviation / Math.Sqrt(moved.Length)));
        Assert.That(moved.Average(k => k[5] * k[5]), Is.EqualTo(deviation * deviation).Within(4 * deviation * deviation * Math.Sqrt(2.0 / moved.Length)));
    }

    private static int[] LinesAfter(ExternalPipelines.Parameters parameters, int months, int staff, double openness)
    {
        World world = Worlds.Empty();
        world.Regions.Openness[0] = openness;
        for (int i = 0; i < Firms; i++) world.Firms.Payroll[Worlds.AddFirm(world, staff: 0)].Headcount = staff;
        var mechanism = new ExternalPipelines(parameters);
        for (world.Tick = 0; world.Tick < months; world.Tick++) Worlds.Step(world, mechanism);
        return [.. world.Firms.Pipelines.Span.ToArray().Select(lines => (int)lines)];
    }
}
