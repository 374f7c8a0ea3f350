using ClusterSim.Cli.Results;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Comparing;

public sealed class ComparisonTableTests
{
    private static readonly ArmOutcome[] Twelve = [.. Enumerable.Range(0, 12).Select(i => i % 3 == 0 ? Made.Outcome(100 + i, 100 + i, -1) : Made.Outcome(100 + i, 104 + i + i % 2, 60 + 12 * (i % 3), 300))];

    private static ComparisonRow Row(IReadOnlyList<ComparisonRow> rows, string arm, string region) => rows.Single(row => row.Arm == arm && row.Region == region);

    [Test]
    public void Of_TwelvePairs_IsTheHandCalculation()
    {
        Study study = Made.Study(Made.Arm("grant", Made.Policy()));
        IReadOnlyList<ComparisonRow> rows = ComparisonTable.Of(Made.Ledger(study, Twelve));
        ComparisonRow row = Row(rows, "grant", "target");
        Assert.That(rows.Select(each => each.Region), Is.EqualTo(new[] { "target", "elsewhere", "all" }));
        // Eight of twelve fired, half of them with 4 more jobs and half with 5.
        Assert.That((row.Pairs, row.Fired, row.Clock, row.Horizon, row.Metric, row.Activity), Is.EqualTo((12, 8, "calendar", 20, "jobs", "focal")));
        Assert.That((row.Difference, row.BaselineMean, row.ScenarioMean), Is.EqualTo((3.0, 105.5, 108.5)));
        Assert.That((row.CostGbp, row.CostDiscountedGbp, row.StartYearMedian, row.PBetter), Is.EqualTo((200_000.0, 100_000.0, 6.5, 1.0)));
        Assert.That(row.Low, Is.LessThan(3).And.GreaterThan(0));
        Assert.That((Row(rows, "grant", "elsewhere").Difference, Row(rows, "grant", "elsewhere").PValueAdjusted), Is.EqualTo((0.0, (double?)null)));
        Assert.That(row.PValueAdjusted, Is.LessThan(0.05));
    }

    [Test]
    public void Of_SeveralArms_AdjustsForAllAtOnceAndLeavesTheIdenticalOut()
    {
        ArmOutcome[] weak = [.. Twelve.Select((_, i) => Made.Outcome(100, 100 + (i % 4 == 0 ? -3 : 2)))], none = [.. Twelve.Select(_ => Made.Outcome(100, 100))];
        double? P(string arm, params (string Name, ArmOutcome[] Outcomes)[] arms)
        {
            Study study = Made.Study([.. arms.Select(each => Made.Arm(each.Name, Made.Policy()))]);
            return Row(ComparisonTable.Of(Made.Ledger(study, [.. arms.Select(each => each.Outcomes)])), arm, "target").PValueAdjusted;
        }
        double? alone = P("weak", ("weak", weak));
        Assert.That(P("weak", ("weak", weak), ("none", none)), Is.EqualTo(alone));
        Assert.That(P("none", ("weak", weak), ("none", none)), Is.Null);
        Assert.That(P("weak", ("weak", weak), ("strong", Twelve)), Is.GreaterThan(alone!.Value));
    }

    private static IEnumerable<TestCaseData> Reasons()
    {
        Intervention stage = Made.Policy() with { Start = new StartRule { Stage = Stage.Renewal } }, when = Made.Policy() with { Start = new StartRule { All = [new Condition("jobs", ">", 1e9)] } };
        yield return new TestCaseData(Made.Policy(budget: 0), 120, "no effect: the budget is zero").SetName("Verdict_OfNoMoney_SaysSo");
        yield return new TestCaseData(Made.Policy(month: 240), -1, "no effect: it starts after the last month").SetName("Verdict_OfALateStart_SaysSo");
        yield return new TestCaseData(stage, -1, "no effect: the stage was never reached").SetName("Verdict_OfAStageNeverReached_SaysSo");
        yield return new TestCaseData(when, -1, "no effect: its start never came").SetName("Verdict_OfAConditionNeverMet_SaysSo");
        yield return new TestCaseData(Made.Policy("sham"), 120, "no effect: it ran and left this measure untouched").SetName("Verdict_OfASham_SaysSo");
    }

    [TestCaseSource(nameof(Reasons))]
    public void Of_AnArmWithoutEffect_SaysWhy(Intervention policy, int startedAt, string expected)
    {
        ArmOutcome[] outcomes = [.. Enumerable.Range(0, 5).Select(i => Made.Outcome(i, i, startedAt))];
        ComparisonRow row = ComparisonTable.Of(Made.Ledger(Made.Study(Made.Arm("arm", policy)), outcomes))[0];
        Assert.That(row.Verdict, Is.EqualTo($"{expected}; started in {(startedAt < 0 ? 0 : 5)} of 5"));
        Assert.That((row.Difference, row.Low, row.High), Is.EqualTo((0.0, 0.0, 0.0)));
    }

    [Test]
    public void Of_APlaceThatNoHistoryKnows_HasNoRow()
    {
        ArmOutcome unknown = Made.Outcome(0, 0) with { Twin = [double.NaN, double.NaN, 5], Treated = [double.NaN, double.NaN, 6] };
        Study study = Made.Study(Made.Arm("arm", Made.Policy()));
        Assert.That(ComparisonTable.Of(Made.Ledger(study, [unknown, unknown, unknown])).Select(row => row.Region), Is.EqualTo(new[] { "all" }));
        ComparisonRow mixed = ComparisonTable.Of(Made.Ledger(study, [unknown, Made.Outcome(10, 13), Made.Outcome(20, 23)]))[0];
        Assert.That((mixed.Region, mixed.Pairs, mixed.Difference), Is.EqualTo(("target", 3, 2.0)), "a history without a target counts as zero");
        Assert.That(ComparisonTable.Of(new Ledger(study)), Is.Empty);
    }

    [Test]
    public void Of_AnIndicatorThatShouldFall_CountsFallsAsBetter()
    {
        string lower = ClusterSim.Model.ClusterModel.Catalogue.OfKind("indicator").First(part => ((ClusterSim.Model.Engine.IndicatorAttribute)part.Attribute).LowerIsBetter).Name;
        ArmOutcome[] rising = [.. Enumerable.Range(0, 10).Select(i => Made.Outcome(i, i + (i < 7 ? 1 : -1)))];
        Study study = Made.Study(Made.Arm("arm", Made.Policy()));
        Assert.That(ComparisonTable.Of(Made.Ledger(study, rising))[0].PBetter, Is.EqualTo(0.7));
        Assert.That(ComparisonTable.Of(Made.Ledger(study with { Measures = [lower] }, rising))[0].PBetter, Is.EqualTo(0.3));
    }

    [Test]
    public void Json_OfASinglePair_WritesAnIntervalThatIsMissing()
    {
        IReadOnlyList<ComparisonRow> rows = ComparisonTable.Of(Made.Ledger(Made.Study(Made.Arm("arm", Made.Policy())), [Made.Outcome(1, 3)]));
        Assert.That(ComparisonFiles.Json(rows).ToJsonString(), Does.Contain("\"ci_low\":null,\"ci_high\":null").And.Contain("too few histories to tell"));
        Assert.That(ComparisonFiles.Csv(rows).ElementAt(1), Does.Contain(",2,0,,,1,"), "difference, deviation, no interval, P(better)");
    }

    /// <summary>Real histories: what is added to the target and to all other regions is what is added to the country.</summary>
    [Test]
    public void Of_RealHistories_TargetAndElsewhereAddUpToAll()
    {
        Study study = Made.Study(Made.Arm("grant", Made.Policy()), Made.Arm("sham", Made.Policy("sham"))) with { Replications = 2, Measures = ["jobs", "firms", "wage"], Horizons = [5], CalendarYears = [15, 20] };
        var ledger = new Ledger(study);
        new SequentialExecutor().Run(study, ledger.Take, _ => { }, default);
        IReadOnlyList<ComparisonRow> rows = ComparisonTable.Of(ledger);
        foreach (var group in rows.GroupBy(row => (row.Arm, row.Clock, row.Horizon, row.Metric)))
        {
            Dictionary<string, ComparisonRow> by = group.ToDictionary(row => row.Region);
            Assert.That(by.ContainsKey("elsewhere"), Is.EqualTo(group.Key.Metric != "wage"), "a mean wage does not add up");
            if (group.Key.Metric == "wage") continue;
            foreach (Func<ComparisonRow, double> column in new Func<ComparisonRow, double>[] { row => row.Difference, row => row.BaselineMean, row => row.ScenarioMean })
                Assert.That(column(by["target"]) + column(by["elsewhere"]), Is.EqualTo(column(by["all"])).Within(1e-9), group.Key.ToString());
        }
        Assert.That(rows.Where(row => row.Arm == "sham").Select(row => (row.Difference, row.DifferenceSd, row.PValueAdjusted)), Has.All.EqualTo((0.0, 0.0, (double?)null)));
        Assert.That(rows.Where(row => row.Arm == "grant").Select(row => row.Difference), Has.Some.Not.Zero);
        Assert.That(rows.Where(row => row.Clock == "start").Select(row => row.Horizon).Distinct(), Is.EqualTo(new[] { 5 }));
    }
}
