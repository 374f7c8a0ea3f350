using ClusterSim.Experiments.Detection;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Tests.Experiments.Scenarios;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class ForecastsTests
{
    private const string Small = "scenario: small\nyears: 30\ncountry: {regions: 6, population: 30k}\nactivities:\n  - {name: machines, peak-demand: 2000, midpoint: 8y, time-scale: 2y, entry-potential: 20}\n  - {name: tools, initial-demand: 300, peak-demand: 400}\n";

    private static readonly Indicator Score = Measures.Find("early-warning");

    /// <summary>A score by what lacks most, and by nothing else.</summary>
    private static readonly WarningModel ByWhatLacks = new("by-hand", "", 1, [new("farther-to-go", "log point", 0, 1, -10, 0, 0.5, 0)]);

    [Test]
    public void Measure_OfAHistory_IsTheScoreThatTrainingAndDetectGiveToTheSameQuarter()
    {
        ModelConfiguration configuration = Shipped.Load(Small).Configuration;
        CellDiary diary = CellDiary.Keep(new History(configuration), 4, 0, inside: false, CancellationToken.None);
        WarningModel shipped = WarningFile.Shipped.Models[WarningKind.Public];
        var history = new History(configuration);
        history.Begin(4, 0);
        int scored = 0;
        foreach (int quarter in new[] { 20, 23, 37, 60, 100, 119 })
        {
            history.RunTo(3 * (quarter + 1));
            var features = new CellFeatures(diary.Panel, quarter);
            for (int cell = 0; cell < diary.Panel.Cells; cell++)
            {
                bool ahead = LastingGrowth.IsAhead(diary.Stages[cell][quarter]) && diary.Panel.FirmsAt(cell, quarter) >= 1;
                double[] values = WarningKind.Of(WarningKind.Public).Values(new WarningRow(0, 0, cell, quarter, features.Of(cell), [], [], -1));
                double expected = ahead ? WarningModel.Chance(shipped.Logit(values)) : 0;
                Assert.That(Score.Measure(history.World, diary.Panel.Region(cell), diary.Panel.Activity(cell)), Is.EqualTo(expected), $"cell {cell}, quarter {quarter}");
                if (expected > 0) scored++;
            }
        }
        Assert.That(scored, Is.GreaterThan(20), "or the test compares nothing");
    }

    [Test]
    public void Measure_OfAWorldUsedAgainOrLoaded_IsThatOfTheHistoryAlone()
    {
        ModelConfiguration configuration = Shipped.Load(Small).Configuration;
        History used = new(configuration), fresh = new(configuration);
        used.Begin(8, 0);
        used.RunTo(120);
        Assert.That(All(used.World).Max(), Is.GreaterThan(0));
        fresh.Begin(8, 1);
        fresh.RunTo(120);
        double[] expected = All(fresh.World);
        used.Begin(8, 1);
        used.RunTo(120);
        Assert.That(All(used.World), Is.EqualTo(expected));
        using var stream = new MemoryStream();
        fresh.Save(stream);
        stream.Position = 0;
        used.Begin(8, 2);
        used.RunTo(120);
        Assert.That(All(used.World), Is.Not.EqualTo(expected));
        used.Load(stream);
        Assert.That(All(used.World), Is.EqualTo(expected));
    }

    private static double[] All(World world) => [.. Enumerable.Range(0, world.Regions.Count).Select(region => Score.Measure(world, region, 0))];

    [Test]
    public void Measure_OfTwoEqualRegionsByHand_GoesByWhatLacksMost()
    {
        World world = Counted(ByWhatLacks, Foresight.Quarters);
        // 3 firms of 30; LQ 1 of 1.5 lacks less. Logit = 1 + ln(0.1) / 2.
        double expected = 1 / (1 + Math.Sqrt(10) / Math.E);
        Measures.AssertFocal(world, "early-warning", expected, expected, 2 * expected);
    }

    [TestCase(20)]
    [TestCase(1)]
    public void Measure_BeforeFiveYearsWereCounted_IsZero(int quarters) => Measures.AssertFocal(Counted(ByWhatLacks, quarters), "early-warning", 0, 0, 0);

    [Test]
    public void Measure_WithoutCoefficients_IsZero() => Measures.AssertFocal(Counted(null, Foresight.Quarters), "early-warning", 0, 0, 0);

    [TestCase(Stage.Growth, ExpectedResult = true)]
    [TestCase(Stage.Decline, ExpectedResult = true)]
    [TestCase(Stage.Embryonic, ExpectedResult = false)]
    [TestCase(Stage.Dissolved, ExpectedResult = false)]
    public bool Measure_OnceGrowthWasReached_IsZero(Stage stage)
    {
        World world = Counted(ByWhatLacks, Foresight.Quarters);
        world.Clusters.Stage[0] = stage;
        return Score.Measure(world, 0, 0) == 0;
    }

    private static World Counted(WarningModel? model, int quarters)
    {
        World world = Worlds.Empty(Worlds.Level(2) with { EarlyWarning = model });
        for (int i = 0; i < 6; i++) Worlds.AddFirm(world, region: i % 2, staff: 10);
        var mechanism = new LifeCycleStages(new());
        for (int quarter = 0; quarter < quarters; quarter++)
        {
            world.Tick = 3 * quarter + 2;
            Worlds.Step(world, mechanism);
        }
        return world;
    }

    [Test]
    public void Measure_ManyTimes_AllocatesNothing()
    {
        World world = Counted(ByWhatLacks, Foresight.Quarters);
        Score.Measure(world, 0, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) Score.Measure(world, -1, 0);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Policy_GuidedByTheScore_GoesWhereItIsHighest()
    {
        ModelConfiguration configuration = Shipped.Load(Small + "policies:\n  - {name: p, instrument: start-up-grant, region: best, guide: early-warning, start: {month: 100}, budget: 1m, duration: 2y}\n").Configuration;
        var history = new History(configuration);
        for (int replication = 0; replication < 5; replication++)
        {
            history.Begin(2, replication);
            history.RunTo(100);
            double[] scores = All(history.World);
            history.Advance();
            Assert.That(scores.Max(), Is.GreaterThan(0));
            Assert.That(history.World.Programmes.Region[0], Is.EqualTo(Array.IndexOf(scores, scores.Max())), $"replication {replication}");
        }
    }

    [Test]
    public void Policy_ThatWaitsForTheScore_StartsInTheFirstQuarterThatHasIt()
    {
        ModelConfiguration configuration = Shipped.Load(Small + "policies:\n  - {name: p, instrument: start-up-grant, region: region-1, start: {when: {early-warning: \">0.5\"}}, budget: 1m, duration: 2y}\nearly-warning: {intercept: 1, features: []}\n").Configuration;
        var history = new History(configuration);
        history.Begin(2, 0);
        // Without features every cell with a firm has 1 / (1 + 1/e) = 0.73 once it is scored.
        int first = -1;
        while (first < 0 && history.World.Tick < 300)
        {
            if (history.World.Tick % 3 == 0 && Score.Measure(history.World, 0, 0) > 0.5) first = history.World.Tick;
            history.Advance();
        }
        Assert.That(first, Is.GreaterThanOrEqualTo(3 * Foresight.Quarters));
        Assert.That(history.World.Programmes.StartedAt[0], Is.EqualTo(first));
    }

    [TestCase("early-warning: {intercept: 1, features: [{feature: net-entri, mean: 0, sd: 1, low: -1, high: 1, coefficient: 1}]}", "net-entry")]
    [TestCase("early-warning: {intercept: 1, features: [{feature: net-entry, mean: 0, sd: 1, low: 2, high: 1, coefficient: 1}]}", "low is above high")]
    [TestCase("early-warning: {intercept: 1}", "features is missing")]
    [TestCase("early-warning: {intersept: 1, features: []}", "intercept")]
    [TestCase("early-warning: mine.yaml", "\"mine.yaml\" is unknown")]
    public void Coefficients_OfAScenarioThatAreWrong_AreRefusedWithTheirPlace(string line, string words)
    {
        ScenarioException? broken = Assert.Throws<ScenarioException>(() => Shipped.Load(Small + line + "\n"));
        Assert.That(broken!.Message, Does.Contain(words).And.Match(@"test\.yaml:7:\d+"));
    }

    [Test]
    public void Coefficients_InTheResolvedScenario_StandWhereAPolicyGoesByThemOrTheyAreOnesOwn()
    {
        const string policy = "policies:\n  - {name: p, instrument: sham, region: best, guide: early-warning, start: {year: 10}, budget: 1m}\n", own = "early-warning: {intercept: 1, features: []}\n";
        string Written(string more) => ScenarioWriter.Write("small", "", Shipped.Load(Small + more).Configuration);
        Assert.That(Written(""), Does.Not.Contain("early-warning"));
        Assert.That(Written(policy), Does.Contain("early-warning:\n  intercept: -").And.Contain("feature: farther-to-go"));
        Assert.That(Written(own), Does.Contain("early-warning:\n  intercept: 1\n"));
        Assert.That(Written("early-warning: off\n"), Does.Contain("early-warning: off\n"));
        Assert.That(Shipped.Load(Small + "early-warning: off\n").Configuration.EarlyWarning, Is.Null);
        ModelConfiguration read = Shipped.Load(Small + policy).Configuration;
        Assert.That(ConfigurationText.Of(Shipped.Load(Written(policy)).Configuration), Is.EqualTo(ConfigurationText.Of(read)));
    }
}
