namespace ClusterSim.Reporting.Data;

/// <summary>The chance that an arm is worth its cost at one worth of a job-year: a row of acceptability.csv.</summary>
internal sealed record AcceptabilityRow(string Arm, int Horizon, string Region, double WorthGbp, double Chance)
{
    public static IReadOnlyList<AcceptabilityRow> Read(IResultFiles files) => CsvRows.All(files, "acceptability.csv", csv => new AcceptabilityRow(
        csv.Text("scenario_id"), csv.Count("horizon"), csv.Text("region"), csv.Number("value_of_job_year_gbp"), csv.Number("p_net_benefit")));
}
