using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class IpReformTests
{
    private static readonly IpReform Reform = new(new() { Target = 0.9, YearlyCost = 60, Delay = 12 });

    [TestCase(100, 0.5, 5, 0.5 + 0.4 / 12)]
    [TestCase(5, 0.5, 0, 0.5)]      // 4.5 do not pay a month of it
    [TestCase(100, 0.95, 0, 0.95)]  // more than aimed at
    public void Apply_AMonth_ClosesATwelfthOfTheGapIfItIsPaid(double purse, double before, double paid, double after)
    {
        World world = Aid.World(purse);
        world.Regions.ProtectionOfLaw[0] = before;
        Aid.Apply(world, Reform);
        Assert.That(world.Regions.ProtectionOfLaw[0], Is.EqualTo(after).Within(1e-12));
        Assert.That(world.Regions.Protection[0], Is.EqualTo(0.5), "people follow over half a generation");
        Assert.That(world.Programmes.Received[0], Is.EqualTo(paid).Within(1e-12));
    }
}
