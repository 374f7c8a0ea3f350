using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class StandardsBodyTests
{
    private static readonly StandardsBody Body = new(new() { UnitCost = 10, Enough = 0.95 });

    [TestCase(0.0)]
    [TestCase(0.5)]
    public void Apply_UnitCostForEachFirm_ClosesTwoThirdsOfTheGap(double standards)
    {
        World world = Aid.World(purse: 100);
        for (int i = 0; i < 9; i++) Worlds.AddFirm(world); // 10 for each
        world.Clusters.Association[0].Standards = standards;
        Aid.Apply(world, Body);
        Assert.That(world.Clusters.Association[0].Standards, Is.EqualTo(1 - (1 - standards) / Math.E).Within(1e-12));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(90).Within(1e-12));
    }

    [TestCase(0, 0.0)]
    [TestCase(3, 0.95)]
    public void Apply_NoFirmsOrEnoughStandards_CostsNothing(int firms, double standards)
    {
        World world = Aid.World(purse: 100);
        for (int i = 0; i < firms; i++) Worlds.AddFirm(world);
        world.Clusters.Association[0].Standards = standards;
        Aid.Apply(world, Body);
        Assert.That((world.Programmes.Spent[0], world.Clusters.Association[0].Standards), Is.EqualTo((0.0, standards)));
    }
}
