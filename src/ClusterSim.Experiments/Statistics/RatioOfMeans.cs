namespace ClusterSim.Experiments.Statistics;

/// <summary>A ratio of two means of paired values with Fieller's 95 % interval (1954).</summary>
public sealed record RatioOfMeans(double Ratio, Interval Interval)
{
    private const int Fewest = 3;

    /// <summary>Null = not estimable: the interval of the denominator's mean holds 0, or there are fewer than three pairs.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static RatioOfMeans? Of(double[] numerators, double[] denominators)
    {
        int n = denominators.Length;
        if (numerators.Length != n) throw new ArgumentException($"{numerators.Length} numerators, {n} denominators");
        if (n < Fewest) return null;
        double above = Sample.Mean(numerators), below = Sample.Mean(denominators), t = StudentT.Quantile975(n - 1), factor = t * t / n;
        // The bounds are the roots of a r^2 - 2 b r + c: the ratios r for which the mean of (numerator - r denominator) could be 0.
        double a = below * below - factor * Sample.Variance(denominators);
        double b = above * below - factor * Sample.Covariance(numerators, denominators);
        double c = above * above - factor * Sample.Variance(numerators);
        if (!(a > 0)) return null;
        double root = Math.Sqrt(Math.Max(0, b * b - a * c));
        return new RatioOfMeans(above / below, new Interval((b - root) / a, (b + root) / a));
    }
}
