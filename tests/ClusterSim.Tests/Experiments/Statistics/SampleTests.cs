using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class SampleTests
{
    private static readonly double[] Five = [10, 3, 1, 4, 2];

    [Test]
    public void Moments_OfFiveNumbers_AreThoseByHand()
    {
        // Deviations from 4: 6, -1, -3, 0, -2. Squares add up to 50, cubes to 216 - 1 - 27 - 8 = 180.
        Assert.That(Sample.Mean(Five), Is.EqualTo(4));
        Assert.That(Sample.Variance(Five), Is.EqualTo(12.5));
        Assert.That(Sample.StandardError(Five), Is.EqualTo(Math.Sqrt(2.5)).Within(1e-15));
        Assert.That(Sample.Skewness(Five), Is.EqualTo(36 / (10 * Math.Sqrt(10))).Within(1e-15));
    }

    [TestCase(0, 1)]
    [TestCase(0.25, 2)]
    [TestCase(0.5, 3)]
    [TestCase(0.9, 7.6)] // position 3.6 of 0..4: 4 + 0.6 * (10 - 4)
    [TestCase(1, 10)]
    [TestCase(1.5, 10)]
    [TestCase(-1, 1)]
    public void Quantile_OfFiveNumbers_IsLinearBetweenThem(double p, double expected) =>
        Assert.That(Sample.Quantile(Five, p), Is.EqualTo(expected).Within(1e-15));

    /// <summary>Ratios whose lower mean has crossed zero are infinite.</summary>
    [TestCase(0, double.NegativeInfinity)]
    [TestCase(0.1, double.NegativeInfinity)]
    [TestCase(0.25, 1)]
    [TestCase(0.375, 1.5)]
    [TestCase(0.5, 2)]
    [TestCase(0.6, double.PositiveInfinity)]
    [TestCase(0.8, double.PositiveInfinity)]
    public void SortedQuantile_BesideAnInfiniteValue_IsInfinite(double p, double expected) =>
        Assert.That(Sample.SortedQuantile([double.NegativeInfinity, 1, 2, double.PositiveInfinity, double.PositiveInfinity], p), Is.EqualTo(expected));

    [Test]
    public void Statistics_OfNothingOrOneOrEquals_SaySo()
    {
        Assert.That(Sample.Mean([]), Is.NaN);
        Assert.That(Sample.Quantile([], 0.5), Is.NaN);
        Assert.That(Sample.Variance([7]), Is.Zero);
        Assert.That(Sample.Skewness([3, 3, 3]), Is.Zero);
        Assert.That(Sample.Quantile([7], 0.3), Is.EqualTo(7));
    }

    [Test]
    public void Variance_OfLargeNumbersThatDifferLittle_LosesNoDigits() =>
        Assert.That(Sample.Variance([1e9 + 1, 1e9 + 2, 1e9 + 3]), Is.EqualTo(1));

    [Test]
    public void MeanWithInterval_WithValuesMissing_IsThatOfTheFinite()
    {
        (double mean, Interval interval, int count) = Sample.MeanWithInterval([double.NaN, .. Five, double.PositiveInfinity]);
        double half = 2.7764 * Math.Sqrt(2.5); // t of 4 degrees
        Assert.That((mean, count), Is.EqualTo((4.0, 5)));
        Assert.That(interval.Low, Is.EqualTo(4 - half).Within(1e-12));
        Assert.That(interval.High, Is.EqualTo(4 + half).Within(1e-12));
        Assert.That(Sample.MeanWithInterval([double.NaN]).Count, Is.Zero);
    }
}
