using ClusterSim.Experiments.Comparing;

namespace ClusterSim.Reporting.Data;

/// <summary>comparison.csv, read back.</summary>
public static class ComparisonReader
{
    public static IReadOnlyList<ComparisonRow> Read(IResultFiles files) => CsvRows.All(files, "comparison.csv", csv => new ComparisonRow
    {
        Baseline = csv.Text("baseline_id"),
        Arm = csv.Text("scenario_id"),
        Clock = csv.Text("clock"),
        Horizon = csv.Count("horizon"),
        Region = csv.Text("region"),
        Activity = csv.Text("activity"),
        Metric = csv.Text("metric"),
        Pairs = csv.Count("n_pairs"),
        Fired = csv.Count("n_fired"),
        StartYearMedian = csv.Maybe("start_year_median"),
        CostGbp = csv.Number("cost_mean_gbp"),
        CostDiscountedGbp = csv.Number("cost_discounted_mean_gbp"),
        BaselineMean = csv.Number("baseline_mean"),
        ScenarioMean = csv.Number("scenario_mean"),
        Difference = csv.Number("diff_mean"),
        DifferenceSd = csv.Number("diff_sd"),
        Low = csv.End("ci_low", double.NegativeInfinity),
        High = csv.End("ci_high", double.PositiveInfinity),
        PBetter = csv.Maybe("p_better"),
        PValueAdjusted = csv.Maybe("p_value_adj"),
        VarianceReduction = csv.Maybe("variance_reduction"),
        Verdict = csv.Text("verdict"),
    });
}
