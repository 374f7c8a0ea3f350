using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Tests.Indicators;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Running;

/// <summary>The pair runner against two histories run by hand.</summary>
public sealed class PairRunnerTests
{
    private const ulong Seed = 3;
    private const int Replication = 2;

    private static readonly string[] Measured = ["jobs", "firms", "wage"];

    private static Study Study(params Arm[] arms) => Made.Study(arms) with { Seed = Seed, Measures = Measured, Horizons = [5], CalendarYears = [15, 20] };

    private static History Begun(ModelConfiguration configuration)
    {
        var history = new History(configuration);
        history.Begin(Seed, Replication);
        return history;
    }

    /// <summary>Target, elsewhere and country at a month, as they stand in an outcome.</summary>
    private static double[] At(ModelConfiguration configuration, int month, int target)
    {
        History history = Begun(configuration);
        history.RunTo(month);
        Indicator[] indicators = [.. Measured.Select(Measures.Find)];
        double[] Of(int region) => [.. indicators.Select(indicator => indicator.Measure(history.World, region, 0))];
        double[] country = Of(-1), here = Of(target);
        return [.. here, country[0] - here[0], country[1] - here[1], double.NaN, .. country];
    }

    [TestCase(120)]
    [TestCase(216)] // its fifth year lies beyond the end of the study
    public void Run_OfAnArmByDate_IsTheTwoHistoriesRunByHand(int start)
    {
        Arm arm = Made.Arm("grant", Made.Policy(month: start));
        Outcome outcome = new PairRunner(Study(Made.Arm("sham", Made.Policy("sham")), arm)).Run(Replication);
        ArmOutcome found = outcome.Arms[1];
        Assert.That((found.StartedAt, found.Region), Is.EqualTo((start, 0)));
        foreach ((int point, int month) in new[] { (0, start + 60), (1, 180), (2, 240) })
        {
            Assert.That(found.Twin[(9 * point)..(9 * point + 9)], Is.EqualTo(At(Made.Small, month, 0)), $"twin in month {month}");
            Assert.That(found.Treated[(9 * point)..(9 * point + 9)], Is.EqualTo(At(arm.Configuration, month, 0)), $"arm in month {month}");
        }
        History twin = Begun(Made.Small), treated = Begun(arm.Configuration);
        twin.RunTo(240);
        treated.RunTo(240);
        Assert.That((outcome.Baseline.Digest, found.Summary.Digest), Is.EqualTo((twin.Digest(), treated.Digest())));
        treated.RunTo(start + 60);
        Assert.That(found.Spent, Is.EqualTo(treated.World.Programmes.Spent[0]).And.GreaterThan(0));
        Assert.That(found.SpentDiscounted, Is.EqualTo(treated.World.Programmes.SpentDiscounted[0]).And.LessThan(found.Spent));
    }

    [Test]
    public void Run_OfAnArmThatNeverStarts_IsItsTwinReadAtTheEnd()
    {
        Intervention never = Made.Policy() with { Region = "focal", Start = new StartRule { All = [new Condition("jobs", ">", 1e9)] } };
        Outcome outcome = new PairRunner(Study(Made.Arm("never", never))).Run(Replication);
        ArmOutcome arm = outcome.Arms[0];
        Assert.That((arm.StartedAt, arm.Spent, arm.Region), Is.EqualTo((-1, 0.0, outcome.Baseline.FocalRegion)));
        Assert.That(arm.Treated, Is.EqualTo(arm.Twin));
        Assert.That(arm.Twin[..9], Is.EqualTo(At(Made.Small, 240, arm.Region)));
        Assert.That(arm.Twin[9..18], Is.EqualTo(At(Made.Small, 180, arm.Region)));
    }

    [Test]
    public void Run_OfReplications_DoesNotDependOnWhatRanBefore()
    {
        Study study = Study(Made.Arm("grant", Made.Policy()));
        var used = new PairRunner(study);
        used.Run(7);
        Outcome after = used.Run(Replication), alone = new PairRunner(study).Run(Replication);
        Assert.That(after.Arms[0].Treated, Is.EqualTo(alone.Arms[0].Treated));
        Assert.That(after.Years.SelectMany(row => row.Values), Is.EqualTo(alone.Years.SelectMany(row => row.Values)));
        Assert.That(after.Arms[0].Summary.Stages, Is.EqualTo(alone.Arms[0].Summary.Stages));
    }

    [Test]
    public void Run_OfAHistory_NotesYearsAndFirstStages()
    {
        Outcome outcome = new PairRunner(Study(Made.Arm("grant", Made.Policy()))).Run(Replication);
        YearRow[] baseline = [.. outcome.Years.Where(row => row.Arm < 0)], arm = [.. outcome.Years.Where(row => row.Arm == 0)];
        Assert.That(baseline, Has.Length.EqualTo(20 * 7), "twenty years of six regions and the country");
        Assert.That(arm.Count(row => row.Region < 0), Is.EqualTo(20), "the country every year");
        Assert.That(arm.Select(row => row.Region).Distinct(), Is.EquivalentTo(new[] { -1, outcome.Arms[0].Region, outcome.Arms[0].Summary.FocalRegion }.Distinct()), "the region acted upon, and the focal one once there is one");
        Assert.That(baseline.Single(row => row.Tick == 180 && row.Region == 0).Values, Is.EqualTo(At(Made.Small, 180, 0)[..3]));
        HistorySummary summary = outcome.Baseline;
        Assert.That(summary.FocalRegion, Is.GreaterThanOrEqualTo(0), "this seed has a focal region");
        int first = summary.Stages.Where(change => change.Region == summary.FocalRegion && change.To == Stage.Embryonic).Min(change => change.Tick);
        Assert.That(summary.StageYears[(int)Stage.Embryonic], Is.EqualTo(first / 12.0));
        Assert.That(summary.Final, Is.EqualTo(At(Made.Small, 240, 0)[6..]));
    }

    [Test]
    public void Run_Cancelled_EndsBetweenTwoYears()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.That(() => new PairRunner(Study()).Run(0, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void PairRunner_OfAnUnknownMeasure_NamesIt() =>
        Assert.That(() => new PairRunner(Study() with { Measures = ["jobz"] }), Throws.ArgumentException.With.Message.Contains("jobz"));

    [Test]
    public void Run_OfAnArm_KeepsItsYearsAndStagesSinceTheStart()
    {
        Arm arm = Made.Arm("grant", Made.Policy(month: 126) with { Duration = 30 });
        Outcome outcome = new PairRunner(Study(arm)).Run(Replication);
        ArmOutcome found = outcome.Arms[0];
        Assert.That(found.EndedAt, Is.EqualTo(156));
        for (int year = 0; year <= 5; year++)
        {
            Assert.That(found.Path[ArmPaths.Year(year, Scope.Target, false)], Is.EqualTo(At(Made.Small, 126 + 12 * year, 0)[0]), $"twin, year {year}");
            Assert.That(found.Path[ArmPaths.Year(year, Scope.Target, true)], Is.EqualTo(At(arm.Configuration, 126 + 12 * year, 0)[0]), $"arm, year {year}");
            Assert.That(found.Path[ArmPaths.Year(year, Scope.Country, true)], Is.EqualTo(At(arm.Configuration, 126 + 12 * year, 0)[6]), $"country, year {year}");
            History treated = Begun(arm.Configuration);
            treated.RunTo(126 + 12 * year);
            Assert.That((Stage)found.StagePath[ArmPaths.StageAt(4 * year, true)], Is.EqualTo(treated.World.Clusters.Stage[treated.World.Cluster(0, 0)]));
        }
        Assert.That(found.Path, Has.Length.EqualTo(6 * 4));
        Assert.That(found.StagePath, Has.Length.EqualTo(21 * 2));
    }

    [Test]
    public void Run_OfAPlacebo_StartsWhereItsArmDidAtTheTimesOfOthers()
    {
        // A trigger that comes early in some histories, late in others, and in some not at all.
        Intervention policy = Made.Policy() with { Region = "focal", Start = new StartRule { Stage = Stage.Growth } };
        Study study = Study(Made.Arm("read", policy), Made.Arm("placebo", policy)) with { Measures = ["jobs"] };
        study = study with { Arms = [study.Arms[0], study.Arms[1] with { PlaceboOf = "read" }] };
        var runner = new PairRunner(study);
        Outcome[] block = [.. Enumerable.Range(0, 10).Select(pair => runner.Run(pair))];
        int[] read = [.. block.Select(outcome => outcome.Arms[0].StartedAt)], placebo = [.. block.Select(outcome => outcome.Arms[1].StartedAt)];
        Assert.That(read.Count(start => start >= 0), Is.InRange(2, 10), "enough to exchange");
        Assert.That(placebo, Is.EquivalentTo(read), "the same times");
        Assert.That(placebo, Is.Not.EqualTo(read), "of others");
        Assert.That(placebo.Select(start => start >= 0), Is.EqualTo(read.Select(start => start >= 0)), "the same histories start");
        Assert.That(block.Select(outcome => outcome.Arms[1].Region), Is.EqualTo(block.Select(outcome => outcome.Arms[0].Region)), "in the same regions");
        Outcome alone = new PairRunner(study).Run(7);
        Assert.That((alone.Arms[1].StartedAt, alone.Arms[1].Summary.Digest), Is.EqualTo((placebo[7], block[7].Arms[1].Summary.Digest)), "whoever ran before");
    }
}
