using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Effects;

namespace ClusterSim.Cli.Results;

/// <summary>The table of knock-outs: the change in every indicator with its standard error, and what nothing is known of.</summary>
internal static class KnockOutText
{
    public static string Of(IReadOnlyList<KnockOut> rows)
    {
        var text = new StringBuilder();
        KnockOut first = rows[0];
        KnockOut[] silent = [.. rows.Where(row => !row.IsFelt && !row.IsNothing)], still = [.. rows.Where(row => row.IsNothing)];
        text.Append(CultureInfo.InvariantCulture, $"{rows.Count(row => row.IsFelt)} of {rows.Count} mechanisms are felt when they are switched off: an indicator moves by {KnockOut.Least} standard errors or more ({first.Pairs} pairs of full, year {KnockOut.Year})\n\n");
        List<string[]> table = [["switched off", .. KnockOut.Indicators, ""], ["(nothing)", .. first.With.Select(TextTable.Short), ""]];
        foreach (KnockOut row in rows) table.Add([row.Mechanism, .. row.Cells.Select(Cell), row.IsFelt ? "felt" : row.IsNothing ? "nothing moves" : "within noise"]);
        text.Append(TextTable.Of(table));
        text.Append("\nchange of the mean without the mechanism, and its standard error in brackets; * = three standard errors or more;\n- = the mechanism measures this itself\n");
        if (silent.Length > 0) text.Append("no measurable effect on any of the ten: ").AppendJoin(", ", silent.Select(row => row.Mechanism)).Append('\n');
        if (still.Length > 0) text.Append("nothing moves at all in this scenario: ").AppendJoin(", ", still.Select(row => row.Mechanism)).Append('\n');
        return text.ToString();
    }

    private static string Cell(KnockOutCell cell) =>
        cell.IsUnmeasured ? "-" : cell.Difference == 0 && cell.StandardError == 0 ? "0" : $"{TextTable.Signed(cell.Difference)} ({TextTable.Short(cell.StandardError)}){(Math.Abs(cell.Score) >= KnockOut.Least ? "*" : "")}";
}
