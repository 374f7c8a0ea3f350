namespace ClusterSim.Reporting.Data;

/// <summary>One event of one history: a row of events.csv.</summary>
public sealed record EventRow(double Year, string Type, int Firm, string Stage, double Amount, string Sentence)
{
    internal static IReadOnlyList<EventRow> Read(string rows, string header)
    {
        var events = new List<EventRow>();
        using CsvRows csv = CsvRows.Of(header + rows);
        int year = csv.Column("year"), type = csv.Column("type"), firm = csv.Column("firm_id"), stage = csv.Column("stage"), amount = csv.Column("amount_gbp"), text = csv.Column("text");
        while (csv.Next()) events.Add(new EventRow(csv.Number(year), csv.Text(type), csv.Count(firm), csv.Text(stage), csv.Number(amount), csv.Text(text)));
        return events;
    }
}
