using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class ProportionsTests
{
    [TestCase(37, 50, 0.60447, 0.84128)]
    [TestCase(0, 10, 0, 0.27753)] // z^2 / (10 + z^2)
    [TestCase(10, 10, 0.72247, 1)]
    public void Wilson_OfKnownShares_IsThePublishedInterval(int hits, int trials, double low, double high)
    {
        Interval interval = Proportions.Wilson(hits, trials);
        Assert.That((interval.Low, interval.High), Is.EqualTo((low, high)).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) < 6e-6 && Math.Abs(a.Item2 - b.Item2) < 6e-6));
    }

    [Test]
    public void Wilson_WithoutTrials_SaysNothing() => Assert.That(Proportions.Wilson(0, 0), Is.EqualTo(new Interval(0, 1)));

    [TestCase(15, 4, 0.0192108)]
    [TestCase(4, 15, 0.0192108)]
    [TestCase(0, 0, 1)]
    [TestCase(3, 3, 1)] // twice 42/64 is more than 1
    [TestCase(0, 6, 2.0 / 64)]
    public void McNemar_OfDiscordantPairs_IsTheExactBinomial(int first, int second, double expected) =>
        Assert.That(Proportions.McNemar(first, second), Is.EqualTo(expected).Within(5e-8));

    [Test]
    public void McNemar_OfFiveThousandPairs_NeitherUnderflowsNorOverflows()
    {
        // Normal approximation with continuity correction: z = (2560 - 2440 - 1) / sqrt(5000).
        double p = Proportions.McNemar(2_560, 2_440), normal = 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -119 / Math.Sqrt(5_000));
        Assert.That(p, Is.EqualTo(normal).Within(1).Percent);
    }
}
