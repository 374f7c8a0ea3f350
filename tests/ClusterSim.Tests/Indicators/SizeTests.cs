using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class SizeTests
{
    [Test]
    public void JobsAndFirms_OfAKnownWorld_AreCounted()
    {
        World world = Measures.World();
        Measures.AssertFocal(world, "jobs", 16, 8, 24);
        Measures.AssertFocal(world, "firms", 2, 1, 3);
    }

    [Test]
    public void Counters_OfClusters_AreReadByActivity()
    {
        Measures.AssertCounter("vacancies", world => world.Clusters.Vacancies.Span);
        Measures.AssertCounter("sales", world => world.Clusters.Sales.Span);
    }

    [Test]
    public void LocationQuotient_OfTheCountry_IsOne()
    {
        World world = Measures.World();
        world.Clusters.LocationQuotient[world.Cluster(0, 0)] = 1.3;
        world.Clusters.LocationQuotient[world.Cluster(1, 0)] = 0.7;
        Measures.AssertFocal(world, "location-quotient", 1.3, 0.7, 1);
    }

    [Test]
    public void LargestFirmShare_OfAKnownWorld_IsTheLargestOverAllJobs() =>
        Measures.AssertFocal(Measures.World(), "largest-firm-share", 12 / 16.0, 1, 12 / 24.0);
}
