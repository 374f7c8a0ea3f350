using ClusterSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class BinomialTailTests
{
    [TestCase(9, 10, 0.5, 11.0 / 1024)]
    [TestCase(0, 10, 0.5, 1)]
    [TestCase(10, 10, 0.1, 1e-10)]
    [TestCase(1, 10, 0, 0)]
    [TestCase(10, 10, 1, 1)]
    public void AtLeast_OfKnownCounts_IsTheHandCalculation(int least, int trials, double probability, double expected) =>
        Assert.That(BinomialTail.AtLeast(least, trials, probability), Is.EqualTo(expected).Within(1e-12 * Math.Max(expected, 1e-3)));

    [Test]
    public void BothTails_OfManyCounts_AreThoseOfAnotherImplementation()
    {
        foreach (int trials in new[] { 7, 324, 5_000 })
            foreach (double p in new[] { 0.01, 0.3, 0.5, 0.95 })
                foreach (double share in new[] { 0.0, 0.02, 0.29, 0.31, 0.5, 0.94, 0.97, 1 })
                {
                    int count = (int)(share * trials);
                    Assert.That(BinomialTail.AtMost(count, trials, p), Is.EqualTo(count == trials ? 1 : Binomial.CDF(p, trials, count)).Within(1e-10), $"{count} of {trials} at {p}");
                    Assert.That(BinomialTail.AtLeast(count, trials, p), Is.EqualTo(count == 0 ? 1 : 1 - Binomial.CDF(p, trials, count - 1)).Within(1e-10), $"{count} of {trials} at {p}");
                }
    }
}
