using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class RatioOfMeansTests
{
    private const int Count = 400;

    /// <summary>Costs and job-years of so many pairs: correlated, ratio 3; one pair in <paramref name="every"/> fired.</summary>
    private static (double[] Above, double[] Below) Values(int count, int every = 1, int trial = 0)
    {
        var draws = Worlds.DrawsOf("ratio", trial);
        double[] below = new double[count], above = new double[count];
        for (int i = 0; i < count; i++)
        {
            bool fired = every == 1 || draws.Chance(1.0 / every, (ulong)i, 2);
            below[i] = fired ? (every == 1 ? 4 + draws.Normal((ulong)i) : 4 * draws.Exponential((ulong)i)) : 0;
            above[i] = fired ? 3 * below[i] + draws.Normal((ulong)i, 1) : 0;
        }
        return (above, below);
    }

    [Test]
    public void Fieller_OfPairs_HasTheRootsOfItsEquation()
    {
        (double[] above, double[] below) = Values(40);
        RatioOfMeans found = RatioOfMeans.Fieller(above, below);
        double t = StudentT.Quantile975(39), va = Sample.Variance(above) / 40, vb = Sample.Variance(below) / 40;
        double covariance = above.Zip(below, (a, b) => (a - above.Average()) * (b - below.Average())).Sum() / 39 / 40;
        foreach (double end in new[] { found.Interval.Low, found.Interval.High })
            Assert.That(Math.Pow(above.Average() - end * below.Average(), 2), Is.EqualTo(t * t * (va - 2 * end * covariance + end * end * vb)).Within(1e-9));
        Assert.That(found.Value, Is.EqualTo(above.Average() / below.Average()).Within(1e-12));
        Interval independent = RatioOfMeans.Fieller(above.Average(), below.Average(), Math.Sqrt(va), Math.Sqrt(vb), 0, t).Interval;
        Assert.That(independent.HalfWidth, Is.GreaterThan(2 * found.Interval.HalfWidth), "pairing is what makes it narrow");
    }

    [TestCase(1, TestName = "Bootstrapped_OfSymmetricPairs_IsTheSlowBiasCorrected")]
    [TestCase(3, TestName = "Bootstrapped_OfMostlyZeroPairs_IsTheSlowStudentised")]
    public void Bootstrapped(int every)
    {
        (double[] above, double[] below) = Values(60, every);
        var resamples = new Resamples(5, "ratio", 60, Count);
        RatioOfMeans found = RatioOfMeans.Bootstrapped(above, below, resamples);
        (double[] A, double[] B)[] drawn = [.. Enumerable.Range(0, Count).Select(i => resamples[i].ToArray()).Select(units => (Pick(above, units), Pick(below, units)))];
        double ratio = above.Average() / below.Average();
        if (every == 1)
        {
            double[] ratios = [.. drawn.Select(pair => pair.A.Average() / pair.B.Average())];
            double[] jackknife = [.. above.Select((_, out_) => ratio - Without(above, out_).Average() / Without(below, out_).Average())];
            Interval slow = Bootstrap.BiasCorrected(ratio, ratios, jackknife);
            Assert.That(found.Interval.Low, Is.EqualTo(slow.Low).Within(1e-3), "influences are the jackknife's but for terms of 1/n");
            Assert.That(found.Interval.High, Is.EqualTo(slow.High).Within(1e-3));
            return;
        }
        double[] scores = [.. drawn.Select(pair => (pair.A.Average() / pair.B.Average() - ratio) / Error(pair.A, pair.B)).Order()];
        Assert.That(found.Interval.Low, Is.EqualTo(ratio - Error(above, below) * Sample.Quantile(scores, 0.975)).Within(1e-9));
        Assert.That(found.Interval.High, Is.EqualTo(ratio - Error(above, below) * Sample.Quantile(scores, 0.025)).Within(1e-9));
    }

    private static double[] Pick(double[] values, int[] units) => [.. units.Select(unit => values[unit])];

    private static double[] Without(double[] values, int unit) => [.. values.Where((_, i) => i != unit)];

    /// <summary>Delta method: the standard error of mean(above - ratio below) over the mean below.</summary>
    private static double Error(double[] above, double[] below) =>
        Sample.StandardError([.. above.Zip(below, (a, b) => a - above.Average() / below.Average() * b)]) / below.Average();

    [TestCase(1, 60)]
    [TestCase(2, 100)]
    public void Intervals_OverManyTrials_HoldTheRatio(int every, int pairs)
    {
        const int trials = 600;
        var resamples = new Resamples(6, "ratio", pairs, Count);
        int boot = 0, fieller = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            (double[] above, double[] below) = Values(pairs, every, trial);
            if (RatioOfMeans.Bootstrapped(above, below, resamples).Interval.Holds(3)) boot++;
            if (RatioOfMeans.Fieller(above, below).Interval.Holds(3)) fieller++;
        }
        double error = 4 * Math.Sqrt(0.05 * 0.95 / trials);
        Assert.That(fieller / (double)trials, Is.EqualTo(0.95).Within(error));
        Assert.That(boot / (double)trials, Is.EqualTo(0.945).Within(error));
    }

    [Test]
    public void Ratio_ToWhatMayBeZero_IsNotEstimable()
    {
        double[] above = [5, 6, 7, 5, 6, 7, 5, 6], around = [1, -1, 2, -2, 1, -1, 2, -1.9];
        var resamples = new Resamples(1, "zero", 8, Count);
        Assert.That(RatioOfMeans.Fieller(above, around).IsEstimable, Is.False);
        Assert.That(RatioOfMeans.Bootstrapped(above, around, resamples), Is.EqualTo(RatioOfMeans.NotEstimable));
        Assert.That(RatioOfMeans.Bootstrapped(new double[8], new double[8], resamples).IsEstimable, Is.False, "an arm that never started");
        Assert.That(() => RatioOfMeans.Fieller(above, [1]), Throws.ArgumentException);
    }

    [Test]
    public void Bootstrapped_WhereAFewResamplesCrossZero_ReachesAsFarAsItMustAndIsANumber()
    {
        // The mean below is 1 with an error of 0.48: one resample in sixty has none left.
        double[] below = [3.1, -0.9, 1.8, 0.2, 2.6, -1.2, 1.4, 0.6, 2.9, -0.5], above = [.. below.Select((value, i) => 10 + i % 3)];
        var resamples = new Resamples(1, "cross", 10, 4_000);
        Assert.That(Bootstrap.Means(below, resamples).Count(mean => mean <= 0), Is.InRange(10, 100));
        RatioOfMeans found = RatioOfMeans.Bootstrapped(above, below, resamples);
        Assert.That(found.Interval.Low, Is.InRange(4, 8));
        Assert.That(found.Interval.High, Is.GreaterThan(40));
    }

    [Test]
    public void Ratio_OfNegativeMeans_IsTheMirrorImage()
    {
        (double[] above, double[] below) = Values(60);
        var resamples = new Resamples(5, "ratio", 60, Count);
        RatioOfMeans plain = RatioOfMeans.Bootstrapped(above, below, resamples), mirrored = RatioOfMeans.Bootstrapped(above, [.. below.Select(value => -value)], resamples);
        Assert.That(mirrored.Value, Is.EqualTo(-plain.Value));
        Assert.That((mirrored.Interval.Low, mirrored.Interval.High), Is.EqualTo((-plain.Interval.High, -plain.Interval.Low)).Within(1e-9));
    }
}
