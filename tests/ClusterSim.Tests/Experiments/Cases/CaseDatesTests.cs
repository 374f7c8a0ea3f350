using ClusterSim.Experiments.Cases;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Cases;

/// <summary>Case statistics that compare dates: lives of clusters, and capital after exits.</summary>
public sealed class CaseDatesTests
{
    /// <summary>Growth at month 60, and what came of it; read at month 240.</summary>
    [TestCase(new[] { 60 }, new[] { Stage.Growth }, 1, 1)]
    [TestCase(new[] { 60, 90 }, new[] { Stage.Growth, Stage.Maturity }, 1, 1)]
    [TestCase(new[] { 60, 119 }, new[] { Stage.Growth, Stage.Decline }, 0, 0)]
    [TestCase(new[] { 60, 120 }, new[] { Stage.Growth, Stage.Decline }, 1, 0)]
    [TestCase(new[] { 60, 90, 110, 146 }, new[] { Stage.Growth, Stage.Maturity, Stage.Renewal, Stage.Growth }, 1, 1)] // from 146 on
    [TestCase(new[] { 60, 90, 110 }, new[] { Stage.Growth, Stage.Maturity, Stage.Renewal }, 0, 0)] // renewal is neither
    [TestCase(new[] { 60, 120, 200 }, new[] { Stage.Growth, Stage.Decline, Stage.Maturity }, 1, 0)] // not yet five years again
    public void Cluster_OfALife_IsFiveYearsOfGrowthOrMaturity(int[] months, Stage[] stages, double ever, double standing)
    {
        World world = Worlds.Empty(2);
        world.Tick = 240;
        for (int i = 0; i < months.Length; i++)
        {
            int row = world.StageChanges.Append();
            world.StageChanges.Cluster[row] = world.Cluster(1, 0);
            world.StageChanges.Tick[row] = months[i];
            world.StageChanges.To[row] = stages[i];
        }
        Assert.That(Read(world, "cluster", 1), Is.EqualTo(ever));
        Assert.That(Read(world, "standing-cluster", 1), Is.EqualTo(standing));
        Assert.That(Read(world, "cluster", 0), Is.Zero);
    }

    [Test]
    public void CapitalAfterExits_WithoutAFund_SaysNothing()
    {
        World world = Sold(60);
        Assert.That(Read(world, "capital-after-exits", 0), Is.NaN);
        Assert.That(Read(world, "venture-funds", 0), Is.Zero);
    }

    [TestCase(60, 59, 0)]
    [TestCase(60, 60, 1)]
    [TestCase(60, 90, 1)]
    [TestCase(-1, 90, 0)] // capital came and no firm had been sold
    public void CapitalAfterExits_WithAFund_ComparesTheDates(int sold, int founded, double expected)
    {
        World world = Sold(sold);
        int fund = world.Investors.Append();
        world.Investors.Kind[fund] = InvestorKind.VentureFund;
        world.Investors.Region[fund] = 0;
        world.Investors.FoundedAt[fund] = founded;
        Assert.That(Read(world, "capital-after-exits", 0), Is.EqualTo(expected));
        Assert.That(Read(world, "venture-funds", 0), Is.EqualTo(1));
        Assert.That(Read(world, "venture-funds", 1), Is.Zero);
    }

    private static World Sold(int month)
    {
        World world = Worlds.Empty(2);
        int firm = Worlds.AddFirm(world, region: 0);
        if (month < 0) return world;
        world.Firms.ClosedAt[firm] = month;
        world.Firms.Closure[firm] = Closure.Acquisition;
        return world;
    }

    private static double Read(World world, string statistic, int region) => CaseStatistics.Measure(world, new Probe(statistic, world.RegionNames[region], 240));
}
