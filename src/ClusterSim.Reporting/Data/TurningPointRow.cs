namespace ClusterSim.Reporting.Data;

/// <summary>A headline at one size: a row of turning_point.csv.</summary>
internal sealed record TurningPointRow(string Measure, string Factor, double Size, int Worlds, double Mean, double Low, double High)
{
    public static IReadOnlyList<TurningPointRow> Read(IResultFiles files) => CsvRows.All(files, "turning_point.csv", csv => new TurningPointRow(
        csv.Text("measure"), csv.Text("factor"), csv.Number("value"), csv.Count("n_worlds"), csv.Number("mean"), csv.Number("low"), csv.Number("high")));
}

/// <summary>The size at which it turns: a row of turning_point_fit.csv. NaN = none, or open.</summary>
internal sealed record TurnRow(string Measure, string Factor, double At, double Low, double High, bool IsShown, string Words)
{
    public static IReadOnlyList<TurnRow> Read(IResultFiles files) => CsvRows.All(files, "turning_point_fit.csv", csv => new TurnRow(
        csv.Text("measure"), csv.Text("factor"), csv.Number("turns_at"), csv.Number("low"), csv.Number("high"), csv.Text("kind") != "none", csv.Text("words")));
}
