namespace ClusterSim.Reporting.Data;

/// <summary>In how many pairs the cluster took off with the arm, without, both or neither: a row of take_off.csv.</summary>
internal sealed record TakeOffRow(string Arm, int Pairs, int Both, int OnlyArm, int OnlyTwin, double Difference, double Low, double High, double PAdjusted)
{
    public static IReadOnlyList<TakeOffRow> Read(IResultFiles files) => CsvRows.All(files, "take_off.csv", csv => new TakeOffRow(
        csv.Text("scenario_id"), csv.Count("n_pairs"), csv.Count("both"), csv.Count("only_arm"), csv.Count("only_twin"), csv.Number("risk_difference"), csv.Number("ci_low"), csv.Number("ci_high"), csv.Number("p_holm")));
}
