using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Cli.Results;

/// <summary>How often 95 % intervals hold the truth, as a table.</summary>
internal static class CoverageText
{
    public static string Of(IReadOnlyList<CoverageCell> table)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Coverage of 95 % intervals of a mean paired difference, {table[0].Trials} trials each, {Coverage.Resampled} resamples\n\n");
        List<string[]> rows = [["differences", "pairs", "covered", "wholly above", "wholly below", "said \"may be too narrow\"", "promised"]];
        foreach (CoverageCell cell in table)
            rows.Add([cell.Truth.Name, Pairs(cell), Percent(cell.Covered), Percent(cell.TooHigh), Percent(cell.TooLow), Percent(cell.Warned),
                !cell.IsPromised ? "" : cell.Holds ? "93..97 %: holds" : "93..97 %: FAILS"]);
        text.Append(TextTable.Of(rows));
        text.Append("\nLognormal effects are exp(z) of a standard normal z, normal ones 1 + z; a pair that did not fire differs by zero.\n");
        text.Append(CultureInfo.InvariantCulture, $"\nrule 20 %: pairs on average where they are added until the half width is at most 20 % of the mean (looks at {string.Join(", ", Coverage.Rules[0].Looks)}).\n");
        text.Append(CultureInfo.InvariantCulture, $"Nothing is promised for rules looser than {100 * CoverageCell.LoosestRule:0} %: they stop where the histories that carry the effect have not come yet.\n\n");
        text.Append("Written by tools/generate --tables coverage.\n");
        return text.ToString();
    }

    private static string Pairs(CoverageCell cell) =>
        (cell.Rule is null ? "" : string.Create(CultureInfo.InvariantCulture, $"rule {100 * cell.Rule.Relative:0} %: ")) + cell.Pairs.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
