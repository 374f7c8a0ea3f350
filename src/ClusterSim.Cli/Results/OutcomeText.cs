using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Results;

/// <summary>What the histories of one scenario by itself came to: the country at the end, and the stages of the focal region.</summary>
internal static class OutcomeText
{
    public static string Of(Ledger ledger)
    {
        Study study = ledger.Study;
        var text = new StringBuilder();
        if (ledger.Count == 0) return "no history came to its end: runs.csv says why\n";
        text.Append(CultureInfo.InvariantCulture, $"{ledger.Count} {(ledger.Count == 1 ? "history" : "histories")} of {study.Months / 12} years, seed {study.Seed}: one scenario by itself, nothing to compare\n\nthe whole country in year {study.Months / 12}\n");
        List<string[]> rows = [["measure", "mean", "one in ten below", "one in ten above", "unit"]];
        for (int i = 0; i < study.Measures.Count; i++)
        {
            (double factor, string unit) = MetricUnit.OfIndicator(study.Measures[i]);
            double[] values = [.. ledger.Column(Ledger.Untreated, LedgerPart.Final, i).Select(value => factor * value)];
            rows.Add([study.Measures[i], TextTable.Short(Sample.Mean(values)), TextTable.Short(Sample.Quantile(values, 0.1)), TextTable.Short(Sample.Quantile(values, 0.9)), unit]);
        }
        text.Append(TextTable.Of(rows)).Append("\nthe focal region, the first to become embryonic\n");
        rows = [["stage", "reached in", "median year"]];
        foreach (Stage stage in Enum.GetValues<Stage>().Where(stage => stage != Stage.None))
        {
            double[] years = [.. ledger.Column(Ledger.Untreated, LedgerPart.StageYears, (int)stage).Where(double.IsFinite)];
            rows.Add([Catalogue.Kebab(stage.ToString()), $"{years.Length} of {ledger.Count}", years.Length == 0 ? "-" : Sample.Quantile(years, 0.5).ToString("0.#", CultureInfo.InvariantCulture)]);
        }
        return text.Append(TextTable.Of(rows)).Append("\ntimeseries.csv and stages.csv hold what happened on the way.\n").ToString();
    }
}
