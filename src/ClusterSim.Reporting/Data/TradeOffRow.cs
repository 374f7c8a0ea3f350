namespace ClusterSim.Reporting.Data;

/// <summary>A box on the way to the one that is told: a row of tradeoff.csv.</summary>
internal sealed record TradeOffRow(string Arm, string Output, double Coverage, double Density, double Mass, int Restricted)
{
    public static IReadOnlyList<TradeOffRow> Read(IResultFiles files) => CsvRows.All(files, "tradeoff.csv", csv => new TradeOffRow(
        csv.Text("scenario_id"), csv.Text("output"), csv.Number("coverage"), csv.Number("density"), csv.Number("mass"), csv.Count("restricted")));
}
