using System.Globalization;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Detection;

/// <summary>Why a cell has its score, in words.</summary>
public static class ScoreWords
{
    /// <summary>Parts of the logit smaller than this are not worth a word.</summary>
    private const double Least = 0.1;

    /// <summary><c>LQ 1.8, up 0.3 in five years, 45 establishments, +2 % a year: for it the number of firms; against it small region</c>.</summary>
    /// <param name="values">In the order of the model's terms.</param>
    public static string Of(CellPanel panel, int cell, int date, WarningModel model, double[] values)
    {
        double quotient = panel.Quotient(cell, date), change = quotient - panel.Quotient(cell, date - CellFeatures.Memory * panel.PerYear), firms = panel.FirmsAt(cell, date);
        string moved = Math.Abs(change) < 0.05 ? "as five years ago" : string.Create(CultureInfo.InvariantCulture, $"{(change > 0 ? "up" : "down")} {Math.Abs(change):0.0} in five years");
        string facts = string.Create(CultureInfo.InvariantCulture, $"LQ {quotient:0.0}, {moved}, {firms:0} establishment{(firms == 1 ? "" : "s")}");
        // Of the two that the event asks for, the score goes by the one that lacks more and by the other: here they get their names back.
        bool lacksFirms = firms / LastingGrowth.Firms < quotient / LastingGrowth.Quotient;
        (string Words, double Part)[] parts = [.. model.Terms.Select((term, i) => (Words(term, values[i], lacksFirms), term.Part(values[i])))];
        string[] good = [.. parts.Where(part => part.Part >= Least).OrderByDescending(part => part.Part).Take(2).Select(part => part.Words)];
        string[] bad = [.. parts.Where(part => part.Part <= -Least).OrderBy(part => part.Part).Take(2).Select(part => part.Words)];
        string verdict = string.Join("; ", new[] { Clause("for it", good), Clause("against it", bad) }.Where(clause => clause.Length > 0));
        return verdict.Length == 0 ? facts + ": nothing stands out" : $"{facts}: {verdict}";
    }

    private static string Words(WarningTerm term, double value, bool lacksFirms)
    {
        string what = term.Name switch
        {
            "farther-to-go" => lacksFirms ? "number of firms" : "LQ",
            "nearer-to-go" => lacksFirms ? "LQ" : "number of firms",
            _ => CellFeatures.All.First(feature => feature.Name == term.Name).Words,
        };
        return $"{(value >= term.Mean ? "high" : "low")} {what}";
    }

    private static string Clause(string start, string[] words) => words.Length == 0 ? "" : $"{start} {string.Join(" and ", words)}";
}
