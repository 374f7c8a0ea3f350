using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Facts;

/// <summary>What the statistics of the facts share.</summary>
public static class Estimators
{
    /// <summary>Facts are measured from this year on, unless they say otherwise.</summary>
    public const int FromYear = 25;

    public static double Ratio(double part, double whole) => whole == 0 ? double.NaN : part / whole;

    public static double Mean(List<double> values) =>
        values.Count == 0 ? double.NaN : Reproducible.Sum(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values)) / values.Count;

    /// <summary>Ordinary least-squares slope.</summary>
    public static double Slope(List<double> x, List<double> y)
    {
        double mx = Mean(x), my = Mean(y), sxy = 0, sxx = 0;
        for (int i = 0; i < x.Count; i++)
        {
            sxy += (x[i] - mx) * (y[i] - my);
            sxx += (x[i] - mx) * (x[i] - mx);
        }
        return sxx == 0 ? double.NaN : sxy / sxx;
    }

    /// <summary>Coefficient of the last of several regressors by least squares, the others held: what is left of it when they are taken out
    /// (Frisch and Waugh 1933). All columns have mean zero.</summary>
    /// <param name="columns">Row-aligned with <paramref name="y"/>; one that the earlier ones determine is passed over.</param>
    /// <returns>NaN where nothing is left of the last.</returns>
    public static double PartialSlope(List<double> y, IReadOnlyList<List<double>> columns)
    {
        var taken = new List<double[]>();
        foreach (List<double> column in columns)
        {
            double[] left = [.. column];
            double whole = Dot(left, left);
            foreach (double[] other in taken)
            {
                double share = Dot(left, other) / Dot(other, other);
                for (int i = 0; i < left.Length; i++) left[i] -= share * other[i];
            }
            bool last = ReferenceEquals(column, columns[^1]), remains = Dot(left, left) > 1e-9 * whole;
            if (last) return remains ? Dot(left, [.. y]) / Dot(left, left) : double.NaN;
            if (remains) taken.Add(left);
        }
        return double.NaN;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Slope of ln(rank - 1/2) on ln size (Gabaix and Ibragimov 2011), sign reversed.</summary>
    public static double TailExponent(IReadOnlyList<double> sizes)
    {
        if (sizes.Count < 20) return double.NaN;
        double[] sorted = [.. sizes.OrderDescending()];
        var x = new List<double>();
        var y = new List<double>();
        for (int i = 0; i < sorted.Length; i++)
        {
            x.Add(Reproducible.Log(sorted[i]));
            y.Add(Reproducible.Log(i + 0.5));
        }
        return -Slope(x, y);
    }
}
