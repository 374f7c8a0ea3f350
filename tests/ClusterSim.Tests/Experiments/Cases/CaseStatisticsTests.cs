using ClusterSim.Experiments.Cases;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Cases;

/// <summary>Worlds of a few firms, in which every case statistic is a small fraction.</summary>
public sealed class CaseStatisticsTests
{
    private static double Measure(World world, string statistic, string region = "place-1") => CaseStatistics.Measure(world, new Probe(statistic, region, 240));

    /// <summary>Region 1: a pioneer of 20, its child of 10, its grandchild of 5 and a stranger of 15. Region 2: one of 25.</summary>
    private static World Valley()
    {
        World world = Worlds.Empty(2);
        world.Tick = 240;
        Firms firms = world.Firms;
        int pioneer = Worlds.AddFirm(world, staff: 20), child = Worlds.AddFirm(world, staff: 10), grandchild = Worlds.AddFirm(world, staff: 5);
        Worlds.AddFirm(world, staff: 15);
        Worlds.AddFirm(world, region: 1, staff: 25);
        firms.Origin[pioneer] = Origin.Inward;
        (firms.Origin[child], firms.Root[child], firms.Generation[child]) = (Origin.SpinOff, pioneer, 1);
        (firms.Origin[grandchild], firms.Root[grandchild], firms.Generation[grandchild]) = (Origin.DisplacedFounder, pioneer, 2);
        (world.Clusters.Jobs[0], world.Clusters.Jobs[1], world.Activities.Jobs[0]) = (50, 25, 75);
        return world;
    }

    [TestCase("top-region", 1, 0)]
    [TestCase("share-of-industry", 2 / 3.0, 1 / 3.0)]
    [TestCase("share-of-industry-40", 1, 0)]
    [TestCase("descendants-share", 35 / 50.0, 0)]
    [TestCase("second-generation-spin-offs", 1, 0)]
    [TestCase("displaced-founder-share", 1 / 4.0, 0)]
    [TestCase("mean-size", 12.5, 25)]
    [TestCase("top-firm-share", 20 / 50.0, 1)]
    public void Measure_OfTheValley_IsTheHandCount(string statistic, double first, double second)
    {
        World world = Valley();
        Assert.That(Measure(world, statistic), Is.EqualTo(first).Within(1e-15));
        Assert.That(Measure(world, statistic, "place-2"), Is.EqualTo(second).Within(1e-15));
    }

    /// <summary>Two regions, two activities: 50 and 6 jobs in the first, 25 and 4 in the second.</summary>
    [Test]
    public void Measure_OfAllActivities_AddsThemUp()
    {
        World world = Worlds.Empty(2, 2);
        (world.Clusters.Jobs[world.Cluster(0, 0)], world.Clusters.Jobs[world.Cluster(0, 1)], world.Clusters.Jobs[world.Cluster(1, 0)], world.Clusters.Jobs[world.Cluster(1, 1)]) = (50, 6, 25, 4);
        (world.Activities.Jobs[0], world.Activities.Jobs[1]) = (75, 10);
        world.Programmes.Append();
        world.Programmes.Append();
        (world.Programmes.Spent[0], world.Programmes.Spent[1]) = (30, 12);
        Assert.That((Measure(world, "jobs-in-all-activities"), Measure(world, "jobs-elsewhere"), Measure(world, "jobs-elsewhere-and-half")), Is.EqualTo((56.0, 29.0, 57.0)));
        world.Country.FocalRegion[0] = -1; // the country needs no region
        Assert.That((Measure(world, "jobs-of-the-country", ""), Measure(world, "policy-spending", "")), Is.EqualTo((85.0, 42.0)));
    }

    [Test]
    public void TopRegion_WithATie_IsNobody()
    {
        World world = Valley();
        world.Clusters.Jobs[1] = 50;
        Assert.That((Measure(world, "top-region"), Measure(world, "top-region", "place-2")), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void Measure_OfUnknownNamesOrNoFocalRegion_IsRefusedOrZero()
    {
        World world = Valley();
        Assert.That(() => Measure(world, "top-regoin"), Throws.ArgumentException);
        Assert.That(() => Measure(world, "top-region", "nowhere"), Throws.ArgumentException);
        world.Country.FocalRegion[0] = -1;
        Assert.That(Measure(world, "top-region", ""), Is.Zero);
        world.Country.FocalRegion[0] = 0;
        Assert.That(Measure(world, "top-region", ""), Is.EqualTo(1));
    }
}
