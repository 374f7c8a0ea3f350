using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.Engine;

namespace ClusterSim.Cli.Results;

/// <summary>What a case was to show and what it showed.</summary>
internal static class CaseText
{
    private static readonly string[] Columns = ["verdict", "claim", "wanted", "value", "ci_low", "ci_high", "n_pairs", "note"];

    public static string Of(IReadOnlyList<Judgement> judgements)
    {
        if (judgements.Count == 0) return "";
        List<string[]> rows = [["", "claim", "wanted", "found", "95 % interval", "note"]];
        foreach (Judgement judgement in judgements) rows.Add(Row(judgement));
        int gating = judgements.Count(judgement => judgement.Expectation.Gating), held = judgements.Count(judgement => judgement.Expectation.Gating && judgement.Pass);
        return $"\nExpectations over {judgements[0].Count} pairs\n{TextTable.Of(rows)}{held} of {gating} that decide hold\n";
    }

    /// <summary>The same as a file.</summary>
    public static string Csv(IReadOnlyList<Judgement> judgements)
    {
        var csv = new Csv();
        csv.AddRow(Columns);
        foreach (Judgement judgement in judgements)
        {
            string[] row = Row(judgement);
            csv.Add(row[0].ToLowerInvariant()).Add(row[1]).Add(row[2]).Add(judgement.Value).Add(judgement.Interval.Low).Add(judgement.Interval.High).Add(judgement.Count).Add(row[5]).EndRow();
        }
        return csv.ToString();
    }

    public static string[] Row(Judgement judgement)
    {
        Expectation expectation = judgement.Expectation;
        string against = expectation.Against == Against.None ? "" : $" ({Catalogue.Kebab(expectation.Against.ToString())})";
        return [judgement.Pass ? "holds" : judgement.Open ? "open" : "FAILS", expectation.Claim, $"{expectation.Operator} {expectation.Value.ToString(CultureInfo.InvariantCulture)}{against}", TextTable.Short(judgement.Value),
            $"{TextTable.Short(judgement.Interval.Low)} to {TextTable.Short(judgement.Interval.High)}",
            string.Join("; ", new[] { expectation.Gating ? "" : "reported only", judgement.Note }.Where(note => note.Length > 0))];
    }
}
