using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Detection;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Results;

/// <summary>What was found in a real panel, for people.</summary>
internal static class DetectText
{
    private const int Recent = 5;

    /// <param name="folder">Where the files are; null = none were written.</param>
    public static string Of(FoundCells found, string? folder)
    {
        var text = new StringBuilder();
        CellPanel panel = found.Real.Panel;
        int first = panel.FirstYear, last = first + found.LastDate;
        text.Append(CultureInfo.InvariantCulture, $"{found.Source}: {panel.Regions.Count} regions, {panel.Activities.Count} industries, {first} to {last}; size is counted in {(panel.SizedByJobs ? "employment" : "establishments")}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nStages in {last}\n").Append(TextTable.Of([["stage", "cells", $"reached since {Math.Max(first, last - Recent)}", "assumed from the start"], .. StageRows(found)]));
        text.Append('\n').Append(Warning(found));
        foreach (JudgedEvent judged in found.Tests) text.Append('\n').Append(Test(found, judged));
        string[] notes = [.. Notes(found)];
        text.Append("\nNote:\n").AppendJoin("", notes.Select(note => $"  {note}\n"));
        if (folder is not null) text.Append('\n').Append(folder).Append('\n');
        return text.ToString();
    }

    /// <summary>What a reader must know, in sentences.</summary>
    public static IEnumerable<string> Notes(FoundCells found)
    {
        foreach (string note in found.Real.Notes) yield return note;
        yield return "heterogeneity of knowledge and spin-offs cannot be seen in such data: a birth needs net entry, and a renewal is told as maturity and then growth";
        yield return "what was there when the data begin counts as embryonic or mature until a transition is seen";
        if (found.Tests.Count == 0) yield return string.Create(CultureInfo.InvariantCulture, $"no test of the score: {PanelTest.Years} years are needed for one, or --features-to and --events-by; here are {found.Real.Panel.Dates}");
        int beyond = found.Scores.Count(score => score.IsAhead && score.Beyond > 0), ahead = found.Scores.Count(score => score.IsAhead);
        if (beyond > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{beyond} of {ahead} cells have a feature beyond what the score was trained on; it counts as the end of that range");
        yield return "the score would be a probability for cells of the simulations it was trained on; for these it is an order and no more";
    }

    /// <summary>Cells by stage in the last year.</summary>
    public static IEnumerable<(Stage Stage, int Cells, int Reached, int Assumed)> Stages(FoundCells found)
    {
        CellPanel panel = found.Real.Panel;
        int last = found.LastDate, then = Math.Max(0, last - Recent);
        foreach (Stage stage in Enum.GetValues<Stage>())
        {
            int[] cells = [.. Enumerable.Range(0, panel.Cells).Where(cell => panel.FirmsAt(cell, last) >= 1 && found.Stages.At(cell, last) == stage)];
            if (cells.Length > 0) yield return (stage, cells.Length, cells.Count(cell => found.Stages.At(cell, then) != stage), cells.Count(cell => !found.Stages.IsSeen(cell, last)));
        }
    }

    private static IEnumerable<string[]> StageRows(FoundCells found) =>
        Stages(found).Select(row => new[] { Name(row.Stage), Count(row.Cells), Count(row.Reached), Count(row.Assumed) });

    /// <summary>The stage as it is written in files.</summary>
    public static string Name(Stage stage) => stage.ToString().ToLowerInvariant();

    private static string Warning(FoundCells found)
    {
        CellPanel panel = found.Real.Panel;
        int year = panel.FirstYear + found.LastDate, ahead = found.Scores.Count(score => score.IsAhead);
        if (found.Scores.Count == 0) return string.Create(CultureInfo.InvariantCulture, $"Early warning: none, since {CellFeatures.Memory} years must lie before the year that is scored\n");
        if (ahead == 0) return $"Early warning: every cell is a cluster already, or was one\n";
        IReadOnlyList<CellScore> top = found.Watched;
        return string.Create(CultureInfo.InvariantCulture, $"Early warning in {year}: the first {top.Count} of {ahead} cells that are no cluster yet, by {(found.ByQuotient ? "LQ" : "score (an order, not a probability)")}\n")
            + TextTable.Of([["rank", "region", "industry", "score", "stage", "why"], .. top.Select(score => new[]
            {
                Count(score.Rank), panel.Regions[panel.Region(score.Cell)], panel.Activities[panel.Activity(score.Cell)], score.Score.ToString("0.000", CultureInfo.InvariantCulture),
                Name(found.Stages.At(score.Cell, found.LastDate)), score.Reasons,
            })]);
    }

    private static string Test(FoundCells found, JudgedEvent judged)
    {
        CellPanel panel = found.Real.Panel;
        (int features, int events) = found.TestDates!.Value;
        WarningTest test = judged.Test;
        string head = string.Create(CultureInfo.InvariantCulture, $"Test: a cell that is no cluster yet in {panel.FirstYear + features} {judged.Words}, by {panel.FirstYear + events}: {test.Events} of {test.Rows} ({WarningText.Percent(test.Share)})\n");
        if (test.Figures.Count == 0) return head + "nothing can be measured here\n";
        List<string[]> rows = [["", "score", "LQ alone", "fewest firms", "no knowledge"]];
        foreach (WarningFigure figure in test.Figures.Where(figure => figure.Score == "score"))
            rows.Add([Words(figure.Measure), Cell(figure), Cell(test.Of(WarningKind.Plain, figure.Measure)!), Cell(test.Of(PanelTest.Fewest, figure.Measure)!), Ignorant(figure.Measure, test)]);
        return head + TextTable.Of(rows) + Verdict(judged);
    }

    /// <summary>Which order did better, said only of the event that the score warns of.</summary>
    private static string Verdict(JudgedEvent judged)
    {
        if (judged.Event != PanelTest.Growth) return "";
        double score = judged.Test.Of("score", "pr-auc")!.Value, plain = judged.Test.Of(WarningKind.Plain, "pr-auc")!.Value;
        return score >= plain ? "On these data the score finds the events better than LQ alone (PR area)\n"
            : "On these data LQ alone finds the events better than the score (PR area): --by lq prints the list in its order\n";
    }

    private static string Words(string measure) => measure switch
    {
        "roc-auc" => "ROC area",
        "pr-auc" => "PR area",
        "brier" => "Brier (lower is better)",
        "lift-at-5-percent" => "lift in the top 5 %",
        "lead-time-years" => "median lead at 5 % false alarms, years",
        _ => measure.Replace("precision-at-", "precision in the first ", StringComparison.Ordinal),
    };

    /// <summary>What a score of no value has.</summary>
    private static string Ignorant(string measure, WarningTest test) => measure switch
    {
        "roc-auc" => "0.500",
        "brier" => TextTable.Short(test.Share * (1 - test.Share)),
        "lift-at-5-percent" => "1.00",
        "lead-time-years" => "",
        _ => TextTable.Short(test.Share),
    };

    private static string Cell(WarningFigure figure) => !double.IsFinite(figure.Value) ? "-" : $"{TextTable.Short(figure.Value)} ({TextTable.Short(figure.Interval.Low)}..{TextTable.Short(figure.Interval.High)})";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
