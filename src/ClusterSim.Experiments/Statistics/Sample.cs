using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>Plain statistics of a list of numbers; sums are taken in a fixed order.</summary>
public static class Sample
{
    /// <summary>Arithmetic mean; NaN for no values.</summary>
    public static double Mean(ReadOnlySpan<double> values) =>
        values.Length == 0 ? double.NaN : Reproducible.Sum(values) / values.Length;

    /// <summary>Variance with n - 1 below the line; 0 for fewer than two values.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return 0;
        double mean = Mean(values);
        var squares = new double[values.Length];
        for (int i = 0; i < squares.Length; i++) squares[i] = (values[i] - mean) * (values[i] - mean);
        return Reproducible.Sum(squares) / (values.Length - 1);
    }

    /// <summary>Covariance with n - 1 below the line; 0 for fewer than two pairs.</summary>
    /// <param name="values">Length = others.Length.</param>
    public static double Covariance(ReadOnlySpan<double> values, ReadOnlySpan<double> others)
    {
        if (values.Length < 2) return 0;
        double mean = Mean(values), other = Mean(others);
        var products = new double[values.Length];
        for (int i = 0; i < products.Length; i++) products[i] = (values[i] - mean) * (others[i] - other);
        return Reproducible.Sum(products) / (values.Length - 1);
    }

    public static double StandardDeviation(ReadOnlySpan<double> values) => Math.Sqrt(Variance(values));

    /// <summary>Standard error of the mean.</summary>
    public static double StandardError(ReadOnlySpan<double> values) => Math.Sqrt(Variance(values) / Math.Max(1, values.Length));

    /// <summary>Third standardised moment; 0 where all values are equal.</summary>
    public static double Skewness(ReadOnlySpan<double> values)
    {
        double mean = Mean(values), second = 0, third = 0;
        foreach (double value in values)
        {
            double deviation = value - mean;
            second += deviation * deviation;
            third += deviation * deviation * deviation;
        }
        second /= values.Length;
        return second <= 0 ? 0 : third / values.Length / (second * Math.Sqrt(second));
    }

    /// <summary>The p-quantile, linear between order statistics (type 7 of Hyndman and Fan 1996); NaN for no values.</summary>
    public static double Quantile(ReadOnlySpan<double> values, double p)
    {
        if (values.Length == 0) return double.NaN;
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        return SortedQuantile(sorted, p);
    }

    /// <summary>The same for values in ascending order, infinite ones among them.</summary>
    public static double SortedQuantile(ReadOnlySpan<double> sorted, double p)
    {
        double at = Math.Clamp(p, 0, 1) * (sorted.Length - 1);
        int below = (int)at;
        if (below + 1 >= sorted.Length) return sorted[^1];
        double share = at - below;
        return share == 0 || double.IsInfinity(sorted[below]) ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>The mean of the finite values with the normal-theory 95 % interval; n = how many were finite.</summary>
    public static (double Mean, Interval Interval, int Count) MeanWithInterval(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0) return (double.NaN, new Interval(double.NaN, double.NaN), 0);
        double mean = Mean(finite), half = StudentT.Quantile975(finite.Length - 1) * StandardError(finite);
        return (mean, new Interval(mean - half, mean + half), finite.Length);
    }
}
