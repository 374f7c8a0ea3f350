namespace ClusterSim.Reporting.Data;

/// <summary>Mean years before the next stage, within so many years of the start (restricted mean): a row of next_stage_summary.csv.</summary>
/// <param name="Difference">With less without; negative = sooner.</param>
internal sealed record NextStageMean(string Arm, double Years, int Histories, double Without, double With, double Difference, double Low, double High)
{
    public static IReadOnlyList<NextStageMean> Read(IResultFiles files) => CsvRows.All(files, "next_stage_summary.csv", csv => new NextStageMean(
        csv.Text("scenario_id"), csv.Number("years"), csv.Count("n"), csv.Number("rmst_without"), csv.Number("rmst_with"), csv.Number("difference"), csv.Number("ci_low"), csv.Number("ci_high")));
}
