using ClusterSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class SampleSizeTests
{
    /// <summary>Histories in each group at 1 %, power 95 %: f = 0.05, 0.1, 0.2, 0.4, 0.8; exact noncentral F of another implementation.</summary>
    [TestCase(2, new[] { 3565, 893, 225, 58, 16 })]
    [TestCase(3, new[] { 2755, 690, 174, 45, 13 })]
    [TestCase(5, new[] { 1948, 488, 123, 32, 9 })]
    [TestCase(10, new[] { 1214, 305, 77, 21, 6 })]
    [TestCase(20, new[] { 766, 192, 49, 13, 4 })]
    [TestCase(50, new[] { 428, 108, 28, 8, 3 })]
    [TestCase(100, new[] { 282, 71, 19, 6, 2 })]
    public void OneWay_OfTheCellsOfSecchiAndSeri_IsTheExactNumber(int groups, int[] expected) =>
        Assert.That(new[] { 0.05, 0.1, 0.2, 0.4, 0.8 }.Select(effect => SampleSize.OneWay(groups, effect)), Is.EqualTo(expected));

    [TestCase(0.2, 199)]
    [TestCase(0.5, 34)]
    [TestCase(-0.8, 15)]
    public void ForEffect_OfCohensSizes_IsThePublishedNumber(double effect, int pairs) => Assert.That(SampleSize.ForEffect(3, 3 * effect), Is.EqualTo(pairs));

    [Test]
    public void ForEffect_InASimulation_HasThePowerItPromises()
    {
        const int trials = 3_000, pairs = 34;
        int found = Enumerable.Range(0, trials).Count(trial =>
        {
            var draws = Worlds.DrawsOf("power", trial);
            double[] values = [.. Enumerable.Range(0, pairs).Select(i => 0.5 + draws.Normal((ulong)i))];
            return Math.Abs(Sample.Mean(values)) > ClusterSim.Experiments.Statistics.StudentT.Quantile975(pairs - 1) * Sample.StandardError(values);
        });
        Assert.That(NoncentralF.Power(1, pairs - 1, pairs * 0.25, 0.05), Is.InRange(0.8, 0.82));
        Assert.That(found / (double)trials, Is.EqualTo(0.808).Within(4 * Math.Sqrt(0.16 / trials)));
    }

    [TestCase(10, 2, 99)] // t(98) 10 / sqrt(99) = 1.994, t(97) 10 / sqrt(98) = 2.005
    [TestCase(1, 100, 2)]
    [TestCase(0, 1, 2)]
    public void ForHalfWidth_OfAPilot_IsTheLeastThatReachesIt(double deviation, double half, int pairs) =>
        Assert.That(SampleSize.ForHalfWidth(deviation, half), Is.EqualTo(pairs));

    [TestCase(0.0, 0.01)]
    [TestCase(0.0, 0.2)]
    public void Power_WithoutEffect_IsTheLevel(double noncentrality, double level) =>
        Assert.That(NoncentralF.Power(4, 60, noncentrality, level), Is.EqualTo(level).Within(1e-9));

    [Test]
    public void Power_OfManyDegreesOfFreedom_IsTheNoncentralChiSquares()
    {
        // One degree of freedom above and hardly any noise below: a normal score about 3.
        double z = Normal.InvCDF(0, 1, 0.975), normal = Normal.CDF(0, 1, 3 - z) + Normal.CDF(0, 1, -3 - z);
        Assert.That(NoncentralF.Power(1, 1e7, 9, 0.05), Is.EqualTo(normal).Within(1e-6));
    }

    [Test]
    public void Questions_WithoutAnAnswer_AreRefused()
    {
        Assert.That(SampleSize.ForHalfWidth(1e6, 1), Is.Null);
        Assert.That(() => SampleSize.ForHalfWidth(1, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => SampleSize.ForEffect(1, 0), Throws.ArgumentException);
        Assert.That(() => SampleSize.OneWay(1, 0.1), Throws.ArgumentException);
    }
}
