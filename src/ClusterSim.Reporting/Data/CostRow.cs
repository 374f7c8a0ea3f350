namespace ClusterSim.Reporting.Data;

/// <summary>Additional job-years and what each costs: a row of cost_effectiveness.csv. NaN = not estimable.</summary>
internal sealed record CostRow(string Arm, int Horizon, string Region, double JobYears, double JobYearsLow, double JobYearsHigh, double CostGbp, double EachGbp, double EachLow, double EachHigh)
{
    public static IReadOnlyList<CostRow> Read(IResultFiles files) => CsvRows.All(files, "cost_effectiveness.csv", csv => new CostRow(
        csv.Text("scenario_id"), csv.Count("horizon"), csv.Text("region"), csv.Number("job_years"), csv.Number("job_years_low"), csv.Number("job_years_high"), csv.Number("cost"),
        csv.Number("cost_per_job_year"), csv.Number("cost_per_job_year_low"), csv.Number("cost_per_job_year_high")));
}
