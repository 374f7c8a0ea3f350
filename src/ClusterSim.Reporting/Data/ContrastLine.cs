namespace ClusterSim.Reporting.Data;

/// <summary>One arm less another, pair by pair: a row of contrasts.csv.</summary>
internal sealed record ContrastLine(string First, string Second, ClockDate Moment, string Region, string Metric, int Pairs, int FiredFirst, int FiredSecond, double Difference, double Low, double High, bool Equivalent, string Verdict)
{
    public static IReadOnlyList<ContrastLine> Read(IResultFiles files) => CsvRows.All(files, "contrasts.csv", csv => new ContrastLine(
        csv.Text("arm_a"), csv.Text("arm_b"), new ClockDate(csv.Text("clock"), csv.Count("horizon")), csv.Text("region"), csv.Text("metric"), csv.Count("n_pairs"), csv.Count("n_fired_a"), csv.Count("n_fired_b"),
        csv.Number("diff_mean"), csv.Number("ci_low"), csv.Number("ci_high"), csv.Text("equivalent") == "yes", csv.Text("verdict")));

    /// <summary>The same seen from the other arm; the words of the file were about the first one, so these say the sign and no more.</summary>
    public ContrastLine Turned() => this with
    {
        First = Second, Second = First, FiredFirst = FiredSecond, FiredSecond = FiredFirst, Difference = -Difference, Low = -High, High = -Low,
        Verdict = High < 0 ? "higher" : Low > 0 ? "lower" : "too close to call",
    };
}
