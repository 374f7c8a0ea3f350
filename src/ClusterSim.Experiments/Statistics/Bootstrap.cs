using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>Bootstrap intervals of a mean, and of anything else whose resampled values are at hand.</summary>
public static class Bootstrap
{
    private const double Tail = 0.025;

    /// <summary>Variance relative to the mean square below which it is the rounding of a resample of equal values.</summary>
    internal const double Rounding = 1e-12;

    /// <summary>Bias-corrected and accelerated 95 % interval of the mean (Efron 1987).</summary>
    /// <param name="values">Length = resamples.Units.</param>
    public static Interval BiasCorrected(double[] values, Resamples resamples)
    {
        double mean = Sample.Mean(values);
        double[] means = Means(values, resamples), influences = new double[values.Length];
        for (int i = 0; i < influences.Length; i++) influences[i] = values[i] - mean;
        return BiasCorrected(mean, means, influences);
    }

    /// <summary>The same interval of any estimate.</summary>
    /// <param name="resampled">The estimate in every resample, at least one; infinite ones are allowed. They end up sorted.</param>
    /// <param name="influences">How far each unit pulls the estimate, up to a common positive factor; length = units.</param>
    public static Interval BiasCorrected(double estimate, double[] resampled, ReadOnlySpan<double> influences)
    {
        int below = 0, ties = 0;
        foreach (double value in resampled)
        {
            if (value < estimate) below++;
            else if (value == estimate) ties++;
        }
        Array.Sort(resampled);
        double share = Math.Clamp((below + 0.5 * ties) / resampled.Length, 0.5 / resampled.Length, 1 - 0.5 / resampled.Length);
        double bias = Reproducible.NormalQuantile(share), acceleration = Acceleration(influences);
        return new Interval(Sample.SortedQuantile(resampled, Adjusted(Tail)), Sample.SortedQuantile(resampled, Adjusted(1 - Tail)));

        double Adjusted(double p)
        {
            double z = bias + Reproducible.NormalQuantile(p);
            return Reproducible.NormalCdf(bias + z / (1 - acceleration * z));
        }
    }

    /// <summary>The mean of every resample, in the order of resamples.</summary>
    /// <param name="values">Length = resamples.Units.</param>
    public static double[] Means(double[] values, Resamples resamples)
    {
        var means = new double[resamples.Count];
        for (int i = 0; i < means.Length; i++)
        {
            double sum = 0;
            foreach (int unit in resamples[i]) sum += values[unit];
            means[i] = sum / values.Length;
        }
        return means;
    }

    /// <summary>Studentised 95 % interval: the quantiles of (resampled mean - mean) / resampled standard error. Wider on
    /// the side of a long tail, as it must be (Hall 1988).</summary>
    /// <param name="values">Length = resamples.Units; not all equal.</param>
    public static Interval Studentised(double[] values, Resamples resamples)
    {
        int n = values.Length;
        double mean = Sample.Mean(values), error = Sample.StandardError(values);
        var scores = new double[resamples.Count];
        int count = 0;
        for (int i = 0; i < resamples.Count; i++)
        {
            double sum = 0, squares = 0;
            foreach (int unit in resamples[i])
            {
                double deviation = values[unit] - mean; // centred, so that squares lose no digits
                sum += deviation;
                squares += deviation * deviation;
            }
            double variance = (squares - sum * sum / n) / (n - 1);
            if (variance > Rounding * squares / n) scores[count++] = sum / n / Math.Sqrt(variance / n);
        }
        return Studentised(mean, error, scores.AsSpan(0, count));
    }

    /// <summary>The same interval of any estimate; a point where there are no scores.</summary>
    /// <param name="error">The estimate's standard error.</param>
    /// <param name="scores">(Resampled estimate - estimate) / resampled standard error. They end up sorted.</param>
    public static Interval Studentised(double estimate, double error, Span<double> scores)
    {
        if (scores.Length == 0) return new Interval(estimate, estimate);
        scores.Sort();
        return new Interval(estimate - error * Sample.SortedQuantile(scores, 1 - Tail), estimate - error * Sample.SortedQuantile(scores, Tail));
    }

    /// <summary>A sixth of the skewness of the jackknife estimates.</summary>
    private static double Acceleration(ReadOnlySpan<double> influences)
    {
        double squares = 0, cubes = 0;
        foreach (double influence in influences)
        {
            squares += influence * influence;
            cubes += influence * influence * influence;
        }
        return squares <= 0 ? 0 : cubes / (6 * squares * Math.Sqrt(squares));
    }
}
