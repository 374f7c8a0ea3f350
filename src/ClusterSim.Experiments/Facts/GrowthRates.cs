using System.Runtime.InteropServices;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Facts;

/// <summary>How firms of ten staff or more grow from year to year: log ratio of headcounts less the year's mean. The shape of the
/// distribution (Bottazzi and Secchi 2006), and by which power of size its spread falls (Stanley et al. 1996).</summary>
internal static class GrowthRates
{
    private const int Smallest = 10, FewestRates = 100, FewestInBin = 30, FewestBins = 3;

    /// <summary>Adds the Subbotin shape and the exponent; NaN where a history has too few rates.</summary>
    public static void Add(FirmPanel panel, Dictionary<string, double> values, CurveSums curves)
    {
        List<(int Size, double Rate)> rates = Of(panel);
        values["growth-shape"] = rates.Count < FewestRates ? double.NaN : Subbotin.Shape([.. rates.Select(each => each.Rate)]);
        values["growth-spread-exponent"] = SpreadExponent(rates, curves);
        if (rates.Count >= FewestRates) Tent(rates, curves);
    }

    /// <summary>Density of the rates in bins of a tenth, on which the shape can be seen.</summary>
    private static void Tent(List<(int Size, double Rate)> rates, CurveSums curves)
    {
        const int most = 12;
        var counts = new int[2 * most + 1];
        foreach ((_, double rate) in rates)
        {
            int bin = (int)Math.Round(Math.Clamp(rate, -10, 10) * 10) + most;
            if (bin >= 0 && bin < counts.Length) counts[bin]++;
        }
        for (int bin = 0; bin < counts.Length; bin++) curves.Add("growth-shape", "density", (bin - most) / 10.0, counts[bin], rates.Count / 10.0);
    }

    private static List<(int Size, double Rate)> Of(FirmPanel panel)
    {
        var rates = new List<(int, double)>();
        foreach (var year in panel.Steps.Where(step => step.Before >= Smallest && step.After >= 1).GroupBy(step => step.Year))
        {
            (int Size, double Log)[] all = [.. year.Select(step => (step.Before, Reproducible.Log(step.After / (double)step.Before)))];
            double mean = Sample.Mean([.. all.Select(each => each.Log)]);
            rates.AddRange(all.Select(each => (each.Size, each.Log - mean)));
        }
        return rates;
    }

    /// <summary>Slope, its sign reversed, of log standard deviation on mean log size over bins 10..19, 20..39, 40..79, ...</summary>
    private static double SpreadExponent(List<(int Size, double Rate)> rates, CurveSums curves)
    {
        var x = new List<double>();
        var y = new List<double>();
        foreach (var bin in rates.GroupBy(each => System.Numerics.BitOperations.Log2((uint)(each.Size / Smallest))).OrderBy(bin => bin.Key))
        {
            List<double> growth = [.. bin.Select(each => each.Rate)];
            double spread = Sample.StandardDeviation(CollectionsMarshal.AsSpan(growth));
            if (growth.Count < FewestInBin || spread <= 0) continue;
            x.Add(Estimators.Mean([.. bin.Select(each => Reproducible.Log(each.Size))]));
            y.Add(Reproducible.Log(spread));
            curves.Add("growth-spread-exponent", "standard deviation", Smallest * 1.5 * (1 << bin.Key), spread);
        }
        return x.Count < FewestBins ? double.NaN : -Estimators.Slope(x, y);
    }
}
