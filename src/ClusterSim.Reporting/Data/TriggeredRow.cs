namespace ClusterSim.Reporting.Data;

/// <summary>The effect over all pairs and where the arm started: a row of effects.csv.</summary>
internal sealed record TriggeredRow(string Arm, ClockDate Moment, string Region, string Metric, int Pairs, int Fired, double All, double AllLow, double AllHigh, double Started, double StartedLow, double StartedHigh)
{
    public static IReadOnlyList<TriggeredRow> Read(IResultFiles files) => CsvRows.All(files, "effects.csv", csv => new TriggeredRow(
        csv.Text("scenario_id"), new ClockDate(csv.Text("clock"), csv.Count("horizon")), csv.Text("region"), csv.Text("metric"), csv.Count("n_pairs"), csv.Count("n_fired"),
        csv.Number("itt"), csv.Number("itt_low"), csv.Number("itt_high"), csv.Number("on_triggered"), csv.Number("on_triggered_low"), csv.Number("on_triggered_high")));
}
