using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class CapitalTests
{
    [Test]
    public void RiskCapital_OfAKnownWorld_IsTheRegions()
    {
        World world = Measures.World();
        (world.Regions.RiskCapital[0], world.Regions.RiskCapital[1]) = (40, 2);
        Measures.AssertFocal(world, "risk-capital", 40, 2, 42);
    }

    [Test]
    public void Cash_OfAKnownWorld_IsTheMeanOfAFirm()
    {
        World world = Measures.World();
        (world.Firms.Books[0].Cash, world.Firms.Books[1].Cash, world.Firms.Books[2].Cash) = (-10, 30, 70);
        Measures.AssertFocal(world, "cash", 10, 70, 30);
    }

    [Test]
    public void Counters_OfClusters_AreReadByActivity()
    {
        Measures.AssertCounter("risk-money", world => world.Clusters.RiskMoney.Span);
        Measures.AssertCounter("deals", world => world.Clusters.Deals.Span);
        Measures.AssertCounter("policy-spending", world => world.Clusters.PolicySpending.Span);
    }
}
