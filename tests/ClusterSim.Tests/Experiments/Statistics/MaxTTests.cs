using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class MaxTTests
{
    private static readonly double[] Twelve = [0.6, -1.2, 2.3, 0, 1.1, 0.4, -0.3, 1.9, 0.7, 0, -0.8, 1.5];

    private static double?[] Adjusted(int flips, params double[][] arms) => MaxT.Adjusted(arms, 5, "test", flips);

    /// <summary>Normal differences of three arms that share a common part, without any effect.</summary>
    private static double[][] Null(int trial, int pairs)
    {
        var draws = new Draws(Draws.RunKey(8, trial), "null", 0);
        return [.. Enumerable.Range(0, 3).Select(arm => Enumerable.Range(0, pairs)
            .Select(pair => 0.5 * draws.Normal((ulong)pair) + draws.Normal((ulong)pair, arm + 1)).ToArray())];
    }

    [Test]
    public void Adjusted_OfOneArm_IsTheShareOfAllSignFlipsThatReachIt()
    {
        const int flips = 20_000;
        double Sum(int signs) => Math.Abs(Enumerable.Range(0, 12).Sum(i => (signs >> i & 1) == 0 ? Twelve[i] : -Twelve[i]));
        double exact = Enumerable.Range(0, 4096).Count(signs => Sum(signs) >= Sum(0) - 1e-9) / 4096.0;
        Assert.That(Adjusted(flips, Twelve)[0], Is.EqualTo(exact).Within(4 * Math.Sqrt(exact * (1 - exact) / flips)));
    }

    [TestCase(0.1)] // no sum of tenths is exact
    [TestCase(1)]
    public void Adjusted_OfEqualDifferences_IsReachedByTwoFlipsOfAll(double difference)
    {
        double expected = 2.0 / 16;
        Assert.That(Adjusted(8_000, [difference, difference, difference, difference])[0], Is.EqualTo(expected).Within(4 * Math.Sqrt(expected * (1 - expected) / 8_000)));
    }

    [Test]
    public void Adjusted_WithArmsOfZero_GivesThemNullAndLeavesTheRest()
    {
        double[] zero = new double[12];
        double?[] with = Adjusted(500, zero, Twelve, zero), without = Adjusted(500, Twelve);
        Assert.That((with[0], with[1], with[2]), Is.EqualTo(((double?)null, without[0], (double?)null)));
        Assert.That(Adjusted(500, zero, zero), Is.All.Null);
    }

    [Test]
    public void Adjusted_OfAnArmGivenTwice_PaysForItOnce() =>
        Assert.That(Adjusted(500, Twelve, Twelve), Is.All.EqualTo(Adjusted(500, Twelve)[0]));

    [Test]
    public void Adjusted_OfMoreArms_IsNeverLess()
    {
        double[][] arms = Null(0, 12);
        double alone = Adjusted(500, Twelve)[0]!.Value, among = Adjusted(500, [Twelve, .. arms])[0]!.Value;
        Assert.That(among, Is.GreaterThan(alone));
    }

    [Test]
    public void Adjusted_OfClearerEffects_FallsDownToTheLeastPossible()
    {
        double[][] arms = [.. new[] { 0, 0.5, 1, 3 }.Select(effect => Null(1, 30)[0].Select(d => d + effect).ToArray())];
        double?[] p = Adjusted(999, arms);
        Assert.That(p, Is.Ordered.Descending);
        Assert.That(p[3], Is.EqualTo(1 / 1000.0));
    }

    [Test]
    public void Adjusted_OfManyArmsWithoutEffect_RejectsAnyInFivePercent()
    {
        const int trials = 2_000;
        int rejected = Enumerable.Range(0, trials).Count(trial => MaxT.Adjusted(Null(trial, 20), (ulong)trial, "null", 199).Any(p => p <= 0.05));
        Assert.That(rejected / (double)trials, Is.EqualTo(0.05).Within(4 * Math.Sqrt(0.05 * 0.95 / trials)));
    }
}
