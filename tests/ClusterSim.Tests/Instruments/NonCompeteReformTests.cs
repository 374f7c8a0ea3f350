using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class NonCompeteReformTests
{
    private static readonly NonCompeteReform Reform = new(new() { Target = 0.1, YearlyCost = 60, Delay = 12 });

    [TestCase(100, 0.5, 5, 0.5 - 0.4 / 12)]
    [TestCase(5, 0.5, 0, 0.5)]      // 4.5 do not pay a month of it
    [TestCase(100, 0.05, 0, 0.05)]  // freer than aimed at
    [TestCase(100, 0.1, 0, 0.1)]
    public void Apply_AMonth_ClosesATwelfthOfTheGapIfItIsPaid(double purse, double before, double paid, double after)
    {
        World world = Aid.World(purse);
        world.Regions.NonCompete[0] = before;
        Aid.Apply(world, Reform);
        Assert.That(world.Regions.NonCompete[0], Is.EqualTo(after).Within(1e-12));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(paid).Within(1e-12));
        Reform.End(world, 0);
        Assert.That(world.Regions.NonCompete[0], Is.EqualTo(after).Within(1e-12), "a law outlasts its reform");
    }
}
