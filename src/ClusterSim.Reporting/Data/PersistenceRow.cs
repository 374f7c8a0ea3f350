namespace ClusterSim.Reporting.Data;

/// <summary>The uplift so many years after the end of the policy: a row of persistence.csv.</summary>
/// <param name="Half">First year in which less than half is left, the same in all rows of an arm and region; NaN = none as far as it is followed.</param>
/// <param name="OtherStage">Share of the pairs that are in another stage than their twins 20 years on; NaN = not known.</param>
internal sealed record PersistenceRow(string Arm, string Region, double Years, int Pairs, double Mean, double Low, double High, double Share, double ShareLow, double ShareHigh, double Half, double HalfLow, double HalfHigh, double OtherStage, double OtherStageLow, double OtherStageHigh)
{
    public static IReadOnlyList<PersistenceRow> Read(IResultFiles files) => CsvRows.All(files, "persistence.csv", csv => new PersistenceRow(
        csv.Text("scenario_id"), csv.Text("region"), csv.Number("years"), csv.Count("n"), csv.Number("uplift_mean"), csv.Number("ci_low"), csv.Number("ci_high"),
        csv.Number("share_left"), csv.Number("share_low"), csv.Number("share_high"),
        csv.Number("half_life"), csv.Number("half_life_low"), csv.Number("half_life_high"),
        csv.Number("other_stage"), csv.Number("other_stage_low"), csv.Number("other_stage_high")));
}
