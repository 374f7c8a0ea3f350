using ClusterSim.Model.Instruments;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class BroadbandTests
{
    private static readonly Broadband Lines = new(new() { UnitCost = 0.3, Delay = 24 });

    [TestCase(0, 90)]
    [TestCase(0.9, 30)]
    [TestCase(1, 0)]
    public void Apply_Money_WiresWhatIsMissingAndSwitchesItOnLater(double digital, double paid)
    {
        World world = Aid.World(purse: 100);
        world.Regions.Digital[0] = digital;
        Aid.Apply(world, Lines);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(paid).Within(1e-9));
        Assert.That(world.Regions.Digital[0], Is.EqualTo(digital));
        Aid.Month(world, Lines, purse: 0);
        Assert.That(world.Regions.Digital[0], Is.EqualTo(digital + paid / 300 / 24).Within(1e-12));
    }

    [Test]
    public void Nearness_OfTwoWiredRegions_RisesAndOfOneDoesNot()
    {
        World world = Aid.World(purse: 0, regions: 2);
        int here = Worlds.AddFirm(world), there = Worlds.AddFirm(world, region: 1);
        var spillover = new KnowledgeSpillover(new() { VirtualNetworks = 0 });
        double before = spillover.Nearness(world, here, there);
        world.Regions.Digital[0] = 0.4;
        Assert.That(spillover.Nearness(world, here, there), Is.EqualTo(before));
        world.Regions.Digital[1] = 0.5;
        Assert.That(spillover.Nearness(world, here, there), Is.EqualTo(0.4 + 0.6 * before).Within(1e-12));
    }
}
