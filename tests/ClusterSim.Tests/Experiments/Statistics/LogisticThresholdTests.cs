using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

/// <summary>The size at which half of the histories do something.</summary>
public sealed class LogisticThresholdTests
{
    private static readonly double[] Sizes = [.. Enumerable.Range(1, 60).Select(size => size * 100.0)];

    private static bool[][] Hits(double half, double width, int seed) =>
        [.. Sizes.Select((size, i) => Enumerable.Range(0, 10).Select(j => Draw(seed, 10 * i + j) < 1 / (1 + Math.Exp((half - size) / width))).ToArray())];

    private static double Draw(int seed, int i) => new Draws(Draws.RunKey((ulong)seed, 0), "test", 0).Uniform((ulong)i, 0);

    [Test]
    public void Half_OfAKnownCurve_IsHeldByItsInterval()
    {
        int held = 0;
        for (int seed = 1; seed <= 40; seed++)
        {
            LogisticThreshold found = LogisticThreshold.Of(Sizes, Hits(half: 2_500, width: 500, seed), seed: 1);
            if (found.Interval.Holds(2_500)) held++;
            Assert.That(found.Half, Is.EqualTo(2_500).Within(400));
        }
        Assert.That(held, Is.GreaterThanOrEqualTo(34), "95 % of 40 is 38; fewer than 34 comes in one of two hundred");
    }

    [Test]
    public void Half_OfASharpStep_LiesBetweenTheSteps() =>
        Assert.That(LogisticThreshold.Of([1, 2, 3, 4], [[false], [false], [true], [true]], 1).Half, Is.EqualTo(2.5).Within(0.05), "a little ridge keeps a perfect step finite");

    [Test]
    public void Half_WhereMoreDoesNotMeanMoreOften_IsNotThere() =>
        Assert.That(LogisticThreshold.Of([1, 2, 3, 4], [[true], [true], [false], [false]], 1).Half, Is.NaN);

    [Test]
    public void Half_OfRescaledSizes_IsRescaled()
    {
        bool[][] hits = Hits(half: 3_000, width: 800, seed: 3);
        LogisticThreshold one = LogisticThreshold.Of(Sizes, hits, 1), other = LogisticThreshold.Of([.. Sizes.Select(size => 1e6 + 7 * size)], hits, 1);
        Assert.That(other.Half, Is.EqualTo(1e6 + 7 * one.Half).Within(1e-3));
        Assert.That(other.Interval.High, Is.EqualTo(1e6 + 7 * one.Interval.High).Within(1e-3));
    }
}
