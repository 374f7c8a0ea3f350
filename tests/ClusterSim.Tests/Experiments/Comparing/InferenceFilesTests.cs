using System.Globalization;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Comparing;

/// <summary>The tables of inference from ledgers made by hand, whose answers can be counted on paper.</summary>
public sealed class InferenceFilesTests
{
    private const int Years = 25, Pairs = 12;

    private static Study Study(params Arm[] arms) => Made.Study(arms) with { Horizons = [Years], CalendarYears = [] };

    private static Arm Grant => Made.Arm("grant", Made.Policy());

    /// <summary>A pair whose uplift in each year since the start is given, and whose target region is in growth from the start, in maturity
    /// from a quarter on.</summary>
    private static ArmOutcome Pair(Func<int, double> uplift, int twinMatures = 40, int matures = 40, int startedAt = 120)
    {
        double last = startedAt < 0 ? 0 : uplift(Years);
        ArmOutcome outcome = Made.Outcome(100, 100 + last, startedAt, startedAt < 0 ? 0 : 500);
        var path = new double[ArmPaths.Year(Years, Scope.Country, true) + 1];
        var stages = new byte[ArmPaths.StageAt(4 * Years, true) + 1];
        for (int year = 0; year <= Years && startedAt >= 0; year++)
            foreach (Scope place in new[] { Scope.Target, Scope.Country })
            {
                path[ArmPaths.Year(year, place, false)] = 100;
                path[ArmPaths.Year(year, place, true)] = 100 + uplift(year);
            }
        for (int quarter = 0; quarter <= 4 * Years && startedAt >= 0; quarter++)
        {
            stages[ArmPaths.StageAt(quarter, false)] = (byte)(quarter < twinMatures ? Stage.Growth : Stage.Maturity);
            stages[ArmPaths.StageAt(quarter, true)] = (byte)(quarter < matures ? Stage.Growth : Stage.Maturity);
        }
        return outcome with { Path = path, StagePath = stages, EndedAt = startedAt < 0 ? -1 : startedAt + 60 };
    }

    private static Dictionary<string, string>[] Table(Ledger ledger, string name)
    {
        string text = string.Concat(InferenceFiles.Of(ledger, ComparisonTable.Of(ledger)).Where(file => file.Name == name).SelectMany(file => file.Pieces));
        return Rows(text);
    }

    private static Dictionary<string, string>[] Rows(string text)
    {
        string[][] cells = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        return [.. cells.Skip(1).Select(row => cells[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    [Test]
    public void Persistence_OfAnUpliftThatHalves_KnowsWhatIsLeftAndWhen()
    {
        // 40 to 51 jobs while the policy runs, half of them from the third year after its end.
        Ledger ledger = Made.Ledger(Study(Grant), [.. Enumerable.Range(0, Pairs).Select(pair => Pair(year => year < 8 ? 40 + pair : 0.4 * (40 + pair)))]);
        Dictionary<string, string>[] rows = [.. Table(ledger, "persistence.csv").Where(row => row["region"] == "target")];
        Assert.That(rows, Has.Length.EqualTo(21), "to 20 years after the end");
        Assert.That((rows[2]["uplift_mean"], rows[2]["share_left"], rows[2]["share_low"]), Is.EqualTo(("45.5", "1", "1")));
        Assert.That(Number(rows[3]["share_left"]), Is.EqualTo(0.4).Within(1e-9));
        Assert.That((rows[0]["half_life"], rows[0]["half_life_low"], rows[0]["half_life_high"]), Is.EqualTo(("3", "3", "3")));
        Assert.That((rows[0]["other_stage"], rows[0]["n"]), Is.EqualTo(("0", "12")));
    }

    [Test]
    public void Persistence_WherePairsNeverStarted_CountsThemWithZero()
    {
        Ledger ledger = Made.Ledger(Study(Grant), [.. Enumerable.Range(0, Pairs).Select(pair => Pair(_ => 40, startedAt: pair % 4 == 0 ? -1 : 120))]);
        Assert.That(Table(ledger, "persistence.csv")[0]["uplift_mean"], Is.EqualTo("30"));
        Dictionary<string, string> effect = Table(ledger, "effects.csv").First(row => row["region"] == "target");
        Assert.That((effect["itt"], effect["on_triggered"], effect["n_fired"], effect["fired_share"]), Is.EqualTo(("30", "40", "9", "0.75")));
    }

    [Test]
    public void NextStage_WhereTheArmComesToItAYearSooner_SaysSoInSharesAndYears()
    {
        Ledger ledger = Made.Ledger(Study(Grant), [.. Enumerable.Range(0, Pairs).Select(pair => Pair(_ => 0, twinMatures: 12, matures: pair < 6 ? 8 : 12))]);
        Dictionary<string, string>[] rows = Table(ledger, "next_stage.csv");
        string Next(string side, int year) => rows.Single(row => row["side"] == side && row["year"] == year.ToString(CultureInfo.InvariantCulture))["next"];
        Assert.That((Next("with", 1), Next("with", 2), Next("with", 3)), Is.EqualTo(("0", "0.5", "1")));
        Assert.That((Next("without", 2), Next("without", 3)), Is.EqualTo(("0", "1")));
        Assert.That(rows.Select(row => row["collapse"]), Has.All.EqualTo("0"));
        Assert.That(rows.Single(row => row["side"] == "with" && row["year"] == "3")["at_risk"], Is.EqualTo("6"));
        Dictionary<string, string> mean = Table(ledger, "next_stage_summary.csv").Single();
        Assert.That((mean["rmst_without"], mean["rmst_with"], mean["difference"]), Is.EqualTo(("3", "2.5", "-0.5")));
    }

    [TestCase(Stage.Growth, Stage.Maturity, 1)]
    [TestCase(Stage.Growth, Stage.Embryonic, 0)]
    [TestCase(Stage.Growth, Stage.Growth, 0)]
    [TestCase(Stage.Maturity, Stage.Renewal, 1)]
    [TestCase(Stage.Maturity, Stage.Decline, 2)]
    [TestCase(Stage.Decline, Stage.Renewal, 1)]
    [TestCase(Stage.Decline, Stage.Dissolved, 2)]
    [TestCase(Stage.Embryonic, Stage.None, 2)]
    [TestCase(Stage.None, Stage.None, 0)]
    [TestCase(Stage.Dissolved, Stage.Dissolved, 0)]
    public void Event_OfAChangeOfStage_IsNextOrCollapseOrNeither(Stage from, Stage to, int expected) => Assert.That(LifeCourse.Event(from, to), Is.EqualTo(expected));

    [Test]
    public void CostEffectiveness_OfFortyJobsForTwentyFiveYears_IsAThousandJobYears()
    {
        Ledger ledger = Made.Ledger(Study(Grant), [.. Enumerable.Range(0, Pairs).Select(_ => Pair(year => year == 0 ? 0 : 40, startedAt: 120))]);
        Dictionary<string, string> row = Table(ledger, "cost_effectiveness.csv").First(row => row["region"] == "target");
        Assert.That((row["job_years"], row["cost"], row["cost_discounted"], row["cost_per_job_year"]), Is.EqualTo(("1000", "500000", "250000", "500")));
        double discounted = Enumerable.Range(11, 25).Sum(year => 40 / Math.Pow(1.035, year));
        Assert.That(Number(row["job_years_discounted"]), Is.EqualTo(discounted).Within(1e-6), "to the start of the history");
        Dictionary<string, string>[] curve = [.. Table(ledger, "acceptability.csv").Where(each => each["region"] == "target")];
        Assert.That(curve.Select(each => each["p_net_benefit"]), Is.EqualTo(new[] { "0", "1", "1", "1", "1", "1", "1", "1", "1", "1" }), "worth it from 500 a job-year on");
    }

    [Test]
    public void TakeOff_OfFifteenAgainstFour_IsMcNemarOfThose()
    {
        RegionFate grew = new(12, true), not = new(double.NaN, false);
        ArmOutcome Fate(bool twin, bool arm) => Pair(_ => 1) with { TwinFate = twin ? grew : not, Fate = arm ? grew : not };
        ArmOutcome[] pairs = [.. Enumerable.Repeat(Fate(true, true), 3), .. Enumerable.Repeat(Fate(false, true), 15), .. Enumerable.Repeat(Fate(true, false), 4), .. Enumerable.Repeat(Fate(false, false), 8)];
        Dictionary<string, string> row = Table(Made.Ledger(Study(Grant), pairs), "take_off.csv").Single();
        Assert.That((row["both"], row["only_arm"], row["only_twin"], row["neither"]), Is.EqualTo(("3", "15", "4", "8")));
        Assert.That(Number(row["p_mcnemar"]), Is.EqualTo(0.0192108).Within(5e-8));
        Assert.That(row["p_holm"], Is.EqualTo(row["p_mcnemar"]), "one arm");
        Assert.That(Number(row["risk_difference"]), Is.EqualTo(11 / 30.0).Within(1e-9));
    }

    [Test]
    public void Contrasts_OfArmsInTheOtherOrder_AreTheSameWithTheOtherSign()
    {
        Arm early = Made.Arm("early", Made.Policy()), late = Made.Arm("late", Made.Policy(month: 180));
        ArmOutcome[] first = [.. Enumerable.Range(0, 30).Select(pair => Pair(_ => 40 + pair % 7))], second = [.. Enumerable.Range(0, 30).Select(pair => Pair(_ => 10 + pair % 5))];
        ContrastRow there = ContrastTable.Of(Made.Ledger(Study(early, late) with { Smallest = 50 }, first, second)).First(row => row.Region == "target");
        ContrastRow back = ContrastTable.Of(Made.Ledger(Study(late, early) with { Smallest = 20 }, second, first)).First(row => row.Region == "target");
        double[] changes = [.. Enumerable.Range(0, 30).Select(pair => 30.0 + pair % 7 - pair % 5)];
        Assert.That(there.Difference, Is.EqualTo(changes.Average()).Within(1e-12));
        Assert.That((back.First, back.Difference, back.PValueAdjusted), Is.EqualTo(("late", -there.Difference, there.PValueAdjusted)));
        Assert.That((back.Low, back.High), Is.EqualTo((-there.High, -there.Low)).Within(0.2), "BCa counts ties by halves");
        Assert.That((there.Equivalent, back.Equivalent), Is.EqualTo((true, false)));
        Assert.That(there.Verdict, Does.StartWith("very likely higher"));
        Assert.That(ContrastTable.Best(Made.Ledger(Study(early, late), first, second)), Is.EqualTo(new[] { "early" }));
    }

    [Test]
    public void Of_WhatHasNothingToSay_HasNoFile()
    {
        Ledger noHorizons = Made.Ledger(Made.Study(Grant), [.. Enumerable.Range(0, Pairs).Select(_ => Made.Outcome(1, 2))]);
        Assert.That(InferenceFiles.Of(noHorizons, ComparisonTable.Of(noHorizons)).Select(file => file.Name), Is.EqualTo(new[] { "effects.csv", "take_off.csv" }));
        Ledger noPolicy = Made.Ledger(Made.Study(Made.Arm("event")), [.. Enumerable.Range(0, Pairs).Select(_ => Made.Outcome(1, 2))]);
        Assert.That(InferenceFiles.Of(noPolicy, ComparisonTable.Of(noPolicy)), Is.Empty);
        Assert.That(ContrastTable.Of(noPolicy), Is.Empty);
    }
}
