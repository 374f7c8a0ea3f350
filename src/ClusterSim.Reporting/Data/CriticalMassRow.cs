namespace ClusterSim.Reporting.Data;

/// <summary>The share of histories that succeed at one size: a row of critical_mass.csv.</summary>
internal sealed record CriticalMassRow(string Arm, string Factor, double Size, int Histories, double Share, double Low, double High)
{
    public static IReadOnlyList<CriticalMassRow> Read(IResultFiles files) => CsvRows.All(files, "critical_mass.csv", csv => new CriticalMassRow(
        csv.Text("scenario_id"), csv.Text("factor"), csv.Number("value"), csv.Count("n"), csv.Number("share"), csv.Number("low"), csv.Number("high")));
}
