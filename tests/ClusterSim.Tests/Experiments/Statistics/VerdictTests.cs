using ClusterSim.Experiments.Statistics;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class VerdictTests
{
    /// <summary>200 pairs, all fired, mean 10 with an interval of 8 to 12, nine of ten higher.</summary>
    private static readonly PairedDifference Clear = new()
    {
        Pairs = 200,
        Fired = 200,
        BaselineMean = 0,
        ArmMean = 10,
        Mean = 10,
        StandardDeviation = 1,
        Interval = new Interval(8, 12),
        MayBeTooNarrow = false,
        AllIdentical = false,
        ShareBetter = 0.95,
        ShareHigher = 0.95,
        ShareLower = 0.05,
        VarianceReduction = 10,
    };

    private static string Words(PairedDifference difference) => Verdict.Of(difference, NoEffectReason.None).Split(';')[0];

    private static PairedDifference With(double low, double high, int pairs, double higher = 0.95) =>
        Clear with { Mean = (low + high) / 2, Interval = new Interval(low, high), Pairs = pairs, ShareHigher = higher, ShareLower = 1 - higher };

    private static IEnumerable<TestCaseData> InOrder()
    {
        PairedDifference identical = Clear with { AllIdentical = true, Mean = 0, Interval = new Interval(0, 0), Pairs = 3 };
        yield return new TestCaseData(identical, "no effect: it ran and left this measure untouched").SetName("Of_Identical_ComesFirst");
        yield return new TestCaseData(With(4.9, 15.1, 199), "too few histories to tell").SetName("Of_HalfWidthAboveHalfAndFew_IsTooFew");
        yield return new TestCaseData(With(5, 15, 199), "very likely higher").SetName("Of_HalfWidthOfExactlyHalf_IsEnough");
        yield return new TestCaseData(With(4.9, 15.1, 200), "very likely higher").SetName("Of_WideWith200_IsNotTooFew");
        yield return new TestCaseData(With(-1, 21, 199), "too few histories to tell").SetName("Of_ZeroInsideAndFew_IsTooFewBeforeTooClose");
        yield return new TestCaseData(With(-1, 21, 200), "too close to call").SetName("Of_ZeroInside_IsTooClose");
        yield return new TestCaseData(With(0, 20, 200), "too close to call").SetName("Of_ZeroAtTheEnd_IsTooClose");
        yield return new TestCaseData(With(-20, 0, 200), "too close to call").SetName("Of_ZeroAtTheUpperEnd_IsTooClose");
        yield return new TestCaseData(With(8, 12, 200, 0.9), "very likely higher").SetName("Of_NineTenths_IsVeryLikely");
        yield return new TestCaseData(With(8, 12, 200, 0.899), "likely higher").SetName("Of_LessThanNineTenths_IsLikely");
        yield return new TestCaseData(With(8, 12, 200, 0.66), "likely higher").SetName("Of_TwoThirds_IsLikely");
        yield return new TestCaseData(With(8, 12, 200, 0.659), "higher on average, not in most histories").SetName("Of_LessThanTwoThirds_IsOnAverage");
        yield return new TestCaseData(With(-12, -8, 200, 0.05), "very likely lower").SetName("Of_ManyLower_IsVeryLikelyLower");
        yield return new TestCaseData(With(-12, -8, 200, 0.3), "likely lower").SetName("Of_MostLower_IsLikelyLower");
        yield return new TestCaseData(With(-12, -8, 200, 0.5), "lower on average, not in most histories").SetName("Of_HalfLower_IsLowerOnAverage");
    }

    [TestCaseSource(nameof(InOrder))]
    public void Of_Rules_MatchInOrder(PairedDifference difference, string expected) => Assert.That(Words(difference), Is.EqualTo(expected));

    [TestCase(NoEffectReason.StageNeverReached, "no effect: the stage was never reached")]
    [TestCase(NoEffectReason.BudgetZero, "no effect: the budget is zero")]
    [TestCase(NoEffectReason.StartAfterHorizon, "no effect: it starts after the last month")]
    [TestCase(NoEffectReason.NeverStarted, "no effect: its start never came")]
    [TestCase(NoEffectReason.None, "no effect")]
    public void Of_NoEffect_SaysWhy(NoEffectReason reason, string expected) =>
        Assert.That(Verdict.Of(Clear with { AllIdentical = true, Fired = 0 }, reason), Is.EqualTo(expected + "; started in 0 of 200"));

    [Test]
    public void Of_AnyVerdict_CountsTheStartsAndWarns() =>
        Assert.That(Verdict.Of(Clear with { Fired = 40, MayBeTooNarrow = true }, NoEffectReason.None),
            Is.EqualTo("very likely higher; started in 40 of 200; the interval may be too narrow"));

    /// <summary>Whole numbers, so that shares such as 66 of 100 fall on the marks.</summary>
    [Test]
    public void Of_MirroredPairs_SaysTheOppositeAndNeverSignificant() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 8], Gen.Int[1, 40]).Sample((higher, ties, size) =>
        {
            double[] twin = new double[100];
            double[] up = [.. twin.Select((_, i) => i < higher ? size + i % 3 : i < higher + ties ? 0.0 : -1)], down = [.. up.Select(value => -value)];
            bool[] fired = [.. twin.Select(_ => true)];
            var resamples = new Resamples(2, "mirror", 100, 200);
            string first = Verdict.Of(PairedDifference.Of(twin, up, fired, resamples), NoEffectReason.None);
            string second = Verdict.Of(PairedDifference.Of(twin, down, fired, resamples), NoEffectReason.None);
            Assert.That(second.Replace("lower", "HIGHER").Replace("higher", "lower").Replace("HIGHER", "higher"), Is.EqualTo(first), $"{higher} higher, {ties} ties");
            Assert.That(first, Does.Not.Contain("significant").And.Not.Contain("will"));
        }, seed: "0000KmMBFvY3", iter: 300);

    [Test]
    public void Of_SixtySixOfAHundredLower_IsAsLikelyAsHigher()
    {
        double[] twin = new double[100], up = [.. twin.Select((_, i) => i < 66 ? 2.0 : -1)], down = [.. up.Select(value => -value)];
        bool[] fired = [.. twin.Select(_ => true)];
        var resamples = new Resamples(2, "mirror", 100, 500);
        Assert.That(Words(PairedDifference.Of(twin, up, fired, resamples)), Is.EqualTo("likely higher"));
        Assert.That(Words(PairedDifference.Of(twin, down, fired, resamples)), Is.EqualTo("likely lower"));
    }
}
