using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>Bootstrap intervals of a mean.</summary>
public static class Bootstrap
{
    private const double Tail = 0.025;

    /// <summary>Bias-corrected and accelerated 95 % interval (Efron 1987).</summary>
    /// <param name="values">Length = resamples.Units.</param>
    public static Interval BiasCorrected(double[] values, Resamples resamples)
    {
        double mean = Sample.Mean(values);
        double[] means = new double[resamples.Count];
        int below = 0, ties = 0;
        for (int i = 0; i < means.Length; i++)
        {
            double sum = 0;
            foreach (int unit in resamples[i]) sum += values[unit];
            means[i] = sum / values.Length;
            if (means[i] < mean) below++;
            else if (means[i] == mean) ties++;
        }
        Array.Sort(means);
        double share = Math.Clamp((below + 0.5 * ties) / means.Length, 0.5 / means.Length, 1 - 0.5 / means.Length);
        double bias = Reproducible.NormalQuantile(share), acceleration = Acceleration(values, mean);
        return new Interval(Sample.SortedQuantile(means, Adjusted(Tail)), Sample.SortedQuantile(means, Adjusted(1 - Tail)));

        double Adjusted(double p)
        {
            double z = bias + Reproducible.NormalQuantile(p);
            return Reproducible.NormalCdf(bias + z / (1 - acceleration * z));
        }
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
            if (variance > 0) scores[count++] = sum / n / Math.Sqrt(variance / n);
        }
        if (count == 0) return new Interval(mean, mean);
        Span<double> known = scores.AsSpan(0, count);
        known.Sort();
        return new Interval(mean - error * Sample.SortedQuantile(known, 1 - Tail), mean - error * Sample.SortedQuantile(known, Tail));
    }

    /// <summary>A sixth of the skewness of the jackknife means.</summary>
    private static double Acceleration(double[] values, double mean)
    {
        double squares = 0, cubes = 0;
        foreach (double value in values)
        {
            double influence = value - mean;
            squares += influence * influence;
            cubes += influence * influence * influence;
        }
        return squares <= 0 ? 0 : cubes / (6 * squares * Math.Sqrt(squares));
    }
}
