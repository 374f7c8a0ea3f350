using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class PairedDifferenceTests
{
    private static PairedDifference Of(double[] differences, bool[]? fired = null, Better better = Better.Higher) =>
        PairedDifference.Of(new double[differences.Length], differences, fired ?? [.. differences.Select(_ => true)], Resamples(differences.Length), better);

    private static Resamples Resamples(int units) => new(6, "test", units, 500);

    /// <summary>So many values with mean 1: symmetric, or one in <paramref name="every"/> with a long tail and zeros between.</summary>
    private static double[] Values(int count, int every = 1)
    {
        var draws = Worlds.DrawsOf("values", 0);
        return [.. Enumerable.Range(0, count).Select(i => every == 1 ? 1 + draws.Normal((ulong)i) : i % every == 0 ? draws.Exponential((ulong)i) : 0)];
    }

    [Test]
    public void Of_FourPairs_IsTheHandCalculation()
    {
        PairedDifference found = PairedDifference.Of([1, 2, 3, 4], [2, 4, 3, 7], [true, true, false, true], Resamples(4));
        // Differences 1, 2, 0, 3. Variances: twins 5/3, treated 14/3, differences 5/3.
        Assert.That((found.Pairs, found.Fired, found.BaselineMean, found.ArmMean, found.Mean), Is.EqualTo((4, 3, 2.5, 4.0, 1.5)));
        Assert.That(found.StandardDeviation, Is.EqualTo(Math.Sqrt(5.0 / 3)).Within(1e-15));
        Assert.That(found.VarianceReduction, Is.EqualTo(3.8).Within(1e-14));
        Assert.That(found.EffectOnTriggered, Is.EqualTo(2), "the mean of 1, 2 and 3");
    }

    [Test]
    public void EffectOnTriggered_TimesTheShareThatFired_IsTheIntentionToTreat() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Bool).Array[3, 40].Where(pairs => pairs.Any(pair => pair.Item2)).Sample(pairs =>
        {
            bool[] fired = [.. pairs.Select(pair => pair.Item2)];
            PairedDifference found = Of([.. pairs.Select(pair => pair.Item2 ? pair.Item1 : 0)], fired);
            double onTriggered = pairs.Where(pair => pair.Item2).Average(pair => pair.Item1);
            Assert.That(found.EffectOnTriggered, Is.EqualTo(onTriggered).Within(1e-12));
            Assert.That(found.Mean, Is.EqualTo(onTriggered * found.Fired / found.Pairs).Within(1e-12));
        }, seed: "0000KmMBFvY3", iter: 50);

    [Test]
    public void Of_PairsThatNeverFired_IsZeroAndKnowsNoShare()
    {
        PairedDifference found = Of(new double[40], new bool[40]);
        Assert.That((found.Mean, found.Interval, found.AllIdentical, found.Fired, found.MayBeTooNarrow), Is.EqualTo((0.0, new Interval(0, 0), true, 0, false)));
        Assert.That((found.EffectOnTriggered, found.ShareBetter, found.ShareHigher, found.VarianceReduction), Is.EqualTo(((double?)null, (double?)null, (double?)null, (double?)null)));
    }

    [Test]
    public void ShareBetter_WithTiesAndPairsThatNeverFired_CountsTiesHalfAndTheOthersNot()
    {
        double[] differences = [3, -1, 0, 2, 0];
        bool[] fired = [true, true, true, true, false];
        PairedDifference higher = Of(differences, fired), lower = Of(differences, fired, Better.Lower);
        Assert.That((higher.ShareHigher, higher.ShareBetter), Is.EqualTo((2.5 / 4, 2.5 / 4)));
        Assert.That((lower.ShareHigher, lower.ShareBetter), Is.EqualTo((2.5 / 4, 1.5 / 4)));
    }

    [Test]
    public void Interval_OfSymmetricDifferences_IsBiasCorrectedAndElseStudentised()
    {
        double[] symmetric = Values(100), sparse = [.. symmetric.Select((value, i) => i % 2 == 0 ? value - 1 : 0)];
        double[] enough = [.. symmetric.Select((value, i) => i % 5 < 3 ? value : 0)], skewed = [.. Values(100).Select(value => value * value * value)];
        Assert.That(Math.Abs(Sample.Skewness(sparse)), Is.LessThan(1), "zeros alone must decide");
        Assert.That(Math.Abs(Sample.Skewness(skewed)), Is.GreaterThan(1));
        foreach (double[] values in new[] { symmetric, enough }) Assert.That(Of(values).Interval, Is.EqualTo(Bootstrap.BiasCorrected(values, Resamples(100))));
        foreach (double[] values in new[] { sparse, skewed }) Assert.That(Of(values).Interval, Is.EqualTo(Bootstrap.Studentised(values, Resamples(100))));
    }

    [TestCase(29, 1, ExpectedResult = true)]
    [TestCase(30, 1, ExpectedResult = false)]
    [TestCase(99, 2, ExpectedResult = true)] // 50 moved, fewer than 100 pairs
    [TestCase(100, 2, ExpectedResult = false)]
    [TestCase(145, 5, ExpectedResult = true)] // 29 moved
    [TestCase(150, 5, ExpectedResult = false)]
    public bool MayBeTooNarrow_BySizeAndSkew_WarnsBelowThirtyMovedOrAHundredSkewed(int pairs, int every) => Of(Values(pairs, every)).MayBeTooNarrow;

    [TestCase(1)]
    [TestCase(2)]
    public void Interval_OfTwoPairsOrFewer_IsUnknown(int pairs)
    {
        PairedDifference found = Of(Values(pairs));
        Assert.That(found.Interval, Is.EqualTo(new Interval(double.NegativeInfinity, double.PositiveInfinity)));
        Assert.That(Verdict.Of(found, NoEffectReason.None), Does.StartWith("too few histories to tell"));
        Assert.That(Of(new double[pairs]).Interval, Is.EqualTo(new Interval(0, 0)), "identical pairs are identical, however few");
    }

    [Test]
    public void Of_ListsOfOtherLengths_IsRefused()
    {
        Assert.That(() => PairedDifference.Of([1, 2], [1], [true, true], Resamples(2)), Throws.ArgumentException);
        Assert.That(() => PairedDifference.Of([1, 2], [1, 2], [true], Resamples(2)), Throws.ArgumentException);
        Assert.That(() => PairedDifference.Of([1, 2], [1, 2], [true, true], Resamples(3)), Throws.ArgumentException);
    }
}
