using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Detection;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Results;

/// <summary>How late and how rightly stages are told, as tables.</summary>
internal static class StageText
{
    /// <param name="made">How many lives were made up.</param>
    /// <param name="histories">How many histories were lived.</param>
    public static string Of(StageCheck check, int made, int histories)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The stage detector, which sees the past, against hindsight, which sees the whole path\n");
        text.Append(CultureInfo.InvariantCulture, $"{made} made-up lives (logistic growth of 10 to 30 % a year, a plateau of 6 years, a fall of {-100 * StageCheck.Decline:0} % a year; noise {100 * StageCheck.Noise:0} % a quarter) and the focal activity in {histories} histories of the full model\n\n");
        List<string[]> rows = [["lives", "stage", "phases in hindsight", "told in time", "of 5 years and more", "told in time", "median lag", "median lag of all", "10 % quantile", "90 % quantile"]];
        foreach ((string name, StageLag lag) in new[] { ("made", check.Made), ("simulated", check.Simulated) })
            foreach (Stage stage in StageLag.Told)
                rows.Add([name, DetectText.Name(stage), Count(lag.Phases(stage)), WarningText.Percent(StageLag.ToldInTime(lag.Lags[stage])), Count(lag.Lasting[stage].Length), WarningText.Percent(StageLag.ToldInTime(lag.Lasting[stage])), Quarters(lag.MedianOfLasting(stage)), Quarters(lag.Median(stage)), Quarters(Quantile(lag, stage, 0.1)), Quarters(Quantile(lag, stage, 0.9))]);
        text.Append(TextTable.Of(rows));
        text.Append("Lags in quarters; a phase that ended before it was told counts as later than any, and \"late\" stands where it is the quantile. A renewal counts as growth, since hindsight looks at employment alone.\n\n");
        text.Append(TextTable.Of([["aim", "lives", "at most", "is", ""], .. check.Aims.Select(aim => new[] { aim.Words, aim.Lives, Count((int)aim.Most), Quarters(aim.Value), aim.Holds ? "holds" : "FAILS" })]));
        text.Append(CultureInfo.InvariantCulture, $"\nWhat hangs on the thresholds: each {100 * StageCheck.Move:0} % lower and higher, the others and hindsight as they are\n\n");
        text.Append(TextTable.Of([Head(), Row("(as it is)", "", check.Made, check.Simulated), .. check.Sensitivity().Select(trial => Row(trial.Threshold, TextTable.Number(trial.Value), trial.Made, trial.Simulated))]));
        text.Append("\nreached: entries into growth, maturity, decline and renewal in all simulated lives. lags: medians into growth, maturity, decline. false: in 100 cluster-years.\n");
        text.Append("Written by tools/generate --tables stages.\n");
        return text.ToString();
    }

    private static string[] Head() => ["threshold", "value", "reached", "lags, simulated", "false", "lags, made", "false"];

    private static string[] Row(string threshold, string value, StageLag made, StageLag simulated) =>
        [threshold, value, string.Join(" / ", new[] { Stage.Growth, Stage.Maturity, Stage.Decline, Stage.Renewal }.Select(stage => Count(simulated.Reached[stage]))), Lags(simulated), False(simulated), Lags(made), False(made)];

    private static string Lags(StageLag lag) => string.Join(" / ", StageLag.Told.Select(stage => Quarters(lag.Median(stage))));

    private static string False(StageLag lag) => lag.FalsePerHundredYears.ToString("0.00", CultureInfo.InvariantCulture);

    private static double Quantile(StageLag lag, Stage stage, double p) => lag.Phases(stage) == 0 ? double.NaN : Experiments.Statistics.Sample.SortedQuantile(lag.Lags[stage], p);

    private static string Quarters(double value) => double.IsNaN(value) ? "-" : double.IsInfinity(value) ? "late" : value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
