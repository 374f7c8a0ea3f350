using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class CommunityTests
{
    /// <summary>Norms belong to people: three thousand live in the first region and a thousand in the second.</summary>
    [Test]
    public void Norms_OfTheCountry_WeighRegionsByTheirPeople()
    {
        World world = Measures.World();
        world.Regions.Population[0] = 3_000;
        AssertMean("trust", world.Regions.Trust.Span);
        AssertMean("dispute-share", world.Regions.DisputeShare.Span);
        AssertMean("entrepreneurial-culture", world.Regions.Culture.Span);
        AssertMean("protection", world.Regions.Protection.Span);

        void AssertMean(string name, Span<double> column)
        {
            (column[0], column[1]) = (0.2, 0.6);
            Measures.AssertFocal(world, name, 0.2, 0.6, 0.3);
        }
    }

    [Test]
    public void Association_OfAKnownWorld_IsReadByActivityAndWeighedByFirms()
    {
        World world = Measures.World();
        world.Clusters.Association[world.Cluster(0, 0)] = new Association { Members = 2, Goodwill = 0.03, Standards = 0.9 };
        world.Clusters.Association[world.Cluster(1, 0)] = new Association { Members = 1, Goodwill = 0.06, Standards = 0.3 };
        world.Clusters.Association[world.Cluster(1, 1)] = new Association { Members = 50, Goodwill = 5, Standards = 5 };
        Measures.AssertFocal(world, "members", 2, 1, 3);
        Measures.AssertFocal(world, "goodwill", 0.03, 0.06, 0.04);
        Measures.AssertFocal(world, "standards", 0.9, 0.3, 0.7);
    }

    [Test]
    public void Counters_OfClusters_AreReadByActivity()
    {
        Measures.AssertCounter("learnt-at-forums", world => world.Clusters.LearntAtForums.Span);
        Measures.AssertCounter("joint-developments", world => world.Clusters.JointDevelopments.Span);
    }
}
