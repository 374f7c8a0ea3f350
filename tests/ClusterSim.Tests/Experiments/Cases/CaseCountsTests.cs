using ClusterSim.Experiments.Cases;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Cases;

/// <summary>Case statistics of firms, work and lives, each a hand count.</summary>
public sealed class CaseCountsTests
{
    private static double Measure(World world, string statistic, string region = "place-1") => CaseStatistics.Measure(world, new Probe(statistic, region, 240));

    /// <summary>Region 1: an academic firm of 60, its child of 10, a displaced founder's of 10; one that closed at six, one at sixteen.</summary>
    private static World Town()
    {
        World world = Worlds.Empty(2);
        world.Tick = 240;
        Firms firms = world.Firms;
        int academic = Worlds.AddFirm(world, staff: 60, age: 180), child = Worlds.AddFirm(world, staff: 10, age: 60), displaced = Worlds.AddFirm(world, staff: 10, age: 120);
        int young = Worlds.AddFirm(world, staff: 5, age: 200), old = Worlds.AddFirm(world, staff: 5, age: 240);
        Worlds.AddFirm(world, region: 1, staff: 20);
        firms.Origin[academic] = Origin.Academic;
        (firms.Origin[child], firms.Root[child]) = (Origin.SpinOff, academic);
        firms.Origin[displaced] = Origin.DisplacedFounder;
        (firms.ClosedAt[young], firms.ClosedAt[old]) = (firms.FoundedAt[young] + 72, firms.FoundedAt[old] + 192);
        world.RefreshFirms();
        world.Activities.Firms[0] = 4;
        return world;
    }

    [TestCase("share-of-firms", 3 / 4.0, 1 / 4.0)]
    [TestCase("laboratory-founder-share", 2 / 5.0, 0)]
    [TestCase("academic-lineage-share", 2 / 3.0, 0)]
    [TestCase("ten-year-survival", 3 / 4.0, 1)]
    [TestCase("share-above-50", 1 / 3.0, 0)]
    [TestCase("exit-rate", 2 / (15 + 5 + 10 + 6 + 16.0), 0)]
    public void Measure_OfTheTown_IsTheHandCount(string statistic, double first, double second)
    {
        World world = Town();
        Assert.That(Measure(world, statistic), Is.EqualTo(first).Within(1e-12));
        Assert.That(Measure(world, statistic, "place-2"), Is.EqualTo(second).Within(1e-12));
    }

    [Test]
    public void Jobs_OfAFirmWithAThirdAbroad_AreSplitByWhatIsLeft()
    {
        World world = Worlds.Empty(1);
        int firm = Worlds.AddFirm(world, staff: 40);
        world.Firms.Offshored[firm] = 0.2; // 40 of 50 are at home: 20 design and 30 - 10 make
        world.Firms.Sales[firm] = 50;
        Assert.That(Measure(world, "design-jobs"), Is.EqualTo(20).Within(1e-12));
        Assert.That(Measure(world, "production-jobs"), Is.EqualTo(20).Within(1e-12));
        Assert.That(Measure(world, "sales"), Is.EqualTo(50));
    }

    [Test]
    public void LearntFromMovers_IsTheirShare_AndSaysNothingBefore()
    {
        World world = Worlds.Empty(1);
        Assert.That(Measure(world, "learnt-from-movers-share"), Is.NaN);
        (world.Clusters.LearntFromMovers[0], world.Clusters.LearntFromSuppliers[0]) = (3, 1);
        (world.Clusters.Innovations[0], world.Clusters.Jobs[0]) = (12, 70);
        Assert.That(Measure(world, "learnt-from-movers-share"), Is.EqualTo(0.75));
        Assert.That(Measure(world, "innovations"), Is.EqualTo(12));
        Assert.That(Measure(world, "jobs"), Is.EqualTo(70));
    }

    [Test]
    public void SupplyLinks_AreCountedPerFirm()
    {
        World world = Worlds.Empty(1);
        int linked = Worlds.AddFirm(world);
        Worlds.AddFirm(world);
        world.Firms.SupplierCount[linked] = 1;
        Assert.That(Measure(world, "supply-links"), Is.EqualTo(0.5));
    }

    /// <summary>Stages from month 60 on, read at month 240.</summary>
    [TestCase(new[] { 60, 120 }, new[] { Stage.Maturity, Stage.Renewal }, 0, 1, 0, 0)]
    [TestCase(new[] { 60, 120 }, new[] { Stage.Growth, Stage.Decline }, 1, 0, 1, 10)]
    [TestCase(new[] { 60, 120, 180 }, new[] { Stage.Growth, Stage.Decline, Stage.Maturity }, 1, 0, 0, 10)] // a flat spell ends no decline
    [TestCase(new[] { 60, 120, 180, 204 }, new[] { Stage.Decline, Stage.Renewal, Stage.Growth, Stage.Decline }, 1, 0, 1, 3)]
    [TestCase(new[] { 60, 120 }, new[] { Stage.Decline, Stage.Dissolved }, 1, 0, 1, 15)]
    public void Stages_OfALife_TellDeclineAndRenewal(int[] months, Stage[] stages, double declined, double renewed, double inDecline, double years)
    {
        World world = Worlds.Empty(1);
        world.Tick = 240;
        for (int i = 0; i < months.Length; i++)
        {
            int row = world.StageChanges.Append();
            world.StageChanges.Tick[row] = months[i];
            world.StageChanges.From[row] = i == 0 ? Stage.None : stages[i - 1];
            world.StageChanges.To[row] = world.Clusters.Stage[0] = stages[i];
        }
        Assert.That(Measure(world, "declined"), Is.EqualTo(declined));
        Assert.That(Measure(world, "renewed"), Is.EqualTo(renewed));
        Assert.That(Measure(world, "in-decline"), Is.EqualTo(inDecline));
        Assert.That(Measure(world, "decline-years"), Is.EqualTo(years));
    }

    [TestCase(90, 5, 1.0, 0.9, 1, 1)]
    [TestCase(89, 4, 1.0, 0.89, 0, 0)]
    [TestCase(50, 5, 0.99, 0.5, 0, 0)]
    public void Peak_AndCore_AreReadOffTheMemoryAndTheQuotient(int jobs, int firms, double quotient, double overPeak, double nearPeak, double core)
    {
        World world = Worlds.Empty(1);
        world.Clusters.Memory[0].Peak = 100;
        (world.Clusters.Jobs[0], world.Clusters.Firms[0], world.Clusters.LocationQuotient[0]) = (jobs, firms, quotient);
        Assert.That(Measure(world, "jobs-over-peak"), Is.EqualTo(overPeak).Within(1e-12));
        Assert.That(Measure(world, "near-peak"), Is.EqualTo(nearPeak));
        Assert.That(Measure(world, "core"), Is.EqualTo(core));
    }

    [TestCase(-1, double.NaN)]
    [TestCase(126, 10.5)]
    public void EmbryonicYear_IsThatOfTheFirstTime(int month, double expected)
    {
        World world = Worlds.Empty(1);
        world.Clusters.EmbryonicAt[0] = month;
        Assert.That(Measure(world, "embryonic-year"), Is.EqualTo(expected));
    }
}
