using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Results;

/// <summary>The answer to "when": the arms that cannot be told apart from the best one, and each of them against the others.</summary>
internal static class TimingText
{
    /// <summary>Empty unless the best timing is asked for and there are two arms.</summary>
    public static string Of(Ledger ledger, IReadOnlyList<ContrastRow> contrasts)
    {
        Study study = ledger.Study;
        (bool onStart, int years) = study.Moment;
        ContrastRow[] rows = [.. contrasts.Where(row => row.Clock == study.Moment.Clock && row.Horizon == years && row.Region == "target")];
        if (study.Answer != "best-timing" || rows.Length == 0) return "";
        IReadOnlyList<string> best = ContrastTable.Best(ledger);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\nTiming: change in {study.Measures[0]} in the target region, {(onStart ? $"{years} years after each arm's own start" : $"in year {years}")}\n");
        if (best.Count == 0) return text.Append("too few histories for a best set\n").ToString();
        text.Append(CultureInfo.InvariantCulture, $"best set: {string.Join(", ", best)} (the best mean, and what cannot be told apart from it)\n");
        string[][] lines = [.. rows.Where(row => best.Contains(row.First) != best.Contains(row.Second)).Select(row => Line(row, best.Contains(row.First)))];
        return text.Append(lines.Length == 0 ? "no arm can be told apart from the best one\n" : TextTable.Of([["arm", "less arm", "difference", "95 % interval", "p", "verdict"], .. lines])).ToString();
    }

    /// <summary>The member of the best set first, whichever way the row stands.</summary>
    private static string[] Line(ContrastRow row, bool asItStands)
    {
        int sign = asItStands ? 1 : -1;
        (double low, double high) = asItStands ? (row.Low, row.High) : (-row.High, -row.Low);
        string words = row.Verdict.Split(';')[0].Replace(" to tell", "", StringComparison.Ordinal);
        if (!asItStands) words = words.Contains("higher", StringComparison.Ordinal) ? words.Replace("higher", "lower", StringComparison.Ordinal) : words.Replace("lower", "higher", StringComparison.Ordinal);
        return
        [
            asItStands ? row.First : row.Second, asItStands ? row.Second : row.First, TextTable.Signed(sign * row.Difference), $"{TextTable.Signed(low)} to {TextTable.Signed(high)}",
            row.PValueAdjusted?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-", words,
        ];
    }
}
