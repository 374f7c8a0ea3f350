using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Results;

/// <summary>summary.csv: a row for each scenario, the baseline first: how often it started and what it cost, how often its focal
/// region reached each stage, and the country at the end.</summary>
internal static class SummaryFile
{
    private static readonly Stage[] Stages = [.. Enum.GetValues<Stage>().Where(stage => stage != Stage.None)];

    public static IEnumerable<string> Csv(Ledger ledger)
    {
        Study study = ledger.Study;
        yield return "scenario_id,n_histories,n_fired,fired_share,fired_low,fired_high,start_year_median,spent_mean_gbp,spent_mean_when_started_gbp,spent_discounted_mean_gbp,"
            + string.Join(',', Stages.Select(stage => "reached_" + Catalogue.Kebab(stage.ToString()))) + ","
            + string.Join(',', study.Measures.Select(measure => "mean_final_" + FileNaming.Column(measure))) + "\n";
        if (ledger.Count == 0) yield break;
        yield return Row(study, study.BaselineName, ledger.Baseline, []);
        for (int arm = 0; arm < study.Arms.Count; arm++)
            yield return Row(study, study.Arms[arm].Name, [.. ledger.Arm(arm).Select(outcome => outcome.Summary)], ledger.Arm(arm));
    }

    private static string Row(Study study, string name, IReadOnlyList<HistorySummary> histories, IReadOnlyList<ArmOutcome> outcomes)
    {
        var csv = new Csv();
        csv.Add(name).Add(histories.Count);
        if (outcomes.Count == 0)
            for (int cell = 0; cell < 8; cell++) csv.Add("");
        else Starts(csv, outcomes);
        foreach (Stage stage in Stages) csv.Add(histories.Count(history => double.IsFinite(history.StageYears[(int)stage])) / (double)histories.Count);
        for (int i = 0; i < study.Measures.Count; i++)
        {
            int measure = i;
            csv.Add(MetricUnit.OfIndicator(study.Measures[i]).Factor * Sample.Mean([.. histories.Select(history => history.Final[measure])]));
        }
        return csv.EndRow().ToString();
    }

    private static void Starts(Csv csv, IReadOnlyList<ArmOutcome> outcomes)
    {
        double[] starts = [.. outcomes.Where(outcome => outcome.StartedAt >= 0).Select(outcome => outcome.StartedAt / 12.0)];
        Interval share = Proportions.Wilson(starts.Length, outcomes.Count);
        double spent = Sample.Mean([.. outcomes.Select(outcome => outcome.Spent)]);
        csv.Add(starts.Length).Add(starts.Length / (double)outcomes.Count).Add(share.Low).Add(share.High)
            .Add(starts.Length == 0 ? null : Sample.Quantile(starts, 0.5)).Add(HistoryFiles.Gbp(spent))
            .Add(starts.Length == 0 ? 0 : HistoryFiles.Gbp(spent * outcomes.Count / starts.Length))
            .Add(HistoryFiles.Gbp(Sample.Mean([.. outcomes.Select(outcome => outcome.SpentDiscounted)])));
    }
}
