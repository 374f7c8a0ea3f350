using ClusterSim.Experiments.Statistics;
using CsCheck;
using MathNet.Numerics.Distributions;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

/// <summary>Intervals against a slow second writing of the formulas, with jackknife and two-pass variances in full.</summary>
public sealed class BootstrapTests
{
    private const int Count = 400;

    private static readonly double[] Skewed = [0, 0, 0.25, 0.5, 0, 1.5, 7, 0, 2.25, -0.5, 0, 3];

    /// <summary>Eighths: their sums are exact, so that ties are ties in every order of summation.</summary>
    private static readonly Gen<double[]> Eighths = Gen.Int[-80, 80].Select(i => i / 8.0).Array[6, 30].Where(values => values.Distinct().Count() > 2);

    [Test]
    public void BiasCorrected_OfAnyValues_IsTheSlowOne() =>
        Eighths.Sample(values => AreEqual(Bootstrap.BiasCorrected(values, Of(values)), SlowBiasCorrected(values, Of(values))), seed: "0000KmMBFvY3", iter: 60);

    [Test]
    public void Studentised_OfAnyValues_IsTheSlowOne() =>
        Eighths.Sample(values => AreEqual(Bootstrap.Studentised(values, Of(values)), SlowStudentised(values, Of(values))), seed: "0000KmMBFvY3", iter: 60);

    /// <summary>Some resamples hold one value seven times; about a mean that no binary fraction is, rounding gives them a variance.</summary>
    [Test]
    public void Studentised_WithResamplesOfEqualValues_LeavesThemOut()
    {
        double[] values = [-7.75, 5.25, -5.25, -6.75, 4.5, 3.625, 4.5];
        Assert.That(Drawn(values, Of(values)).Any(drawn => drawn.Distinct().Count() == 1), Is.True);
        AreEqual(Bootstrap.Studentised(values, Of(values)), SlowStudentised(values, Of(values)));
    }

    [Test]
    public void Intervals_OfSkewedValues_ReachFurtherOnTheSideOfTheTail()
    {
        double mean = Sample.Mean(Skewed);
        var resamples = new Resamples(1, "test", Skewed.Length);
        Interval corrected = Bootstrap.BiasCorrected(Skewed, resamples), studentised = Bootstrap.Studentised(Skewed, resamples);
        Assert.That(corrected.High - mean, Is.GreaterThan(1.3 * (mean - corrected.Low)));
        Assert.That(studentised.High - mean, Is.GreaterThan(1.3 * (mean - studentised.Low)));
        Assert.That(studentised.High, Is.GreaterThan(corrected.High), "the studentised interval is the wider one there");
    }

    [Test]
    public void Intervals_OfShiftedAndScaledValues_ShiftAndScaleAlong() =>
        Gen.Select(Eighths, Gen.Int[-64, 64], Gen.Int[0, 3].Select(i => new[] { -4, -0.5, 0.25, 8 }[i])).Sample((values, shift, scale) =>
        {
            Resamples resamples = Of(values);
            double[] moved = [.. values.Select(value => shift + scale * value)];
            Interval Moved(Interval interval) => scale > 0
                ? new(shift + scale * interval.Low, shift + scale * interval.High)
                : new(shift + scale * interval.High, shift + scale * interval.Low);
            AreEqual(Bootstrap.BiasCorrected(moved, resamples), Moved(Bootstrap.BiasCorrected(values, resamples)));
            AreEqual(Bootstrap.Studentised(moved, resamples), Moved(Bootstrap.Studentised(values, resamples)));
        }, seed: "0000KmMBFvY3", iter: 60);

    [Test]
    public void Resamples_OfASeed_AreTheSameAgainAndOthersForAnotherSeedOrLabel()
    {
        Resamples first = new(3, "a", 20, 50), again = new(3, "a", 20, 50), seed = new(4, "a", 20, 50), label = new(3, "b", 20, 50);
        Assert.That(Flat(again), Is.EqualTo(Flat(first)));
        Assert.That(Flat(seed), Is.Not.EqualTo(Flat(first)));
        Assert.That(Flat(label), Is.Not.EqualTo(Flat(first)));
    }

    [TestCase(1_677, 10_000)]
    [TestCase(3_356, 4_999)]
    [TestCase(400_000, 200)]
    public void Resamples_OfManyReplications_AreFewerThanAsked(int units, int count) =>
        Assert.That(new Resamples(1, "many", units).Count, Is.EqualTo(count));

    [Test]
    public void Resamples_OverManyDraws_TakeEveryUnitEquallyOften()
    {
        const int units = 7, count = 6_000;
        var resamples = new Resamples(9, "even", units, count);
        double[] taken = new double[units];
        foreach (int unit in Flat(resamples)) taken[unit]++;
        Assert.That(taken, Has.All.EqualTo(count).Within(Worlds.FourErrors(count)));
    }

    private static Resamples Of(double[] values) => new(11, "test", values.Length, Count);

    private static int[] Flat(Resamples resamples) => [.. Enumerable.Range(0, resamples.Count).SelectMany(i => resamples[i].ToArray())];

    private static double[][] Drawn(double[] values, Resamples resamples) =>
        [.. Enumerable.Range(0, resamples.Count).Select(i => resamples[i].ToArray().Select(unit => values[unit]).ToArray())];

    private static Interval SlowBiasCorrected(double[] values, Resamples resamples)
    {
        double mean = values.Average();
        double[] means = [.. Drawn(values, resamples).Select(drawn => drawn.Average()).Order()];
        double share = (means.Count(m => m < mean) + 0.5 * means.Count(m => m == mean)) / means.Length;
        double z0 = Normal.InvCDF(0, 1, Math.Clamp(share, 0.5 / means.Length, 1 - 0.5 / means.Length));
        double[] left = [.. values.Select((_, out_) => values.Where((_, i) => i != out_).Average())];
        double centre = left.Average();
        double a = left.Sum(m => Math.Pow(centre - m, 3)) / (6 * Math.Pow(left.Sum(m => Math.Pow(centre - m, 2)), 1.5));
        double End(double p)
        {
            double z = z0 + Normal.InvCDF(0, 1, p);
            return At(means, Normal.CDF(0, 1, z0 + z / (1 - a * z)));
        }
        return new Interval(End(0.025), End(0.975));
    }

    private static Interval SlowStudentised(double[] values, Resamples resamples)
    {
        double mean = values.Average();
        double[] scores = [.. Drawn(values, resamples).Where(drawn => drawn.Distinct().Count() > 1).Select(drawn => (drawn.Average() - mean) / Error(drawn)).Order()];
        return new Interval(mean - Error(values) * At(scores, 0.975), mean - Error(values) * At(scores, 0.025));
    }

    private static double Error(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
    }

    /// <summary>Type 7: position p (n - 1), counted from 0.</summary>
    private static double At(double[] sorted, double p)
    {
        double position = p * (sorted.Length - 1);
        int low = (int)Math.Floor(position), high = (int)Math.Ceiling(position);
        return sorted[low] * (1 - (position - low)) + sorted[high] * (position - low);
    }

    private static void AreEqual(Interval found, Interval expected)
    {
        double tolerance = 1e-7 * (1 + Math.Abs(expected.Low) + Math.Abs(expected.High));
        Assert.That(found.Low, Is.EqualTo(expected.Low).Within(tolerance));
        Assert.That(found.High, Is.EqualTo(expected.High).Within(tolerance));
    }
}
