namespace ClusterSim.Reporting.Data;

/// <summary>One index of one factor: a row of sensitivity.csv.</summary>
/// <param name="Words">What the factor does, in a sentence; empty where the file has none.</param>
internal sealed record IndexRow(string Arm, string Output, string Method, string Factor, string Index, double Value, double Low, double High, string Words)
{
    public static IReadOnlyList<IndexRow> Read(IResultFiles files) => CsvRows.All(files, "sensitivity.csv", csv => new IndexRow(
        csv.Text("scenario_id"), csv.Text("output"), csv.Text("method"), csv.Text("factor"), csv.Text("index"), csv.Number("value"), csv.Number("low"), csv.Number("high"), csv.Text("words")));
}
