using ClusterSim.Experiments.Detection;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Detection;

/// <summary>Hindsight: straight pieces, phases, and the lags of the detector behind them.</summary>
public sealed class SegmentationTests
{
    private static double[] Path(double noise, params (int Quarters, double Slope)[] pieces)
    {
        var draws = new Draws(Draws.RunKey(7, 0), "path", 0);
        var path = new List<double>();
        double level = 5;
        foreach ((int quarters, double slope) in pieces)
            for (int i = 0; i < quarters; i++) path.Add((level += slope) + noise * draws.Normal(1, path.Count));
        return [.. path];
    }

    [TestCase(0)]
    [TestCase(0.02)]
    public void Pieces_OfThreePlantedSlopes_AreFoundWithTheirCuts(double noise)
    {
        IReadOnlyList<StraightPiece> pieces = Segmentation.Of(Path(noise, (40, 0.04), (30, 0), (40, -0.03)));
        Assert.That(pieces.Select(piece => piece.Slope), Is.EqualTo(new[] { 0.04, 0, -0.03 }).Within(0.003));
        Assert.That(pieces[1].First, Is.InRange(37, 43));
        Assert.That(pieces[2].First, Is.InRange(67, 73));
        Assert.That((pieces[0].First, pieces[^1].Last), Is.EqualTo((0, 109)));
    }

    [Test]
    public void Pieces_OfNoiseAboutALine_AreOne() => Assert.That(Segmentation.Of(Path(0.05, (120, 0.01))), Has.Count.EqualTo(1));

    [Test]
    public void Pieces_OfShortPaths_AreOneOrNone()
    {
        Assert.That(Segmentation.Of([]), Is.Empty);
        Assert.That(Segmentation.Of([1.0]).Single(), Is.EqualTo(new StraightPiece(0, 0, 0)));
        Assert.That(Segmentation.Of(Path(0, (7, 0.1), (8, -0.1))), Has.Count.EqualTo(1));
    }

    [Test]
    public void Noise_OfWhiteNoise_IsItsVariance() => Assert.That(Math.Sqrt(Segmentation.Noise(Path(0.1, (2_000, 0.01)))), Is.EqualTo(0.1).Within(0.006));

    private static StageSignals[] Life(int firms, params (int Quarters, double Slope)[] pieces) =>
        [.. Path(0, pieces).Select(log => new StageSignals { Headcount = Math.Exp(log), FirmCount = firms, LocationQuotient = 2, Heterogeneity = 1, Entries = 1 })];

    [Test]
    public void Phases_OfAPlainLife_AreGrowthMaturityDecline()
    {
        IReadOnlyList<LifePhase> phases = Hindsight.Of(Life(20, (40, 0.04), (30, 0), (40, -0.03)), new StageThresholds());
        Assert.That(phases, Is.EqualTo(new LifePhase[] { new(Stage.Growth, 0, 39), new(Stage.Maturity, 40, 69), new(Stage.Decline, 70, 109) }).Using<LifePhase, LifePhase>((a, b) => a.Stage == b.Stage && Math.Abs(a.First - b.First) <= 2 && Math.Abs(a.Last - b.Last) <= 2));
    }

    [Test]
    public void Phases_OfFewFirmsOrAShallowFall_AreNone()
    {
        Assert.That(Hindsight.Of(Life(10, (40, 0.04), (30, 0)), new StageThresholds()), Is.Empty, "ten firms are no cluster");
        Assert.That(Hindsight.Of(Life(20, (40, 0.04), (30, 0), (12, -0.01), (30, 0)), new StageThresholds()).Select(phase => phase.Stage), Does.Not.Contain(Stage.Decline), "a tenth is no decline");
    }

    [Test]
    public void Lags_OfAPlainLife_AreThoseOfTheDetector()
    {
        StageSignals[] life = Life(20, (60, 0.04), (60, 0), (60, -0.03));
        var thresholds = new StageThresholds();
        StageLag lag = StageLag.Of([life], [[new LifePhase(Stage.Growth, 10, 59), new LifePhase(Stage.Maturity, 60, 119), new LifePhase(Stage.Decline, 120, 179)]], thresholds);
        Stage[] stages = StageLag.Detect(life, thresholds);
        foreach ((Stage stage, int from) in new[] { (Stage.Maturity, 60), (Stage.Decline, 120) })
            Assert.That(lag.Median(stage), Is.EqualTo(Array.IndexOf(stages, stage) - from), stage.ToString());
        Assert.That((lag.FalseTransitions, StageLag.ToldInTime(lag.Lags[Stage.Decline])), Is.EqualTo((0, 1.0)));
        StageLag wrong = StageLag.Of([life], [[new LifePhase(Stage.Growth, 10, 179)]], thresholds);
        Assert.That(wrong.FalseTransitions, Is.EqualTo(2), "neither maturity nor decline, says this hindsight");
        StageLag never = StageLag.Of([life], [[new LifePhase(Stage.Decline, 0, 19)]], thresholds);
        Assert.That(never.Median(Stage.Decline), Is.EqualTo(double.PositiveInfinity));
    }

    [Test]
    public void Aims_OnMadeUpLives_Hold()
    {
        var check = new StageCheck(MadeLives.Of(20, StageCheck.Decline, StageCheck.Noise, 1), [], new StageThresholds());
        Assert.That(check.Aims.Where(aim => aim.Lives == "made" && !aim.Holds), Is.Empty);
    }

    [Test]
    public void Sensitivity_OfEveryThreshold_IsTriedBothWaysAndSomeOfItMatters()
    {
        var check = new StageCheck(MadeLives.Of(3, StageCheck.Decline, StageCheck.Noise, 1), [], new StageThresholds());
        ThresholdTrial[] trials = [.. check.Sensitivity()];
        Assert.That(trials.Select(trial => trial.Threshold).Distinct().Count(), Is.EqualTo(typeof(StageThresholds).GetProperties().Length));
        Assert.That(trials.Where(trial => trial is { Threshold: "peak-share", Value: > 1 } or { Threshold: "maturity-quarters", Value: < 1 }), Is.Empty, "beyond what is allowed");
        Assert.That(trials.Single(trial => trial is { Threshold: "growth-firms", Value: 18 }).Made.Median(Stage.Growth), Is.GreaterThan(trials.Single(trial => trial is { Threshold: "growth-firms", Value: 12 }).Made.Median(Stage.Growth)));
    }
}
