namespace ClusterSim.Experiments.Statistics;

/// <summary>Additional cost against additional effect, pair by pair: the plane, the acceptability curve and the ratio
/// (Stinnett and Mullahy 1998; van Hout and others 1994).</summary>
public sealed class CostEffectiveness
{
    private readonly double[] _effects;
    private readonly double[] _costs;
    private readonly Resamples _resamples;

    /// <param name="effects">Arm less twin, one a unit; higher is better.</param>
    /// <param name="costs">Arm less twin, row-aligned.</param>
    /// <param name="resamples">Of as many units.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public CostEffectiveness(double[] effects, double[] costs, Resamples resamples)
    {
        if (costs.Length != effects.Length || resamples.Units != effects.Length)
            throw new ArgumentException($"{effects.Length} effects, {costs.Length} costs, resamples of {resamples.Units}");
        (_effects, _costs, _resamples) = (effects, costs, resamples);
        Plane = [.. Bootstrap.Means(effects, resamples).Zip(Bootstrap.Means(costs, resamples))];
    }

    /// <summary>Mean effect and mean cost of each resample: the cloud of the cost-effectiveness plane.</summary>
    public IReadOnlyList<(double Effect, double Cost)> Plane { get; }

    /// <summary>Cost of one more unit of effect, such as a job-year.</summary>
    public RatioOfMeans CostPerUnit() => RatioOfMeans.Bootstrapped(_costs, _effects, _resamples);

    /// <summary>Mean of worth x effect - cost, with its interval.</summary>
    /// <param name="worth">Money that a unit of effect is worth, in the costs' unit.</param>
    public (double Mean, MeanInterval Interval) NetBenefit(double worth)
    {
        double[] benefits = [.. _effects.Zip(_costs, (effect, cost) => worth * effect - cost)];
        return (Sample.Mean(benefits), MeanInterval.Of(benefits, _resamples));
    }

    /// <summary>The acceptability curve: share of the resamples in which worth x mean effect exceeds the mean cost, ties
    /// counting half.</summary>
    /// <param name="worths">Where to compute it.</param>
    public double[] Acceptability(IEnumerable<double> worths) => [.. worths.Select(worth =>
        Plane.Sum(point => worth * point.Effect - point.Cost is var benefit && benefit > 0 ? 1 : benefit == 0 ? 0.5 : 0) / Plane.Count)];
}
