namespace ClusterSim.Reporting.Data;

/// <summary>One firm of one history: a row of firms.csv. Months count from 0; -1 = not closed, no parent.</summary>
public sealed record FirmRow(int Replication, int Id, string Name, string Origin, int Parent, string Region, string Activity, int FoundedAt, int ClosedAt, int Headcount, int PeakHeadcount)
{
    internal static IReadOnlyList<FirmRow> Read(string rows, string header)
    {
        var firms = new List<FirmRow>();
        using CsvRows csv = CsvRows.Of(header + rows);
        int replication = csv.Column("replication"), id = csv.Column("firm_id"), name = csv.Column("name"), origin = csv.Column("origin"), parent = csv.Column("parent_firm_id"),
            region = csv.Column("region"), activity = csv.Column("activity"), founded = csv.Column("founded_tick"), closed = csv.Column("closed_tick"), headcount = csv.Column("headcount"), peak = csv.Column("peak_headcount");
        while (csv.Next())
            firms.Add(new FirmRow(csv.Count(replication), csv.Count(id), csv.Text(name), csv.Text(origin), csv.Count(parent), csv.Text(region), csv.Text(activity),
                csv.Count(founded), csv.Count(closed), csv.Count(headcount), csv.Count(peak)));
        return firms;
    }
}
