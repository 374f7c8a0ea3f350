using ClusterSim.Reporting.Figures;

namespace ClusterSim.Browser.Tests.Figures;

/// <summary>Figures from ordinary data, made without chance, as a report would show them.</summary>
internal static class SampleFigures
{
    public const string LongName = "Start-up grants in growth, paid in 5 years";

    public static IEnumerable<Figure> Ordinary()
    {
        yield return FanChart.Of(Words("fan-jobs", "persons employed in the focal region"), [Fan("no policy", true, 900), Fan("grant at growth", false, 1150)], [8, 9.5, 10, 10.5, 11, 12, 12.25, 13, 15, 19]);
        yield return FanChart.Of(Words("fan-four", "firms in the focal region"), [Fan("no policy", true, 40), Fan("grant at growth", false, 44), Fan("laboratory", false, 52), Fan("venture fund", false, 36)]);
    }

    public static FigureText Words(string id, string unit) =>
        new(id, "Jobs: the grant at growth adds 58 (26 to 90) after 15 years", unit, "100 pairs of histories", "timeseries.csv", "A made-up figure.");

    public static Fan Fan(string name, bool baseline, double top, int years = 40)
    {
        double[] at = [.. Enumerable.Range(0, years * 4 + 1).Select(quarter => quarter / 4.0)];
        double[] median = [.. at.Select(year => Logistic(year, top))];
        return new Fan(name, baseline, at, median, Times(median, 0.85), Times(median, 1.18), Times(median, 0.6), Times(median, 1.5));
    }

    private static double Logistic(double year, double top)
    {
        double grown = year * year * year / (year * year * year + 2500);
        return top * (0.03 + grown - 0.00018 * Math.Max(0, year - 22) * Math.Max(0, year - 22));
    }

    private static double[] Times(double[] values, double factor) => [.. values.Select((value, i) => value * (1 + (factor - 1) * Math.Min(1, i / 60.0)))];
}
