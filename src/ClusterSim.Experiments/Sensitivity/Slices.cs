using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>Cuts the rows of a sample into slices of one factor: equal shares of the rows or, where the factor has few values, one
/// slice for each.</summary>
internal static class Slices
{
    /// <summary>The slice of every row, -1 = in none; and how many slices there are.</summary>
    /// <exception cref="UnfitSampleException">The factor has too few different values.</exception>
    public static (int[] Slice, int Count) Of(SensitivitySample sample, int factor, int wanted)
    {
        double[] places = sample.Column(factor);
        double[] distinct = [.. places.Distinct().Order()];
        Factor of = sample.Factors[factor];
        if (of.Count > 0 && of.Count <= wanted) return ([.. places.Select(place => Array.BinarySearch(distinct, place))], distinct.Length);
        if (distinct.Length < wanted)
            throw new UnfitSampleException($"{of.Name} has {distinct.Length} different values, too few for {wanted} slices: take fewer (--slices), or declare it as whole numbers or levels (--bounds {of.Name}=1:5:int or {of.Name}=1,2,3)");
        return (ByQuantile(sample, of, places, wanted), wanted);
    }

    /// <summary>Slices between quantiles. As in SALib the very last value is in none.</summary>
    private static int[] ByQuantile(SensitivitySample sample, Factor factor, double[] places, int count)
    {
        double[] sorted = [.. places.Order()];
        double step = 1.0 / count;
        double[] bounds = [.. Enumerable.Range(0, count + 1).Select(i => Sample.SortedQuantile(sorted, i * step))];
        for (int i = 0; i < count; i++)
            if (!sorted.Any(place => place >= bounds[i] && place < bounds[i + 1]))
                throw new UnfitSampleException($"slice {i + 1} of {count} of {factor.Name} holds no row of {sample.Rows}, since many rows share a value: take fewer slices (--slices), or declare it as whole numbers or levels (--bounds {factor.Name}=1:5:int or {factor.Name}=1,2,3)");
        return [.. places.Select(place => SliceOf(place, bounds))];
    }

    private static int SliceOf(double place, double[] bounds)
    {
        for (int i = 0; i + 1 < bounds.Length; i++)
            if (place >= bounds[i] && place < bounds[i + 1]) return i;
        return -1;
    }
}
