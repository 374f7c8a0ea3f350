using ClusterSim.Experiments.Detection;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Detection;

/// <summary>Measures of a ranking, against hand calculations.</summary>
public sealed class RankingTests
{
    private static readonly double[] Once = [1, 1, 1, 1, 1];

    /// <summary>Order: event, none, event, none, none.</summary>
    private static readonly Ranking Plain = new([5, 4, 3, 2, 1], [true, false, true, false, false]);

    [Test]
    public void RocArea_ByHand_IsFiveOfSixPairs() => Assert.That(Plain.RocArea(Once), Is.EqualTo(5 / 6.0).Within(1e-15));

    [Test]
    public void PrecisionRecallArea_ByHand_IsTheMeanPrecisionAtTheEvents() =>
        Assert.That(Plain.PrecisionRecallArea(Once), Is.EqualTo((1 + 2 / 3.0) / 2).Within(1e-15));

    [TestCase(1, ExpectedResult = 1)]
    [TestCase(2, ExpectedResult = 0.5)]
    [TestCase(5, ExpectedResult = 0.4)]
    [TestCase(50, ExpectedResult = 0.4)]
    public double PrecisionAt_ByHand_IsTheShareAmongTheFirst(double k) => Plain.PrecisionAt(k, Once);

    [Test]
    public void LiftAt_FirstFifth_IsPrecisionOverTheShareOfAll() => Assert.That(Plain.LiftAt(0.2, Once), Is.EqualTo(1 / 0.4).Within(1e-15));

    [Test]
    public void Brier_ByHand_IsTheMeanSquare() =>
        Assert.That(Plain.Brier([0.9, 0.2, 0.4, 0, 1], Once), Is.EqualTo((0.01 + 0.04 + 0.36 + 0 + 1) / 5).Within(1e-15));

    [Test]
    public void Measures_AllTied_AreThoseOfNoKnowledge()
    {
        var tied = new Ranking([7, 7, 7, 7, 7], [true, false, true, false, false]);
        Assert.That(new[] { tied.RocArea(Once), tied.PrecisionRecallArea(Once), tied.PrecisionAt(1, Once), tied.LiftAt(0.05, Once) }, Is.EqualTo(new[] { 0.5, 0.4, 0.4, 1 }).Within(1e-12));
    }

    [Test]
    public void Measures_WeightedByTwo_AreThoseOfRowsThatStandTwice()
    {
        double[] weights = [2, 1, 0, 1, 3];
        var twice = new Ranking([5, 5, 4, 2, 1, 1, 1], [true, true, false, false, false, false, false]);
        double[] once = [1, 1, 1, 1, 1, 1, 1];
        Assert.That(Plain.RocArea(weights), Is.EqualTo(twice.RocArea(once)).Within(1e-15));
        Assert.That(Plain.PrecisionRecallArea(weights), Is.EqualTo(twice.PrecisionRecallArea(once)).Within(1e-15));
        Assert.That(Plain.PrecisionAt(3, weights), Is.EqualTo(2 / 3.0).Within(1e-15));
    }

    [Test]
    public void RocArea_WithoutEvents_IsNotANumber() => Assert.That(new Ranking([1, 2], [false, false]).RocArea([1, 1]), Is.NaN);

    [Test]
    public void AlarmAt_AThirdOfFalseAlarms_IsTheLowestScoreThatKeepsThem()
    {
        Assert.That(Plain.AlarmAt(1 / 3.0 + 1e-9, Once), Is.EqualTo(3), "the row at 4 is the one false alarm; the event at 3 is caught");
        Assert.That(Plain.AlarmAt(0, Once), Is.EqualTo(5));
        Assert.That(new Ranking([5, 4], [false, true]).AlarmAt(0, [1, 1]), Is.EqualTo(double.PositiveInfinity));
    }

    [Test]
    public void LeadTime_OfThreeEvents_IsTheMedianWithMissesAtZero()
    {
        WayToEvent[] ways = [new(0, [1, 5, 5], [9, 8, 7]), new(1, [6], [3]), new(2, [0, 0], [4, 3])];
        Assert.That(ways.Select(way => LeadTime.Of(way, 4)), Is.EqualTo(new[] { 8.0, 3, 0 }));
        Assert.That(LeadTime.Median(ways, 4, [1, 1, 1]), Is.EqualTo(3));
        Assert.That(LeadTime.Median(ways, 4, [1, 1, 0]), Is.EqualTo(5.5));
        Assert.That(LeadTime.Median([], 4, []), Is.NaN);
    }

    [Test]
    public void WarningTest_OfAPerfectScore_HasItsFiguresAndTightIntervals()
    {
        int[] units = [.. Enumerable.Range(0, 40).Select(i => i / 2)];
        bool[] events = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0)];
        double[] values = [.. events.Select(hit => hit ? 1.0 : 0)];
        WarningTest test = WarningTest.Of(units, events, [new JudgedScore("s", values, values, [])], 5, 1, 200);
        Assert.That((test.Rows, test.Events), Is.EqualTo((40, 10)));
        foreach (string measure in new[] { "roc-auc", "pr-auc", "precision-at-5" })
            Assert.That((test.Of("s", measure)!.Value, test.Of("s", measure)!.Interval.Low, test.Of("s", measure)!.Interval.High), Is.EqualTo((1.0, 1.0, 1.0)), measure);
        Assert.That(test.Of("s", "brier")!.Value, Is.Zero);
        Assert.That(test.Of("s", "lift-at-5-percent")!.Value, Is.EqualTo(4).Within(1e-12));
        Assert.That(test.Of("s", "lead-time-years")!.Value, Is.NaN);
    }

    [Test]
    public void WarningTest_WithoutEvents_HasNoFigures() =>
        Assert.That(WarningTest.Of([0, 1], [false, false], [new JudgedScore("s", [1, 2], null, [])], 5, 1, 10).Figures, Is.Empty);
}
