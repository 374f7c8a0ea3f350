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
