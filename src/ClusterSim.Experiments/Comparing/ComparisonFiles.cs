using System.Globalization;
using System.Text.Json.Nodes;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Experiments.Comparing;

/// <summary>The comparison as rows of a file: one list of columns for CSV and JSON, so that both say the same.</summary>
public static class ComparisonFiles
{
    private static readonly (string Name, Func<ComparisonRow, object?> Cell)[] Columns =
    [
        ("baseline_id", row => row.Baseline),
        ("scenario_id", row => row.Arm),
        ("clock", row => row.Clock),
        ("horizon", row => row.Horizon),
        ("year", row => row.Clock == "calendar" ? row.Horizon : null),
        ("region", row => row.Region),
        ("activity", row => row.Activity),
        ("metric", row => row.Metric),
        ("n_pairs", row => row.Pairs),
        ("n_fired", row => row.Fired),
        ("start_year_median", row => row.StartYearMedian),
        ("cost_mean_gbp", row => Whole(row.CostGbp)),
        ("baseline_mean", row => row.BaselineMean),
        ("scenario_mean", row => row.ScenarioMean),
        ("diff_mean", row => row.Difference),
        ("diff_sd", row => row.DifferenceSd),
        ("ci_low", row => row.Low),
        ("ci_high", row => row.High),
        ("p_better", row => row.PBetter),
        ("p_value_adj", row => row.PValueAdjusted),
        ("verdict", row => row.Verdict),
        ("variance_reduction", row => row.VarianceReduction),
        ("cost_discounted_mean_gbp", row => Whole(row.CostDiscountedGbp)),
    ];

    public static IEnumerable<string> Csv(IReadOnlyList<ComparisonRow> rows)
    {
        yield return string.Join(',', Columns.Select(column => column.Name)) + "\n";
        foreach (ComparisonRow row in rows)
        {
            var csv = new Csv();
            foreach ((_, Func<ComparisonRow, object?> cell) in Columns) Add(csv, cell(row));
            yield return csv.EndRow().ToString();
        }
    }

    /// <summary>The same rows; numbers have the digits that they have in the CSV file, missing ones are null.</summary>
    public static JsonArray Json(IReadOnlyList<ComparisonRow> rows) =>
        new([.. rows.Select(row => (JsonNode)new JsonObject(Columns.Select(column => KeyValuePair.Create(column.Name, Node(column.Cell(row))))))]);

    private static JsonNode? Node(object? cell)
    {
        if (cell is null or string) return (string?)cell;
        var csv = new Csv();
        Add(csv, cell);
        return csv.ToString() is { Length: > 0 } digits ? JsonNode.Parse(digits) : null;
    }

    private static void Add(Csv csv, object? cell)
    {
        switch (cell)
        {
            case string text: csv.Add(text); break;
            case int or long: csv.Add(Convert.ToInt64(cell, CultureInfo.InvariantCulture)); break;
            default: csv.Add((double?)cell); break;
        }
    }

    private static long Whole(double gbp) => (long)Math.Round(gbp);
}
