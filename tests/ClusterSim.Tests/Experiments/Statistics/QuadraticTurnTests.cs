using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class QuadraticTurnTests
{
    private static readonly double[] Sizes = [.. Enumerable.Range(0, 60).Select(i => 100 + 10.0 * i)];

    [TestCase(-1, true)]
    [TestCase(2, false)]
    public void Of_AParabola_IsItsVertex(double bend, bool peak)
    {
        QuadraticTurn turn = QuadraticTurn.Of(Sizes, [.. Sizes.Select(size => 7 + bend * (size - 420) * (size - 420))], 1);
        Assert.That((turn.At, turn.Interval.Low, turn.Interval.High), Is.EqualTo((420.0, 420.0, 420.0)).Using<(double, double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) < 1e-6));
        Assert.That((turn.IsPeak, turn.IsShown), Is.EqualTo((peak, true)));
    }

    [Test]
    public void Of_ALine_TurnsNowhere() => Assert.That(QuadraticTurn.Of(Sizes, [.. Sizes.Select(size => 3 * size)], 1).IsShown, Is.False);

    [Test]
    public void Of_TooFewSizes_TurnsNowhere() => Assert.That(QuadraticTurn.Of([1, 2, 1, 2], [1, 2, 3, 4], 1).IsShown, Is.False);

    /// <summary>A bend buried in noise is not shown; in 200 draws of noise alone one way of bending must be rare.</summary>
    [Test]
    public void Of_NoiseAlone_IsHardlyEverShown()
    {
        int shown = 0;
        for (int trial = 0; trial < 200; trial++)
        {
            var random = new Random(trial);
            if (QuadraticTurn.Of(Sizes, [.. Sizes.Select(_ => random.NextDouble())], (ulong)trial).IsShown) shown++;
        }
        Assert.That(shown, Is.LessThanOrEqualTo(20), "5 % of 200 and four standard errors");
    }

    /// <summary>The interval covers the truth in 95 of 100 trials.</summary>
    [Test]
    public void Interval_OfNoisyParabolas_CoversTheTruth()
    {
        int covered = 0;
        const int trials = 200;
        for (int trial = 0; trial < trials; trial++)
        {
            var random = new Random(1_000 + trial);
            QuadraticTurn turn = QuadraticTurn.Of(Sizes, [.. Sizes.Select(size => -Math.Pow((size - 350) / 100, 2) + 2 * (random.NextDouble() + random.NextDouble() - 1))], (ulong)trial);
            if (turn.Interval.Low <= 350 && 350 <= turn.Interval.High) covered++;
        }
        Assert.That(covered / (double)trials, Is.EqualTo(0.95).Within(4 * Math.Sqrt(0.95 * 0.05 / trials)));
    }
}
