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
        for (int arm = Ledger.Untreated; arm < study.Arms.Count; arm++) yield return Row(ledger, arm);
    }

    private static string Row(Ledger ledger, int arm)
    {
        Study study = ledger.Study;
        var csv = new Csv();
        csv.Add(arm < 0 ? study.BaselineName : study.Arms[arm].Name).Add(ledger.Count);
        if (arm < 0)
            for (int cell = 0; cell < 8; cell++) csv.Add("");
        else Starts(csv, ledger, arm);
        foreach (Stage stage in Stages) csv.Add(ledger.Column(arm, LedgerPart.StageYears, (int)stage).Count(double.IsFinite) / (double)ledger.Count);
        for (int i = 0; i < study.Measures.Count; i++) csv.Add(MetricUnit.OfIndicator(study.Measures[i]).Factor * Sample.Mean(ledger.Column(arm, LedgerPart.Final, i)));
        return csv.EndRow().ToString();
    }

    private static void Starts(Csv csv, Ledger ledger, int arm)
    {
        double[] starts = ledger.StartYears(arm);
        Interval share = Proportions.Wilson(starts.Length, ledger.Count);
        double spent = Sample.Mean(ledger.Column(arm, LedgerPart.Spent));
        csv.Add(starts.Length).Add(starts.Length / (double)ledger.Count).Add(share.Low).Add(share.High)
            .Add(starts.Length == 0 ? null : Sample.Quantile(starts, 0.5)).Add(HistoryFiles.Gbp(spent))
            .Add(starts.Length == 0 ? 0 : HistoryFiles.Gbp(spent * ledger.Count / starts.Length))
            .Add(HistoryFiles.Gbp(Sample.Mean(ledger.Column(arm, LedgerPart.SpentDiscounted))));
    }
}
