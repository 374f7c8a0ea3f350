using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Cli.Results;

/// <summary>The comparison as tables for people: the headline measure at every date after the start and for the whole
/// country, the process measures beside it, and everything on request.</summary>
internal static class ComparisonText
{
    private static readonly string[] Header =
        ["arm", "started", "in year", "cost GBP", "without", "with", "difference", "95 % interval", "P(better)", "VRF", "verdict"];

    public static string Of(Job job, Ledger ledger, IReadOnlyList<ComparisonRow> rows, bool everything)
    {
        var text = new StringBuilder();
        Study study = job.Study;
        text.Append(CultureInfo.InvariantCulture, $"{(job.Title.Length > 0 ? job.Title : study.Name)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{ledger.Count} {(study.Arms.Count > 0 ? "pairs of histories" : "histories")} of {study.Months / 12} years, seed {study.Seed}, baseline: {study.BaselineName}\n");
        if (study.Arms.Count == 0) return text.Append("One scenario by itself: nothing to compare. timeseries.csv and stages.csv hold what happened.\n").ToString();
        foreach (var table in rows.GroupBy(row => (row.Metric, row.Region, row.Clock, row.Horizon)))
            if (everything || IsHeadline(study, table.Key)) Table(text, table.Key, [.. table]);
        text.Append("\nstarted = histories in which the arm started; the others stay in with exactly zero. P(better) counts those that started.\n");
        text.Append("VRF = how many times fewer pairs are needed than independent histories. Cost is the mean over all pairs. Differences hold for this model, not for the world.\n");
        return text.ToString();
    }

    private static bool IsHeadline(Study study, (string Metric, string Region, string Clock, int Horizon) key)
    {
        bool first = key.Metric == study.Measures[0];
        if (study.Horizons.Count == 0) return first && key.Horizon == study.CalendarYears[^1] || !first && key.Region == "target" && key.Horizon == study.CalendarYears[^1];
        int middle = study.Horizons[study.Horizons.Count / 2];
        return key.Clock == "start" && (first ? key.Region is "target" or "all" : key.Region == "target" && key.Horizon == middle && key.Metric is "spin-off-count" or "trusted-links" && key.Horizon == middle && key.Region == "target");
    }

    private static void Table(StringBuilder text, (string Metric, string Region, string Clock, int Horizon) key, IReadOnlyList<ComparisonRow> rows)
    {
        string place = key.Region switch { "target" => "in the target region", "all" => "in the whole country", _ => "in all other regions" };
        string date = key.Clock == "start" ? $"{key.Horizon} years after the arm's own start" : $"in year {key.Horizon}";
        text.Append(CultureInfo.InvariantCulture, $"\n{key.Metric} {place}, {date}\n");
        List<string[]> lines = [Header];
        foreach (ComparisonRow row in rows)
            lines.Add([row.Arm, $"{row.Fired} of {row.Pairs}", row.StartYearMedian is double year ? year.ToString("0.#", CultureInfo.InvariantCulture) : "-",
                TextTable.Short(Math.Round(row.CostGbp)), TextTable.Short(row.BaselineMean), TextTable.Short(row.ScenarioMean), Signed(row.Difference),
                row.VarianceReduction is null ? "-" : $"{Signed(row.Low)} to {Signed(row.High)}",
                row.PBetter is double p && row.VarianceReduction is not null ? p.ToString("0.00", CultureInfo.InvariantCulture) : "-",
                row.VarianceReduction is double factor ? factor.ToString("0.#", CultureInfo.InvariantCulture) : "-",
                row.Verdict.Split(';')[0] + (row.Verdict.Contains("narrow", StringComparison.Ordinal) ? " (interval may be too narrow)" : "")]);
        text.Append(TextTable.Of(lines));
    }

    private static string Signed(double value) => value > 0 ? "+" + TextTable.Short(value) : TextTable.Short(value);
}
