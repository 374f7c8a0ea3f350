using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class TurnoverTests
{
    [Test]
    public void Counters_OfClusters_AreReadByActivity()
    {
        Measures.AssertCounter("entries", world => world.Clusters.Entries.Span);
        Measures.AssertCounter("exits", world => world.Clusters.Exits.Span);
        Measures.AssertCounter("applications", world => world.Clusters.Applications.Span);
    }

    [Test]
    public void SpinOffsSoFar_OfClusters_AreReadByActivity() =>
        Measures.AssertCounter(new Model.Indicators.SpinOffsSoFar().Name, world => world.Clusters.SpinOffsBorn.Span);

    [Test]
    public void FundedShare_OfTheCountry_WeighsRegionsByTheirApplicants()
    {
        World world = Measures.World();
        (world.Regions.Applicants[0], world.Regions.Funded[0]) = (8, 2);
        (world.Regions.Applicants[1], world.Regions.Funded[1]) = (2, 2);
        Measures.AssertFocal(world, "funded-share", 0.25, 1, 0.4);
    }

    [Test]
    public void Generations_OfAKnownWorld_AreTheMeanOverLivingFirms()
    {
        World world = Measures.World();
        (world.Firms.Generation[0], world.Firms.Generation[1], world.Firms.Generation[2]) = (0, 3, 6);
        Measures.AssertFocal(world, "generations", 1.5, 6, 3);
    }
}
