namespace ClusterSim.Experiments.Statistics;

/// <summary>Sums along yearly paths of an uplift.</summary>
public static class UpliftPath
{
    /// <summary>The Green Book's rate of social time preference (HM Treasury 2022, A6).</summary>
    public const double GreenBook = 0.035;

    /// <summary>Running sums: the first year alone, the first two, ...; length = yearly.Length.</summary>
    /// <param name="yearly">Uplift by year, such as jobs.</param>
    /// <param name="rate">Discount rate a year, more than -1; year 0 is not discounted. 0 for plain sums.</param>
    public static double[] Cumulative(ReadOnlySpan<double> yearly, double rate = 0)
    {
        if (!(rate > -1)) throw new ArgumentOutOfRangeException(nameof(rate), rate, "a discount rate is more than -1");
        var sums = new double[yearly.Length];
        double sum = 0, factor = 1;
        for (int year = 0; year < sums.Length; year++, factor /= 1 + rate) sums[year] = sum += factor * yearly[year];
        return sums;
    }

    /// <summary>Job-years of each path: its jobs, added over the years.</summary>
    /// <param name="paths">One a unit, by year.</param>
    /// <param name="rate">Discount rate a year; 0 for plain sums.</param>
    public static double[] JobYears(double[][] paths, double rate = GreenBook) =>
        [.. paths.Select(path => path.Length == 0 ? 0 : Cumulative(path, rate)[^1])];
}
