using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>Morris's elementary effects (1991): what the output changes by for a step of one factor, per range of the factor. mu is their
/// mean, mu_star the mean of their size (Campolongo, Cariboni and Saltelli 2007), sigma their standard deviation. Intervals from a
/// bootstrap of trajectories. Where the outputs have standard errors, <c>chance</c> is the mu_star that a factor without influence
/// would show: the mean size of a normal variable with the standard error of an effect.</summary>
public static class ElementaryEffects
{
    public const string Name = "morris";

    public const int FewestTrajectories = 4;

    /// <exception cref="UnfitSampleException">The rows are no trajectories.</exception>
    public static SensitivityResult Analyse(SensitivitySample sample, SensitivityOptions options)
    {
        sample.RequireOrder("Morris measures a step from one value to the next");
        (double[][] effects, double[][] errors) = TrajectoryLayout.Effects(sample);
        if (effects.Length < FewestTrajectories) throw new UnfitSampleException($"{effects.Length} trajectories are too few: {FewestTrajectories} at least, and 20 or more for a ranking");
        var resamples = new Resamples(options.Seed, "elementary-effects", effects.Length, options.Resamples);
        FactorSensitivity[] factors = [.. sample.Groups.Select((group, i) => Of(group.Name, [.. effects.Select(row => row[i])], sample.Errors is null ? null : [.. errors.Select(row => row[i])], group.Members.Count == 1, resamples))];
        List<string> notes = sample.Groups.Any(group => group.Members.Count > 1) ? ["groups have mu_star alone: several factors moving together have no common direction"] : [];
        if (sample.Errors is not null)
            notes.Add("chance: the mu_star that luck alone would make; four times the histories of every row halve it. Luck has no direction, so that mu is free of it, but of twenty factors without influence one has an interval without 0");
        return new SensitivityResult(Name, "mu_star", factors, [], notes);
    }

    private static FactorSensitivity Of(string name, double[] effects, double[]? errors, bool alone, Resamples resamples)
    {
        SensitivityIndex Index(string index, Func<double[], double> statistic) => new(index, statistic(effects), EstimateInterval.Middle(Resampled(effects, resamples, statistic)));
        SensitivityIndex? chance = errors is null ? null : SensitivityIndex.Chance(Math.Sqrt(2 / Math.PI * Sample.Mean([.. errors.Select(error => error * error)])));
        SensitivityIndex size = Index("mu_star", values => Sample.Mean([.. values.Select(Math.Abs)])).Beside(chance);
        SensitivityIndex[] known = chance is null ? [] : [chance];
        if (!alone) return new FactorSensitivity(name, [size, .. known]);
        SensitivityIndex mean = Index("mu", values => Sample.Mean(values));
        // A mean may well be negative, as an effect may; only 0 within its interval makes it none.
        return new FactorSensitivity(name, [size, mean with { IsNone = mean.Interval!.Value.Holds(0) }, Index("sigma", values => Sample.StandardDeviation(values)), .. known]);
    }

    private static double[] Resampled(double[] effects, Resamples resamples, Func<double[], double> statistic)
    {
        double[] drawn = new double[effects.Length], estimates = new double[resamples.Count];
        for (int resample = 0; resample < estimates.Length; resample++)
        {
            ReadOnlySpan<int> units = resamples[resample];
            for (int i = 0; i < drawn.Length; i++) drawn[i] = effects[units[i]];
            estimates[resample] = statistic(drawn);
        }
        return estimates;
    }
}
