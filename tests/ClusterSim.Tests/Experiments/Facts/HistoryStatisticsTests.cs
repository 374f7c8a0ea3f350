using ClusterSim.Experiments.Facts;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

/// <summary>One year of a small country, by hand.</summary>
public sealed class HistoryStatisticsTests
{
    private const int Year = 26; // the first that counts

    private static World Country(int regions, params (int Region, int Staff, double LogWage)[] firms)
    {
        World world = Worlds.Empty(regions);
        world.Tick = 12 * Year;
        foreach ((int region, int staff, double wage) in firms) world.Firms.LogWage[Worlds.AddFirm(world, region, staff: staff)] = wage;
        world.Activities.Jobs[0] = firms.Sum(firm => firm.Staff);
        return world;
    }

    private static Dictionary<string, double> Observe(World world, int years = Year)
    {
        var statistics = new HistoryStatistics();
        statistics.ObserveYear(world, years);
        statistics.Finish(world);
        return statistics.Values;
    }

    [Test]
    public void EllisonGlaeser_OfThreeFirmsInTwoRegions_IsTheFormulaOf1997()
    {
        World world = Country(2, (0, 30, 0), (0, 20, 0), (1, 10, 0));
        (world.Regions.Population[0], world.Regions.Population[1]) = (700, 300);
        // [sum (s - x)^2 - (1 - sum x^2) sum z^2] / [(1 - sum x^2)(1 - sum z^2)]
        double g = 2 * Math.Pow(5 / 6.0 - 0.7, 2), places = 1 - 0.49 - 0.09, plants = (900 + 400 + 100) / 3600.0;
        Assert.That(Observe(world)["ellison-glaeser"], Is.EqualTo((g - places * plants) / (places * (1 - plants))).Within(1e-12));
    }

    [Test]
    public void WageElasticity_OfThreeRegions_IsTheSlopeOfLogWageOnLogJobs()
    {
        World world = Country(4, (0, 10, 0.1), (1, 15, 0.1), (1, 5, 0.5), (2, 40, 0.3), (3, 4, 9));
        // ln 10, ln 20 and ln 40 against 0.1, 0.2 (weighted by staff) and 0.3; the last region has fewer than five jobs.
        Assert.That(Observe(world)["wage-elasticity"], Is.EqualTo(0.1 / Math.Log(2)).Within(1e-12));
        Assert.That(Observe(world)["largest-firm-share"], Is.EqualTo(40 / 74.0).Within(1e-12));
    }

    [Test]
    public void Rates_OverTwoYears_CountWhatChanged()
    {
        World world = Country(2, (0, 10, 0), (1, 10, 0));
        var statistics = new HistoryStatistics();
        (world.Clusters.Entries[0], world.Clusters.Exits[1], world.Clusters.JobMoves[0], world.Clusters.PersonMonths[0]) = (50, 30, 400, 9_000);
        world.Tick = 12 * (Year - 1);
        statistics.ObserveYear(world, 50);
        (world.Clusters.Entries[0], world.Clusters.Exits[1], world.Clusters.JobMoves[0], world.Clusters.PersonMonths[0]) = (53, 31, 412, 9_240);
        world.Tick = 12 * Year;
        statistics.ObserveYear(world, 50);
        statistics.Finish(world);
        Assert.That(statistics.Values["entry-rate"], Is.EqualTo(3 / 2.0));
        Assert.That(statistics.Values["exit-rate"], Is.EqualTo(1 / 2.0));
        Assert.That(statistics.Values["job-to-job"], Is.EqualTo(12 / 240.0).Within(1e-15));
    }

    [Test]
    public void YearsToMaturity_AfterAGap_CountFromTheUnbrokenPresence()
    {
        World world = Country(1);
        world.Tick = 600;
        int early = Worlds.AddFirm(world, age: 600, staff: 0), first = Worlds.AddFirm(world, age: 480, staff: 0), second = Worlds.AddFirm(world, age: 350, staff: 0);
        (world.Firms.ClosedAt[early], world.Firms.ClosedAt[first], world.Firms.ClosedAt[second]) = (100, 260, -1);
        world.RefreshFirms();
        world.Clusters.PresentSince[0] = 120;
        foreach ((int tick, Stage to) in new[] { (200, Stage.Growth), (420, Stage.Maturity), (500, Stage.Decline), (540, Stage.Maturity) })
        {
            int row = world.StageChanges.Append();
            (world.StageChanges.Cluster[row], world.StageChanges.Tick[row], world.StageChanges.To[row]) = (0, tick, to);
        }
        var statistics = new HistoryStatistics();
        statistics.ObserveYear(world, 50);
        statistics.Finish(world);
        Assert.That(statistics.YearsToMaturity, Is.EqualTo(new[] { 25.0 }), "from month 120 to 420, once");
        Assert.That(statistics.Values["reached-Maturity"], Is.EqualTo(1));
    }

    [Test]
    public void TailSizes_OfTheLastTenYears_AreStaffOfTenOrMore()
    {
        World world = Country(1, (0, 9, 0), (0, 10, 0), (0, 25, 0));
        HistoryStatistics last = new(), before = new();
        last.ObserveYear(world, Year + 9);
        before.ObserveYear(world, Year + 10);
        Assert.That(last.TailSizes, Is.EqualTo(new[] { 10.0, 25 }));
        Assert.That(before.TailSizes, Is.Empty);
    }
}
