using System.Text.Json.Nodes;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Cli.Results;

/// <summary>The comparison as rows of a file.</summary>
internal static class ComparisonFiles
{
    public static IEnumerable<string> Csv(IReadOnlyList<ComparisonRow> rows)
    {
        yield return "baseline_id,scenario_id,clock,horizon,year,region,activity,metric,n_pairs,n_fired,start_year_median,cost_mean_gbp,cost_discounted_mean_gbp,baseline_mean,scenario_mean,diff_mean,diff_sd,ci_low,ci_high,p_better,p_value_adj,variance_reduction,verdict\n";
        foreach (ComparisonRow row in rows)
        {
            var csv = new Csv();
            csv.Add(row.Baseline).Add(row.Arm).Add(row.Clock).Add(row.Horizon).Add(row.Clock == "calendar" ? row.Horizon : null).Add(row.Region).Add(row.Activity).Add(row.Metric)
                .Add(row.Pairs).Add(row.Fired).Add(row.StartYearMedian).Add((long)Math.Round(row.CostGbp)).Add((long)Math.Round(row.CostDiscountedGbp))
                .Add(row.BaselineMean).Add(row.ScenarioMean).Add(row.Difference).Add(row.DifferenceSd).Add(row.Low).Add(row.High)
                .Add(row.PBetter).Add(row.PValueAdjusted).Add(row.VarianceReduction).Add(row.Verdict);
            yield return csv.EndRow().ToString();
        }
    }

    public static JsonArray Json(IReadOnlyList<ComparisonRow> rows) => new([.. rows.Select(row => (JsonNode)new JsonObject
    {
        ["baseline_id"] = row.Baseline,
        ["scenario_id"] = row.Arm,
        ["clock"] = row.Clock,
        ["horizon"] = row.Horizon,
        ["region"] = row.Region,
        ["activity"] = row.Activity,
        ["metric"] = row.Metric,
        ["n_pairs"] = row.Pairs,
        ["n_fired"] = row.Fired,
        ["start_year_median"] = row.StartYearMedian,
        ["cost_mean_gbp"] = Math.Round(row.CostGbp),
        ["cost_discounted_mean_gbp"] = Math.Round(row.CostDiscountedGbp),
        ["baseline_mean"] = row.BaselineMean,
        ["scenario_mean"] = row.ScenarioMean,
        ["diff_mean"] = row.Difference,
        ["diff_sd"] = row.DifferenceSd,
        ["ci_low"] = Finite(row.Low),
        ["ci_high"] = Finite(row.High),
        ["p_better"] = row.PBetter,
        ["p_value_adj"] = row.PValueAdjusted,
        ["variance_reduction"] = row.VarianceReduction,
        ["verdict"] = row.Verdict,
    })]);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>One row per arm: starts, money, whether the target region did the things that clusters do.</summary>
    public static IEnumerable<string> Summary(Ledger ledger)
    {
        yield return "scenario_id,n_pairs,n_fired,fired_share,fired_low,fired_high,start_year_median,spent_mean_gbp,spent_mean_when_started_gbp,spent_discounted_mean_gbp\n";
        for (int arm = 0; arm < ledger.Study.Arms.Count; arm++)
        {
            IReadOnlyList<ArmOutcome> outcomes = ledger.Arm(arm);
            double[] starts = [.. outcomes.Where(outcome => outcome.StartedAt >= 0).Select(outcome => outcome.StartedAt / 12.0)];
            Interval share = Proportions.Wilson(starts.Length, outcomes.Count);
            double spent = Sample.Mean([.. outcomes.Select(outcome => outcome.Spent)]);
            var csv = new Csv();
            csv.Add(ledger.Study.Arms[arm].Name).Add(outcomes.Count).Add(starts.Length).Add(starts.Length / (double)outcomes.Count).Add(share.Low).Add(share.High)
                .Add(starts.Length == 0 ? null : Sample.Quantile(starts, 0.5)).Add(HistoryFiles.Gbp(spent))
                .Add(starts.Length == 0 ? 0 : HistoryFiles.Gbp(spent * outcomes.Count / starts.Length))
                .Add(HistoryFiles.Gbp(Sample.Mean([.. outcomes.Select(outcome => outcome.SpentDiscounted)])));
            yield return csv.EndRow().ToString();
        }
    }
}
