namespace ClusterSim.Reporting.Data;

/// <summary>How an arm fares over uncertain worlds: a row of robustness.csv.</summary>
/// <param name="StarrShare">Share of the worlds in which it is best, with its interval.</param>
/// <param name="Worst">Its mean in its worst world.</param>
internal sealed record RobustnessRow(string Arm, int Worlds, string Region, string Metric, double Mean, double RegretMean, double RegretP90, double RegretMax, double StarrShare, double StarrLow, double StarrHigh, double Worst)
{
    public static IReadOnlyList<RobustnessRow> Read(IResultFiles files) => CsvRows.All(files, "robustness.csv", csv => new RobustnessRow(
        csv.Text("scenario_id"), csv.Count("n_worlds"), csv.Text("region"), csv.Text("metric"), csv.Number("mean"), csv.Number("regret_mean"), csv.Number("regret_p90"), csv.Number("regret_max"),
        csv.Number("starr_share"), csv.Number("starr_low"), csv.Number("starr_high"), csv.Number("worst")));
}
