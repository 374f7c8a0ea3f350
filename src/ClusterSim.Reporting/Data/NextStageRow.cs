namespace ClusterSim.Reporting.Data;

/// <summary>Cumulative incidence of the next stage and of collapse, one year after the start, on one side: a row of next_stage.csv.</summary>
internal sealed record NextStageRow(string Arm, double Year, string Side, double Next, double NextLow, double NextHigh, double Collapse, double CollapseLow, double CollapseHigh, double AtRisk)
{
    public static IReadOnlyList<NextStageRow> Read(IResultFiles files) => CsvRows.All(files, "next_stage.csv", csv => new NextStageRow(
        csv.Text("scenario_id"), csv.Number("year"), csv.Text("side"), csv.Number("next"), csv.Number("next_low"), csv.Number("next_high"),
        csv.Number("collapse"), csv.Number("collapse_low"), csv.Number("collapse_high"), csv.Number("at_risk")));
}
