using ClusterSim.Experiments.Calibration;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Calibration;

/// <summary>The search on functions whose answer is known.</summary>
public sealed class CalibratorTests
{
    private static readonly string[] Names = ["x", "y"];

    private static CalibrationTarget Observed(string name, double value, double sd) => CalibrationTarget.Observed(name, name, "", "", 0, value, sd);

    [Test]
    public void Run_OnASmoothFunction_FindsThePointThatGivesTheTargets()
    {
        // x^2 + y = 0.49 + 0.2 and x - y = 0.7 - 0.2 meet in the cube at (0.7, 0.2) alone.
        var source = new Toy(x => [x[0] * x[0] + x[1], x[0] - x[1]]);
        CalibrationTarget[] targets = [Observed("a", 0.69, 0.01), Observed("b", 0.5, 0.01)];
        CalibrationSearch search = new Calibrator(Names, targets, source, 1).Run(new CalibrationSize(2, 20, 1, 60, 2));
        Assert.That(search.Best, Is.EqualTo(new[] { 0.7, 0.2 }).Within(0.02));
        Assert.That(search.Waves[1].Share, Is.LessThan(search.Waves[0].Share + 0.01).And.LessThan(0.05).And.GreaterThan(0));
        Assert.That(search.Tried, Is.LessThanOrEqualTo(60 + CalibrationSize.Candidates));
    }

    [Test]
    public void Run_OnWhatCannotBeMet_SaysThatNothingIsLeftAndEndsAtTheLeastBad()
    {
        var source = new Toy(x => [x[0] + 0.1 * x[1], 2 * x[0] - 0.1 * x[1]]);
        CalibrationTarget[] targets = [Observed("a", 5, 0.1), Observed("b", -4, 0.1)];
        CalibrationSearch search = new Calibrator(Names, targets, source, 1).Run(new CalibrationSize(3, 20, 1, 40, 2));
        Assert.That(search.Waves, Has.Count.EqualTo(1), "no wave follows one that leaves nothing");
        Assert.That(search.Waves[0].Notes, Has.Some.Contains("no point is left"));
        Assert.That(search.Best[1], Is.EqualTo(1).Within(0.05), "y lowers both distances");
    }

    [Test]
    public void Run_WithATargetThatHasNoValue_SearchesByTheOthers()
    {
        var source = new Toy(x => [x[0], double.NaN]);
        CalibrationSearch search = new Calibrator(Names, [Observed("a", 0.3, 0.01), Observed("b", 1, 1)], source, 1).Run(new CalibrationSize(1, 20, 1, 30, 2));
        Assert.That(search.Best[0], Is.EqualTo(0.3).Within(0.02));
        Assert.That(search.Waves[0].Notes, Has.Some.StartsWith("b has a value at 0 of 20 points"));
    }

    [Test]
    public void Stages_OfARun_AreWavesThenSearch()
    {
        var source = new Toy(x => [x[0]]);
        new Calibrator(Names, [Observed("a", 0.3, 0.05)], source, 1).Run(new CalibrationSize(2, 20, 3, 5, 2));
        Assert.That(source.Stages.Distinct(), Is.EqualTo(new[] { 0, 1, CalibrationSeeds.Search }));
        Assert.That(source.Histories, Is.EqualTo(new[] { 3, 6 }), "the search takes twice as many");
    }

    [Test]
    public void Target_OfABand_AimsAtItsMiddleHalf()
    {
        CalibrationTarget target = CalibrationTarget.Banded("a", "a", "", "", 0, 2, 6);
        Assert.That(new[] { 1.0, 2, 3, 4.5, 5, 6, 8 }.Select(target.Distance), Is.EqualTo(new[] { 2.0, 1, 0, 0, 0, 1, 3 }));
        Assert.That(new[] { 1.9, 2, 6, 6.1, double.NaN }.Select(target.IsHit), Is.EqualTo(new[] { false, true, true, false, false }));
    }

    [TestCase(10, double.PositiveInfinity, 9, 2)]
    [TestCase(double.NegativeInfinity, 10, 9.5, 0.5)]
    [TestCase(0, double.PositiveInfinity, 0, 1)]
    public void Target_WithOneEnd_CountsFromATenthInside(double low, double high, double value, double distance) =>
        Assert.That(CalibrationTarget.Banded("a", "a", "", "", 0, low, high).Distance(value), Is.EqualTo(distance).Within(1e-12));

    [Test]
    public void Target_OfAnObservation_IsHitWithinTwoDeviations()
    {
        CalibrationTarget target = Observed("a", 300, 30);
        Assert.That((target.IsHit(240), target.IsHit(239), target.Distance(345)), Is.EqualTo((true, false, 1.5)));
    }
}
