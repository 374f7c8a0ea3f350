using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class AccessRoadTests
{
    private static readonly AccessRoad Road = new(new() { UnitCost = 2, Delay = 36 });

    [TestCase(0.3, 90)]
    [TestCase(0.98, 40)] // what is left to full, for a thousand people
    [TestCase(1, 0)]
    public void Apply_Money_BuildsAsMuchAsIsMissingAndOpensItLater(double infrastructure, double paid)
    {
        World world = Aid.World(purse: 100);
        world.Regions.Infrastructure[0] = infrastructure;
        Aid.Apply(world, Road);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(paid).Within(1e-9));
        Assert.That(world.Regions.Infrastructure[0], Is.EqualTo(infrastructure), "nothing is open yet");
        Aid.Month(world, Road, purse: 0);
        Assert.That(world.Regions.Infrastructure[0], Is.EqualTo(infrastructure + paid / 2_000 / 36).Within(1e-12));
        for (int month = 0; month < 600; month++) Road.Continue(world, 0);
        Assert.That(world.Regions.Infrastructure[0], Is.EqualTo(infrastructure + paid / 2_000).Within(1e-6), "also when the money has ended");
    }

    [Test]
    public void Apply_WorkUnderWay_IsNotBegunASecondTime()
    {
        World world = Aid.World(purse: 100);
        world.Regions.Infrastructure[0] = 0.98;
        Aid.Apply(world, Road);
        Aid.Month(world, Road, purse: 100);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(40).Within(1e-9));
    }
}
