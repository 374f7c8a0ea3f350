using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Results;

/// <summary>The comparison as tables for people, at most about 120 columns wide: the headline measure at every date after the
/// start and for the whole country, the process measures beside it, and everything on request.</summary>
internal static class ComparisonText
{
    private static readonly string[] Header =
        ["arm", "started", "year", "GBP", "without", "with", "change", "95 % interval", "better", "VRF", "verdict"];

    public static string Of(Job job, Ledger ledger, IReadOnlyList<ComparisonRow> rows, bool everything)
    {
        var text = new StringBuilder();
        Study study = job.Study;
        text.Append(CultureInfo.InvariantCulture, $"{(job.Title.Length > 0 ? job.Title : study.Name)}\n");
        if (study.Arms.Count == 0) return text.Append(OutcomeText.Of(ledger)).ToString();
        text.Append(CultureInfo.InvariantCulture, $"{Pairs(ledger.Count)} of {study.Months / 12} years, seed {study.Seed}. Each arm is compared with the same history without it ({study.BaselineName}).\n");
        var shown = new List<ComparisonRow>();
        foreach (var table in rows.GroupBy(row => (row.Metric, row.Region, row.Clock, row.Horizon)))
        {
            if (!everything && !IsHeadline(study, table.Key)) continue;
            Table(text, table.Key, [.. table]);
            shown.AddRange(table);
        }
        Legend(text, shown);
        return text.ToString();
    }

    private static string Pairs(int count) => count == 1 ? "1 pair of histories" : string.Create(CultureInfo.InvariantCulture, $"{count} pairs of histories");

    private static bool IsHeadline(Study study, (string Metric, string Region, string Clock, int Horizon) key)
    {
        bool first = key.Metric == study.Measures[0], answer = key.Clock == study.Moment.Clock && key.Horizon == study.Moment.Years;
        if (study.Horizons.Count == 0) return answer && (first || key.Region == "target");
        if (first) return (answer || key.Clock == "start") && key.Region is "target" or "all";
        return answer && key.Region == "target" && key.Metric is "spin-off-count" or "trusted-links";
    }

    private static void Table(StringBuilder text, (string Metric, string Region, string Clock, int Horizon) key, IReadOnlyList<ComparisonRow> rows)
    {
        string place = key.Region switch { "target" => "in the target region", "all" => "in the whole country", _ => "in all other regions" };
        string date = key.Clock == "start" ? $"{key.Horizon} years after the arm's own start" : $"in year {key.Horizon}";
        text.Append(CultureInfo.InvariantCulture, $"\n{key.Metric} {place}, {date} (unit: {MetricUnit.OfIndicator(key.Metric).Name})\n");
        text.Append(TextTable.Of([Header, .. rows.Select(Line)]));
    }

    private static string[] Line(ComparisonRow row)
    {
        bool moved = row.VarianceReduction is not null;
        return
        [
            row.Arm, $"{row.Fired} of {row.Pairs}", row.StartYearMedian is double year ? year.ToString("0.#", CultureInfo.InvariantCulture) : "-",
            Money(row.CostGbp), TextTable.Short(row.BaselineMean), TextTable.Short(row.ScenarioMean), TextTable.Signed(row.Difference),
            moved ? $"{TextTable.Signed(row.Low)} to {TextTable.Signed(row.High)}" : "-",
            row.PBetter is double p && moved ? (100 * p).ToString("0", CultureInfo.InvariantCulture) + " %" : "-",
            row.VarianceReduction is double factor ? factor.ToString(factor < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture) : "-",
            Words(row) + (IsNarrow(row) ? " *" : ""),
        ];
    }

    /// <summary>The verdict without its reasons, which the legend gives.</summary>
    private static string Words(ComparisonRow row) => row.Verdict.Split(';')[0].Split(':')[0].Replace(" to tell", "", StringComparison.Ordinal);

    private static bool IsNarrow(ComparisonRow row) => row.Verdict.Contains("too narrow", StringComparison.Ordinal);

    private static string Money(double gbp) => gbp switch
    {
        0 => "0",
        < 999_500 => (gbp / 1e3).ToString("0", CultureInfo.InvariantCulture) + "k",
        _ => (gbp / 1e6).ToString("0.00", CultureInfo.InvariantCulture) + "m",
    };

    private static void Legend(StringBuilder text, List<ComparisonRow> rows)
    {
        foreach (var reason in rows.Where(row => row.Verdict.StartsWith("no effect:", StringComparison.Ordinal)).GroupBy(row => row.Verdict.Split(';')[0]))
            text.Append(CultureInfo.InvariantCulture, $"\n{string.Join(", ", reason.Select(row => row.Arm).Distinct())}: {reason.Key}\n");
        text.Append("""

            target region  the region that an arm acts on; where it never started, the first region to become embryonic
            started, year  histories in which the arm started, and the median year; the others stay in, with a change of zero
            GBP            spent by the arm, mean over all histories
            change         mean with the arm less mean without it, pair by pair, and its 95 % interval
            better         P(better): share of the histories with a start in which it came out better, ties counting half
            VRF            variance-reduction factor: how many times more histories would be needed without pairing

            """);
        if (rows.Any(row => row.Verdict.StartsWith("too few", StringComparison.Ordinal)))
            text.Append("too few        to tell: the interval is wide against the change, with fewer than 200 histories; raise -r\n");
        if (rows.Any(IsNarrow)) text.Append("*              the interval may be too narrow: few histories, or few of them with a change\n");
        if (ManifestWriter.WeaklyPaired(rows) is > 0 and int weak)
            text.Append(CultureInfo.InvariantCulture, $"In {weak} of these {rows.Count} lines pairing gained little (VRF below 1.5): their intervals are those of independent histories.\n");
        text.Append("All this holds in the model. Read the country's table before you quote the target region's.\n");
    }
}
