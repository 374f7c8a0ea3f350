using System.Globalization;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Worlds;

/// <summary>Is there a size below which little happens? The share of histories in which a cluster stands in the target region
/// at the end, size by size, and the size at which half of
/// them do (a logistic curve; interval by resampling worlds).</summary>
internal static class CriticalMass
{
    public static IEnumerable<(string Name, string Text)> Files(WorldTable table)
    {
        Study study = table.Study;
        if (StudySizes.Of(table, "critical-mass") is not { } sizes) yield break;
        Csv curve = new(), fit = new();
        foreach (string column in "scenario_id,factor,value,value_low,value_high,n,share,low,high".Split(',')) curve.Add(column);
        foreach (string column in "scenario_id,factor,threshold,low,high,share_smallest,share_largest,words".Split(',')) fit.Add(column);
        curve.EndRow();
        fit.EndRow();
        for (int arm = 0; arm < study.Arms.Count; arm++)
        {
            if (!study.Worlds!.Touches(sizes.Factor, arm)) continue;
            string name = study.Arms[arm].Name;
            bool[][] off = table.Stands(arm);
            (double Low, double High, int Count, int Off)[] bins = [.. Bins(sizes, off)];
            foreach ((double low, double high, int count, int hits) in bins)
            {
                Interval share = Proportions.Wilson(hits, count);
                curve.Add(name).Add(study.Size).Add((low + high) / 2).Add(low).Add(high).Add(count).Add(hits / (double)count).Add(share.Low).Add(share.High).EndRow();
            }
            if (bins.Length < 2) continue;
            LogisticThreshold found = LogisticThreshold.Of(sizes.Numbers, off, study.Seed);
            double first = bins[0].Off / (double)bins[0].Count, last = bins[^1].Off / (double)bins[^1].Count;
            fit.Add(name).Add(study.Size).Add(found.Half).Add(found.Interval.Low).Add(found.Interval.High).Add(first).Add(last).Add(Words(found, first, last, sizes.Numbers)).EndRow();
        }
        yield return ("critical_mass.csv", curve.ToString());
        yield return ("critical_mass_fit.csv", fit.ToString());
    }

    private static string Words(LogisticThreshold found, double first, double last, double[] sizes)
    {
        string ends = string.Create(CultureInfo.InvariantCulture, $"{first:P0} of histories end with a cluster at the smallest sizes, {last:P0} at the largest");
        string range = double.IsInfinity(found.Interval.High) ? $"95 % interval from {StudySizes.Rounded(found.Interval.Low)} on" : $"95 % interval {StudySizes.Rounded(found.Interval.Low)} to {StudySizes.Rounded(found.Interval.High)}";
        return double.IsNaN(found.Half) ? $"{ends}; more does not mean more often"
            : found.Half < sizes.Min() ? $"{ends}; half do below the smallest size tried"
            : found.Half > sizes.Max() ? $"{ends}; half do at no size tried ({range})"
            : $"{ends}; half do from {StudySizes.Rounded(found.Half)} on ({range})";
    }

    /// <summary>Histories in which a cluster stands, of all, by size.</summary>
    private static IEnumerable<(double Low, double High, int Count, int Off)> Bins(StudySizes sizes, bool[][] off)
    {
        foreach (int[] rows in sizes.Bins())
            yield return (sizes.Numbers[rows[0]], sizes.Numbers[rows[^1]], rows.Sum(row => off[row].Length), rows.Sum(row => off[row].Count(yes => yes)));
    }
}
