namespace ClusterSim.Reporting.Data;

/// <summary>The size at which half of the histories succeed: a row of critical_mass_fit.csv. NaN = none, or open.</summary>
internal sealed record ThresholdRow(string Arm, string Factor, double Threshold, double Low, double High, string Words)
{
    public static IReadOnlyList<ThresholdRow> Read(IResultFiles files) => CsvRows.All(files, "critical_mass_fit.csv", csv => new ThresholdRow(
        csv.Text("scenario_id"), csv.Text("factor"), csv.Number("threshold"), csv.Number("low"), csv.Number("high"), csv.Text("words")));
}
