namespace ClusterSim.Reporting.Data;

/// <summary>One limit of a box in the space of the uncertain parameters: a row of boxes.csv. NaN = no limit on that side.</summary>
/// <param name="Words">The whole box as a sentence.</param>
/// <param name="Values">Words that are allowed, with spaces between; empty for numbers.</param>
internal sealed record BoxRow(string Arm, string Output, int Number, double Coverage, double Density, double Mass, string Words, string Factor, double Low, double High, string Values, double PValue, double Reproducibility)
{
    public static IReadOnlyList<BoxRow> Read(IResultFiles files) => CsvRows.All(files, "boxes.csv", csv => new BoxRow(
        csv.Text("scenario_id"), csv.Text("output"), csv.Count("box"), csv.Number("coverage"), csv.Number("density"), csv.Number("mass"), csv.Text("words"), csv.Text("factor"),
        csv.Number("low"), csv.Number("high"), csv.Text("values"), csv.Number("p_value"), csv.Number("reproducibility")));
}
