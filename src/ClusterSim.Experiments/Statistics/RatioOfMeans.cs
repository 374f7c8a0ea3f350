namespace ClusterSim.Experiments.Statistics;

/// <summary>A ratio of two means over the same units, such as cost per job-year; never a mean of ratios, in which a
/// history with hardly any jobs would count for more than all others.</summary>
/// <param name="Value">NaN where it cannot be estimated.</param>
/// <param name="Interval">95 %; NaN where it cannot be estimated.</param>
public sealed record RatioOfMeans(double Value, Interval Interval)
{
    private const int Fewest = 3;

    /// <summary>What is said where the mean below the line may be zero, so that the ratio may be any number.</summary>
    public static RatioOfMeans NotEstimable { get; } = new(double.NaN, new Interval(double.NaN, double.NaN));

    public bool IsEstimable => !double.IsNaN(Value);

    /// <summary>Fieller's interval (Fieller 1954) from means and their errors.</summary>
    /// <param name="above">Mean above the line.</param>
    /// <param name="below">Mean below the line, in any unit.</param>
    /// <param name="errorAbove">Standard error of the mean above.</param>
    /// <param name="errorBelow">Standard error of the mean below.</param>
    /// <param name="covariance">Of the two means; 0 for independent ones.</param>
    /// <param name="t">Quantile of Student's t for the wanted level.</param>
    /// <returns><see cref="NotEstimable"/> where the t-interval of the mean below holds 0.</returns>
    public static RatioOfMeans Fieller(double above, double below, double errorAbove, double errorBelow, double covariance, double t)
    {
        double ratio = above / below, a = errorAbove / below, b = errorBelow / below, c = covariance / below / below, g = t * t * b * b;
        if (!(g < 1)) return NotEstimable;
        double half = t / (1 - g) * Math.Sqrt(Math.Max(0, (1 - g) * a * a + ratio * ratio * b * b - 2 * ratio * c + t * t * c * c));
        double centre = (ratio - t * t * c) / (1 - g);
        return new RatioOfMeans(ratio, new Interval(centre - half, centre + half));
    }

    /// <summary>Fieller's interval of paired values, with their covariance.</summary>
    /// <param name="above">One value a unit.</param>
    /// <param name="below">Row-aligned.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static RatioOfMeans Fieller(double[] above, double[] below)
    {
        Check(above, below);
        int n = above.Length;
        if (n < Fewest) return NotEstimable;
        return Fieller(Sample.Mean(above), Sample.Mean(below), Sample.StandardError(above), Sample.StandardError(below), Sample.Covariance(above, below) / n, StudentT.Quantile975(n - 1));
    }

    /// <summary>Paired bootstrap: both means of one resample are of the same units. BCa, or studentised with the delta method's
    /// error where above - ratio x below is skewed or mostly zero.</summary>
    /// <param name="above">One value a unit; length = resamples.Units.</param>
    /// <param name="below">Row-aligned.</param>
    /// <returns><see cref="NotEstimable"/> where the bootstrap interval of the mean below holds 0.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static RatioOfMeans Bootstrapped(double[] above, double[] below, Resamples resamples)
    {
        Check(above, below);
        double bottom = Sample.Mean(below), ratio = Sample.Mean(above) / bottom;
        if (above.Length < Fewest || MeanInterval.Of(below, resamples).Interval.Holds(0)) return NotEstimable;
        double[] residuals = [.. above.Zip(below, (top, under) => (top - ratio * under) / bottom)];
        return new RatioOfMeans(ratio, MeanInterval.IsSkewed(residuals)
            ? Studentised(ratio, residuals, below, bottom, resamples)
            : Bootstrap.BiasCorrected(ratio, Resampled(above, below, ratio, bottom, resamples), residuals));
    }

    private static double[] Resampled(double[] above, double[] below, double ratio, double bottom, Resamples resamples)
    {
        double[] tops = Bootstrap.Means(above, resamples), bottoms = Bootstrap.Means(below, resamples);
        for (int i = 0; i < tops.Length; i++)
        {
            // Where the mean below has crossed zero the ratio has passed through infinity on its way.
            bool crossed = bottoms[i] * bottom <= 0;
            tops[i] = !crossed ? tops[i] / bottoms[i] : tops[i] == 0 ? ratio : tops[i] * bottom * double.PositiveInfinity;
        }
        return tops;
    }

    private static Interval Studentised(double ratio, double[] residuals, double[] below, double bottom, Resamples resamples)
    {
        int n = below.Length, count = 0;
        var scores = new double[resamples.Count];
        for (int i = 0; i < resamples.Count; i++)
        {
            double e = 0, b = 0, ee = 0, eb = 0, bb = 0;
            foreach (int unit in resamples[i])
            {
                double residual = residuals[unit], relative = below[unit] / bottom;
                e += residual;
                b += relative;
                ee += residual * residual;
                eb += residual * relative;
                bb += relative * relative;
            }
            if (b <= 0) continue;
            double moved = e / b; // the resampled ratio less the ratio
            // Residuals about the resampled ratio are e - moved b; their mean is zero.
            double variance = (ee - 2 * moved * eb + moved * moved * bb) / (n - 1);
            if (variance > Bootstrap.Rounding * (ee + moved * moved * bb) / n) scores[count++] = moved / (Math.Sqrt(variance / n) * n / b);
        }
        return Bootstrap.Studentised(ratio, Sample.StandardError(residuals), scores.AsSpan(0, count));
    }

    private static void Check(double[] above, double[] below)
    {
        if (above.Length != below.Length) throw new ArgumentException($"{above.Length} values above the line, {below.Length} below");
    }
}
