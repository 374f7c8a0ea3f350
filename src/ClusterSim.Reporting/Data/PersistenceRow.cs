namespace ClusterSim.Reporting.Data;

/// <summary>The uplift so many years after the end of the policy: a row of persistence.csv.</summary>
internal sealed record PersistenceRow(string Arm, string Region, double Years, int Pairs, double Mean, double Low, double High, double Share, double ShareLow, double ShareHigh)
{
    public static IReadOnlyList<PersistenceRow> Read(IResultFiles files) => CsvRows.All(files, "persistence.csv", csv => new PersistenceRow(
        csv.Text("scenario_id"), csv.Text("region"), csv.Number("years"), csv.Count("n"), csv.Number("uplift_mean"), csv.Number("ci_low"), csv.Number("ci_high"),
        csv.Number("share_left"), csv.Number("share_low"), csv.Number("share_high")));
}
