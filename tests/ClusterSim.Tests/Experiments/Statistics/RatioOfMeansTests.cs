using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class RatioOfMeansTests
{
    [Test]
    public void Of_PairedValues_SolvesFiellersQuadratic()
    {
        double[] above = [3, 5, 4, 6], below = [10, 12, 11, 15];
        RatioOfMeans share = RatioOfMeans.Of(above, below)!;
        Assert.That(share.Ratio, Is.EqualTo(4.5 / 12));
        // At either bound the mean of (above - bound * below) lies exactly at the end of its own interval.
        foreach (double bound in (double[])[share.Interval.Low, share.Interval.High])
        {
            double[] rest = [.. above.Zip(below, (a, b) => a - bound * b)];
            Assert.That(Math.Abs(Sample.Mean(rest)), Is.EqualTo(StudentT.Quantile975(3) * Sample.StandardError(rest)).Within(1e-9));
        }
        Assert.That(share.Interval.Holds(share.Ratio));
    }

    [Test]
    public void Of_ADenominatorThatMayBeZero_IsNotEstimable()
    {
        Assert.That(RatioOfMeans.Of([1, 2, 3], [-1, 0, 2]), Is.Null);
        Assert.That(RatioOfMeans.Of([0, 0, 0], [0, 0, 0]), Is.Null);
        Assert.That(RatioOfMeans.Of([1, 2], [5, 6]), Is.Null, "two pairs carry no interval");
    }

    [Test]
    public void Of_AValueToItself_IsOneWithoutWidth()
    {
        RatioOfMeans one = RatioOfMeans.Of([5, 6, 8], [5, 6, 8])!;
        Assert.That((one.Ratio, one.Interval.Low, one.Interval.High), Is.EqualTo((1.0, 1.0, 1.0)).Within(1e-7));
    }
}
