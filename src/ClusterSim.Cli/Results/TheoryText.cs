using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Theories;

namespace ClusterSim.Cli.Results;

/// <summary>The confusion of theories as plain text.</summary>
internal static class TheoryText
{
    /// <summary>The table, the pairs that are poorly told apart, what is seen, and who wins.</summary>
    /// <param name="confusion">Of the table: row = theory that made the histories, column = theory that their neighbours say.</param>
    /// <param name="pairs">Of the table.</param>
    public static string Of(TheoryTable table, int[,] confusion, IReadOnlyList<TheoryPair> pairs, IReadOnlyList<(string Theory, LockedIn Winners)> places)
    {
        int count = table.Theories.Count, right = Enumerable.Range(0, count).Sum(i => confusion[i, i]);
        List<string[]> rows = [["made by \\ taken for", .. table.Theories]];
        for (int i = 0; i < count; i++) rows.Add([table.Theories[i], .. Enumerable.Range(0, count).Select(j => confusion[i, j] == 0 ? "." : confusion[i, j].ToString(CultureInfo.InvariantCulture))]);
        TheoryPair[] poor = [.. pairs.Where(pair => pair.Right < TheoryTable.WantedOfPair)];
        string text = $"{Percent(right / (double)table.Count)} of {table.Count} histories are put to the theory that made them, by their {NearestNeighbours.Voters} nearest neighbours "
            + $"(wanted {Percent(TheoryTable.WantedOfAll)}): {(right >= TheoryTable.WantedOfAll * table.Count ? "holds" : "FAILS")}\n\n{TextTable.Of(rows)}\n";
        text += poor.Length == 0 ? $"every pair is told apart in {Percent(TheoryTable.WantedOfPair)} of its histories or more; the hardest: {Words(table, pairs[0])}\n"
            : string.Concat(poor.Select(pair => $"FAILS: {Words(table, pair)}\n"));
        return $"{text}\nmeans of what is seen\n{Means(table)}\nwho wins when only luck is drawn anew\n{Winners(places)}";
    }

    private static string Words(TheoryTable table, TheoryPair pair) =>
        $"{table.Theories[pair.First]} and {table.Theories[pair.Second]}, {Percent(pair.Right)}; they differ most in {pair.Observable} ({(double.IsFinite(pair.Distance) ? pair.Distance.ToString("0.0", CultureInfo.InvariantCulture) : "without any overlap")}{(double.IsFinite(pair.Distance) ? " standard deviations" : "")})";

    private static string Means(TheoryTable table)
    {
        double[][] means = table.Means();
        List<string[]> rows = [["", .. table.Theories]];
        for (int k = 0; k < TheoryObservables.All.Count; k++)
            rows.Add([TheoryObservables.All[k].Name, .. means.Select(theory => theory[k].ToString("0.000", CultureInfo.InvariantCulture))]);
        return TextTable.Of(rows);
    }

    private static string Winners(IReadOnlyList<(string Theory, LockedIn Winners)> places)
    {
        List<string[]> rows = [["theory", "entropy of the winner, 0..1", "correlation with natural advantage", "share of the place that wins most"]];
        foreach ((string theory, LockedIn winners) in places)
            rows.Add([theory, winners.Entropy().ToString("0.00", CultureInfo.InvariantCulture), winners.Correlation().ToString("0.00", CultureInfo.InvariantCulture), Percent(winners.TopShare())]);
        return TextTable.Of(rows);
    }

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";
}
