using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class LinksTests
{
    [Test]
    public void LocalSupplyShare_OfTheCountry_WeighsByWhatIsBought()
    {
        World world = Measures.World();
        int first = world.Cluster(0, 0), second = world.Cluster(1, 0);
        (world.Clusters.Inputs[first], world.Clusters.LocalInputs[first]) = (30, 15);
        (world.Clusters.Inputs[second], world.Clusters.LocalInputs[second]) = (70, 0);
        Measures.AssertFocal(world, "local-supply-share", 0.5, 0, 0.15);
    }

    [Test]
    public void TrustedLinks_OfAKnownWorld_AreThoseAboveSixTenthsPerFirm()
    {
        World world = Measures.World();
        Worlds.AddSupplier(world, 0, 3, 0.61f);
        Worlds.AddSupplier(world, 1, 3, 0.6f);
        Worlds.AddSupplier(world, 2, 3, 0.9f);
        Measures.AssertFocal(world, "trusted-links", 0.5, 1, 2 / 3.0);
    }
}
