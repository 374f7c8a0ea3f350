using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class CostEffectivenessTests
{
    private static readonly double[] Effects = [.. Enumerable.Range(0, 200).Select(i => 5 + 6 * Worlds.DrawsOf("effect", 0).Normal((ulong)i))];
    private static readonly double[] Costs = [.. Effects.Select((effect, i) => 40 + 2 * effect + 5 * Worlds.DrawsOf("cost", 0).Normal((ulong)i))];
    private static readonly CostEffectiveness Both = new(Effects, Costs, new Resamples(2, "plane", 200, 4_000));

    [Test]
    public void Cumulative_OfThreeYears_DiscountsAllButTheFirst()
    {
        Assert.That(UpliftPath.Cumulative([2, 3, 4]), Is.EqualTo(new[] { 2.0, 5.0, 9.0 }));
        Assert.That(UpliftPath.Cumulative([2, 3, 4], 0.5), Is.EqualTo(new[] { 2.0, 4.0, 4 + 4 / 2.25 }).Within(1e-14));
        Assert.That(UpliftPath.JobYears([[1, 1, 1], []]), Is.EqualTo(new[] { 1 + 1 / 1.035 + 1 / (1.035 * 1.035), 0 }).Within(1e-14));
        Assert.That(() => UpliftPath.Cumulative([1], -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Acceptability_OverWorths_RisesFromCostAloneAndFollowsTheNormal()
    {
        double ratio = Sample.Mean(Costs) / Sample.Mean(Effects);
        double[] worths = [0, ratio * 0.9, ratio, ratio * 1.1, 1e6], curve = Both.Acceptability(worths);
        Assert.That(curve, Is.Ordered);
        Assert.That((curve[0], curve[^1]), Is.EqualTo((0.0, 1.0)), "every pair costs something and in the mean gains something");
        for (int i = 1; i < 4; i++)
        {
            double[] benefits = [.. Effects.Zip(Costs, (effect, cost) => worths[i] * effect - cost)];
            double share = Reproducible.NormalCdf(Sample.Mean(benefits) / Sample.StandardError(benefits));
            Assert.That(curve[i], Is.EqualTo(share).Within(4 * Math.Sqrt(0.25 / 4_000) + 0.01), "4,000 resamples; a sum of 200 is nearly normal");
        }
    }

    [Test]
    public void Acceptability_WithoutEffectAndCost_IsAToss() =>
        Assert.That(new CostEffectiveness(new double[5], new double[5], new Resamples(1, "none", 5, 50)).Acceptability([10]), Is.EqualTo(new[] { 0.5 }));

    [Test]
    public void CostPerUnit_OfPairs_IsTheRatioWithTheCostsAbove()
    {
        Assert.That(Both.CostPerUnit().Value, Is.EqualTo(Sample.Mean(Costs) / Sample.Mean(Effects)).Within(1e-12));
        (double mean, MeanInterval interval) = Both.NetBenefit(Both.CostPerUnit().Value);
        Assert.That(mean, Is.Zero.Within(1e-9), "at its own price the arm breaks even");
        Assert.That(interval.Interval.Holds(0), Is.True);
    }

    [Test]
    public void Plane_OfResamples_LiesAroundTheMeans()
    {
        Assert.That(Both.Plane, Has.Count.EqualTo(4_000));
        Assert.That(Both.Plane.Average(point => point.Effect), Is.EqualTo(Sample.Mean(Effects)).Within(4 * Sample.StandardError(Effects) / Math.Sqrt(4_000)));
        Assert.That(() => new CostEffectiveness([1, 2], [1], new Resamples(1, "plane", 2, 10)), Throws.ArgumentException);
    }
}
