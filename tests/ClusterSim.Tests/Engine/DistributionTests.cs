using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

/// <summary>The distributions of <see cref="Draws"/>: moments within four standard errors, and what is nested in what.</summary>
public sealed class DistributionTests
{
    private const int Many = 40_000;

    private static readonly Draws Test = Worlds.DrawsOf("distributions", 3);

    [Test]
    public void Uniform_OfManyIds_HasItsMoments() => AssertMoments(id => Test.Uniform(id), 0.5, 1.0 / 12, 1.0 / 80);

    [Test]
    public void Normal_OfManyIds_HasItsMoments() => AssertMoments(id => Test.Normal(id), 0, 1, 3);

    [Test]
    public void Exponential_OfManyIds_HasItsMoments() => AssertMoments(id => Test.Exponential(id), 1, 1, 9);

    [TestCase(0.01)]
    [TestCase(0.7)]
    [TestCase(4)]
    [TestCase(60)]
    [TestCase(500)]
    public void Poisson_OfManyIds_HasItsMoments(double mean) =>
        AssertMoments(id => Test.Poisson(mean, id), mean, mean, mean + 3 * mean * mean);

    [Test]
    public void Poisson_OfMeanZero_IsZero() => Assert.That(Enumerable.Range(0, 100).Select(id => Test.Poisson(0, (ulong)id)), Has.All.Zero);

    [Test]
    public void Poisson_AtALargerMean_IsNeverLess()
    {
        for (ulong id = 0; id < 2000; id++)
        {
            int before = 0;
            foreach (double mean in new[] { 0.1, 0.5, 0.50001, 2, 10, 11, 100 })
            {
                int count = Test.Poisson(mean, id);
                Assert.That(count, Is.GreaterThanOrEqualTo(before));
                before = count;
            }
        }
    }

    [TestCase(1, 0.3)]
    [TestCase(10, 0.05)]
    [TestCase(10, 0.9)]
    [TestCase(300, 0.01)]
    [TestCase(300, 0.5)]
    [TestCase(300, 0.95)]
    [TestCase(300, 0.999)]
    public void Binomial_OfManyIds_HasItsMoments(int trials, double probability)
    {
        double variance = trials * probability * (1 - probability);
        double fourth = variance * (1 + 3 * (trials - 2) * probability * (1 - probability));
        AssertMoments(id => Test.Binomial(trials, probability, id), trials * probability, variance, fourth);
    }

    [TestCase(0, 0.5, 0)]
    [TestCase(-1, 0.5, 0)]
    [TestCase(7, 0, 0)]
    [TestCase(7, -0.1, 0)]
    [TestCase(7, 1, 7)]
    [TestCase(7, 1.1, 7)]
    public void Binomial_AtItsEnds_IsCertain(int trials, double probability, int expected) =>
        Assert.That(Enumerable.Range(0, 100).Select(id => Test.Binomial(trials, probability, (ulong)id)), Has.All.EqualTo(expected));

    [Test]
    public void Binomial_AtALargerProbability_IsNeverLess()
    {
        double[] probabilities = [0, 0.01, 0.1, 0.3, 0.499, 0.5, 0.501, 0.7, 0.9, 0.95, 0.99, 0.9999, 1];
        foreach (int trials in new[] { 1, 5, 40, 300 })
            for (ulong id = 0; id < 500; id++)
                Assert.That(probabilities.Select(probability => Test.Binomial(trials, probability, id)), Is.Ordered.Ascending, $"{trials} trials, id {id}");
    }

    [Test]
    public void Binomial_OfMoreTrials_IsNeverLess()
    {
        foreach (double probability in new[] { 0.02, 0.3, 0.5, 0.8, 0.95 })
            for (ulong id = 0; id < 300; id++)
            {
                int[] counts = [.. Enumerable.Range(0, 61).Concat([100, 200, 230, 260, 300]).Select(trials => Test.Binomial(trials, probability, id))];
                Assert.That(counts, Is.Ordered.Ascending, $"probability {probability}, id {id}");
                Assert.That(counts[..61].Zip(counts[1..61], (few, more) => more - few), Has.All.LessThanOrEqualTo(1));
            }
    }

    /// <param name="fourth">The fourth central moment, from which the error of the variance follows.</param>
    private static void AssertMoments(Func<ulong, double> draw, double mean, double variance, double fourth)
    {
        double sum = 0, squares = 0;
        for (ulong id = 0; id < Many; id++)
        {
            double deviation = draw(Lineage.Mix(id)) - mean;
            sum += deviation;
            squares += deviation * deviation;
        }
        Assert.That(sum / Many, Is.Zero.Within(4 * Math.Sqrt(variance / Many)), "mean");
        Assert.That(squares / Many, Is.EqualTo(variance).Within(4 * Math.Sqrt((fourth - variance * variance) / Many)), "variance");
    }
}
