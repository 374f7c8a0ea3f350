namespace ClusterSim.Reporting.Data;

/// <summary>A claim that a case makes, judged: a row of expectations.csv.</summary>
public sealed record ClaimRow(string Verdict, string Claim, string Wanted, double Value, double Low, double High, int Pairs, string Note)
{
    internal static IReadOnlyList<ClaimRow> Read(IResultFiles files)
    {
        var claims = new List<ClaimRow>();
        using CsvRows? csv = CsvRows.Open(files, "expectations.csv");
        while (csv is not null && csv.Next())
            claims.Add(new ClaimRow(csv.Text(csv.Column("verdict")), csv.Text(csv.Column("claim")), csv.Text(csv.Column("wanted")), csv.Number(csv.Column("value")),
                csv.Number(csv.Column("ci_low")), csv.Number(csv.Column("ci_high")), csv.Count(csv.Column("n_pairs")), csv.Text(csv.Column("note"))));
        return claims;
    }
}
