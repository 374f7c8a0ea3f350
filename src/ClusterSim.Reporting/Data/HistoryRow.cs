using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Reporting.Data;

/// <summary>One history: a row of runs.csv.</summary>
/// <param name="Arm">-1 = the baseline.</param>
/// <param name="FocalRegion">Name; empty = no region ever became embryonic.</param>
/// <param name="StageYears">Year in which the focal region first entered each stage, by stage; NaN = never.</param>
/// <param name="StartYear">Year in which the policy started; NaN = never.</param>
public sealed record HistoryRow(int Arm, int Replication, string FocalRegion, IReadOnlyList<double> StageYears, double StartYear, double SpentGbp, string Digest, double FinalHeadline)
{
    /// <summary>Every history that was completed, in the order of the file.</summary>
    internal static IReadOnlyList<HistoryRow> Read(IResultFiles files, IReadOnlyList<string> scenarios, string headline)
    {
        var rows = new List<HistoryRow>();
        using CsvRows? csv = CsvRows.Open(files, "runs.csv");
        if (csv is null) return rows;
        Stage[] stages = Enum.GetValues<Stage>();
        int[] years = [.. stages.Select(stage => csv.Column("year_" + Catalogue.Kebab(stage.ToString())))];
        int scenario = csv.Column("scenario_id"), replication = csv.Column("replication"), status = csv.Column("status"), focal = csv.Column("focal_region"),
            start = csv.Column("start_year"), spent = csv.Column("spent_gbp"), digest = csv.Column("digest"), final = csv.Column("final_" + headline.Replace('-', '_'));
        while (csv.Next())
        {
            if (!csv.Is(status, "completed")) continue;
            rows.Add(new HistoryRow(csv.Place(scenario, scenarios) - 1, csv.Count(replication), csv.Text(focal), [.. years.Select(year => year < 0 ? double.NaN : csv.Number(year))],
                csv.Number(start), csv.Number(spent), csv.Text(digest), csv.Number(final)));
        }
        return rows;
    }
}
