using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class ArmRobustnessTests
{
    private static double[] Twice(double value) => [value, value];

    [Test]
    public void Of_WorldsWithoutNoise_IsTheHandCalculation()
    {
        // World by world the best is the first arm (4 against 1), the second (8 against 2), both (3).
        IReadOnlyList<ArmRobustness> found = ArmRobustness.Of([[Twice(4), Twice(2), Twice(3)], [Twice(1), Twice(8), Twice(3)]]);
        Assert.That(found[0] with { RegretP90 = 0 }, Is.EqualTo(new ArmRobustness(6, 0, 2, 0.5, 2, 3)));
        Assert.That(found[1] with { RegretP90 = 0 }, Is.EqualTo(new ArmRobustness(3, 0, 1, 0.5, 1, 4)));
        Assert.That(found.Select(arm => arm.RegretP90), Is.EqualTo(new[] { 4.8, 2.4 }).Within(1e-12), "eight tenths of the way from the second to the largest");
    }

    [Test]
    public void Best_OfThreeEqualArms_IsTooHighByTheOrderStatisticUnlessSplit()
    {
        // The largest of three standard normals is 3 / (2 sqrt(pi)) in the mean; each arm's mean has an error of 1/sqrt(16).
        const int trials = 4_000, replications = 16;
        double[] naive = new double[trials], corrected = new double[trials], regret = new double[trials];
        for (int trial = 0; trial < trials; trial++)
        {
            double[][] values = [.. Enumerable.Range(0, 3).Select(arm => Enumerable.Range(0, replications).Select(i => 5 + Worlds.DrawsOf($"arm {arm}", trial).Normal((ulong)i)).ToArray())];
            (naive[trial], corrected[trial]) = SplitSample.Best(values);
            regret[trial] = SplitSample.Regret(values)[1];
        }
        Assert.That(naive.Average() - 5, Is.EqualTo(3 / (2 * Math.Sqrt(Math.PI)) / 4).Within(4 * Sample.StandardError(naive)));
        Assert.That(corrected.Average() - 5, Is.Zero.Within(4 * Sample.StandardError(corrected)));
        Assert.That(regret.Average(), Is.Zero.Within(4 * Sample.StandardError(regret)));
        Assert.That(naive.Average() - 5, Is.GreaterThan(20 * Sample.StandardError(naive)));
    }

    [Test]
    public void Of_ArmsThatDoNotMatch_IsRefused()
    {
        Assert.That(() => ArmRobustness.Of([]), Throws.ArgumentException);
        Assert.That(() => ArmRobustness.Of([[Twice(1)], [Twice(1), Twice(2)]]), Throws.ArgumentException);
        Assert.That(() => ArmRobustness.Of([[[1]], [[2]]]), Throws.ArgumentException, "one replication cannot be split");
    }

    [TestCase(new double[] { 1, 2, 3, 4, 5 }, new double[] { 3, 4, 1, 2, 5 }, 0.2)]
    [TestCase(new double[] { 1, 2, 3 }, new double[] { 9, 5, 1 }, -1)]
    [TestCase(new double[] { 1, 2, 2, 3 }, new double[] { 1, 2, 3, 4 }, 0.9128709291752769)] // 5 / sqrt(5 x 6)
    [TestCase(new double[] { 1, 1 }, new double[] { 1, 2 }, double.NaN)]
    public void Kendall_OfKnownRankings_IsTheHandCalculation(double[] first, double[] second, double tau) =>
        Assert.That(RankAgreement.Kendall(first, second), Is.EqualTo(tau).Within(1e-15));

    [Test]
    public void Agreement_OfWorlds_ComparesEachWithTheMeanOverAll()
    {
        // Overall the third arm is best, then the second; the last world turns the order round.
        RankAgreement found = RankAgreement.Of([[1, 1, 9], [2, 5, 5], [9, 9, 1]]);
        Assert.That(found.Taus, Is.EqualTo(new[] { 1.0, 1, -1 }).Within(1e-15));
        Assert.That((found.SameBest, found.Interval), Is.EqualTo((2, Proportions.Wilson(2, 3))));
        Assert.That(() => RankAgreement.Of([[1, 2]]), Throws.ArgumentException);
    }
}
