using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class LabourTests
{
    [Test]
    public void Counters_OfClusters_AreReadByActivity()
    {
        Measures.AssertCounter("job-moves", world => world.Clusters.JobMoves.Span);
        Measures.AssertCounter("person-months", world => world.Clusters.PersonMonths.Span);
        Measures.AssertCounter("lay-offs", world => world.Clusters.LayOffs.Span);
        Measures.AssertCounter("arrivals", world => world.Clusters.Arrivals.Span);
    }

    [Test]
    public void Wage_OfTheCountry_WeighsByPersonMonths()
    {
        World world = Measures.World();
        int first = world.Cluster(0, 0), second = world.Cluster(1, 0);
        (world.Clusters.Wages[first], world.Clusters.PersonMonths[first]) = (300, 100);
        (world.Clusters.Wages[second], world.Clusters.PersonMonths[second]) = (700, 100);
        Measures.AssertFocal(world, "wage", 36, 84, 60);
    }

    [Test]
    public void Skill_OfTheCountry_WeighsByStaff()
    {
        World world = Measures.World();
        world.Firms.Payroll[0].SkillSum = 4 * 1.5; // 4 and 12 in the first region, 8 in the second
        world.Firms.Payroll[2].SkillSum = 8 * 1.6;
        Measures.AssertFocal(world, "skill", 18 / 16.0, 1.6, 30.8 / 24);
    }

    [Test]
    public void RegionalStocks_OfAKnownWorld_AreTheRegions()
    {
        World world = Measures.World();
        (world.Regions.Unemployed[0], world.Regions.Unemployed[1]) = (5, 6);
        (world.Regions.Population[0], world.Regions.Population[1]) = (3_000, 1_000);
        (world.Regions.Rent[0], world.Regions.Rent[1]) = (1.4, 1);
        Measures.AssertFocal(world, "unemployed", 5, 6, 11);
        Measures.AssertFocal(world, "population", 3_000, 1_000, 4_000);
        Measures.AssertFocal(world, "rent", 1.4, 1, 1.3); // weighted by people
    }
}
