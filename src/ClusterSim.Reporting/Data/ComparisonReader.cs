using ClusterSim.Experiments.Comparing;

namespace ClusterSim.Reporting.Data;

/// <summary>comparison.csv, read back.</summary>
public static class ComparisonReader
{
    public static IReadOnlyList<ComparisonRow> Read(IResultFiles files)
    {
        var rows = new List<ComparisonRow>();
        using CsvRows? csv = CsvRows.Open(files, "comparison.csv");
        if (csv is null) return rows;
        string Text(string column) => csv.Text(csv.Column(column));
        double Number(string column) => csv.Number(csv.Column(column));
        double? Maybe(string column) => double.IsNaN(Number(column)) ? null : Number(column);
        double End(string column, double open) => double.IsNaN(Number(column)) ? open : Number(column);
        while (csv.Next())
            rows.Add(new ComparisonRow
            {
                Baseline = Text("baseline_id"),
                Arm = Text("scenario_id"),
                Clock = Text("clock"),
                Horizon = csv.Count(csv.Column("horizon")),
                Region = Text("region"),
                Activity = Text("activity"),
                Metric = Text("metric"),
                Pairs = csv.Count(csv.Column("n_pairs")),
                Fired = csv.Count(csv.Column("n_fired")),
                StartYearMedian = Maybe("start_year_median"),
                CostGbp = Number("cost_mean_gbp"),
                CostDiscountedGbp = Number("cost_discounted_mean_gbp"),
                BaselineMean = Number("baseline_mean"),
                ScenarioMean = Number("scenario_mean"),
                Difference = Number("diff_mean"),
                DifferenceSd = Number("diff_sd"),
                // An interval of one or two pairs is everything, and has empty cells.
                Low = End("ci_low", double.NegativeInfinity),
                High = End("ci_high", double.PositiveInfinity),
                PBetter = Maybe("p_better"),
                PValueAdjusted = Maybe("p_value_adj"),
                VarianceReduction = Maybe("variance_reduction"),
                Verdict = Text("verdict"),
            });
        return rows;
    }
}
