using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>How far an estimate may be off: 95 % intervals from estimates of resamples.</summary>
internal static class EstimateInterval
{
    private const double Z = 1.959963984540054;

    /// <summary>The middle 95 % of bootstrap estimates; those of resamples without variance are left out.</summary>
    public static Interval Middle(double[] estimates)
    {
        double[] sorted = [.. estimates.Where(double.IsFinite).Order()];
        return sorted.Length == 0 ? new Interval(double.NaN, double.NaN) : new Interval(Sample.SortedQuantile(sorted, 0.025), Sample.SortedQuantile(sorted, 0.975));
    }

    /// <summary>The normal interval from estimates of random halves of the sample: a half without repetition differs from the whole
    /// as a new sample would from the old one (Shao and Wu 1989), and has no ties that a bootstrap would bring.</summary>
    public static Interval OfHalves(double estimate, double[] halves)
    {
        double half = Z * Sample.StandardDeviation(halves);
        return new Interval(estimate - half, estimate + half);
    }

    /// <summary>Which rows a random half holds, the same for every factor.</summary>
    public static bool[] Half(int rows, Draws draws, int resample)
    {
        ulong[] keys = [.. Enumerable.Range(0, rows).Select(row => draws.Bits((ulong)row, resample))];
        ulong[] sorted = [.. keys];
        Array.Sort(sorted);
        ulong middle = sorted[rows / 2];
        return [.. keys.Select(key => key < middle)];
    }
}
