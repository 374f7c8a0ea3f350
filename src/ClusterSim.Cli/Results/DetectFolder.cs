using System.Text.Json.Nodes;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Detection;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Results;

/// <summary>The folder that <c>detect -o</c> writes.</summary>
internal sealed class DetectFolder
{
    private const string Readme = "README.txt", Maker = "Written by clustersim detect.";

    private static readonly string[] Own = [Readme, "stages.csv", "scores.csv", "evaluation.csv", "metrics.json"];

    /// <exception cref="CommandException">The folder holds something else, or what detect wrote before.</exception>
    public DetectFolder(string path, bool force)
    {
        Path = path;
        if (File.Exists(path)) throw new CommandException(ExitCodes.Usage, $"{path} is a file: -o takes a folder");
        if (!Directory.Exists(path)) return;
        string[] there = [.. Directory.EnumerateFileSystemEntries(path).Select(entry => System.IO.Path.GetFileName(entry)!)];
        bool own = there.All(Own.Contains) && there.Contains(Readme) && File.ReadAllText(Inside(Readme)).Contains(Maker, StringComparison.Ordinal);
        if (there.Length > 0 && !own) throw new CommandException(ExitCodes.Usage, $"{path} is not empty and detect did not write it: choose another folder");
        if (there.Length > 0 && !force) throw new CommandException(ExitCodes.Usage, $"{path} holds what detect wrote before: --force replaces it");
    }

    public string Path { get; }

    /// <summary>Writes every file.</summary>
    public void Write(FoundCells found)
    {
        Directory.CreateDirectory(Path);
        Put("stages.csv", StageRows(found));
        Put("scores.csv", ScoreRows(found));
        if (found.Tests.Count > 0) Put("evaluation.csv", TestRows(found));
        else File.Delete(Inside("evaluation.csv"));
        Put("metrics.json", Metrics().ToJsonString(Reports.Indented) + "\n");
        Put(Readme, ReadmeText(found));
    }

    private string Inside(string name) => System.IO.Path.Combine(Path, name);

    private void Put(string name, string text) => WholeFile.Write(Inside(name), text);

    private static string StageRows(FoundCells found)
    {
        CellPanel panel = found.Real.Panel;
        Csv csv = Head("region", "industry", "year", "establishments", "employment", "lq", "stage", "assumed");
        for (int cell = 0; cell < panel.Cells; cell++)
            for (int date = 0; date < panel.Dates; date++)
            {
                if (panel.FirmsAt(cell, date) <= 0 && found.Stages.At(cell, date) == Stage.None) continue;
                Names(csv, panel, cell).Add(panel.FirstYear + date).Add(panel.FirmsAt(cell, date)).Add(panel.JobsAt(cell, date)).Add(panel.Quotient(cell, date))
                    .Add(DetectText.Name(found.Stages.At(cell, date))).Add(found.Stages.IsSeen(cell, date) ? 0 : 1).EndRow();
            }
        return csv.ToString();
    }

    private static string ScoreRows(FoundCells found)
    {
        CellPanel panel = found.Real.Panel;
        Csv csv = Head("year", "region", "industry", "establishments", "lq", "lq_5_years_before", "stage", "ahead", "rank", "score", "features_beyond_training", "reasons", "growth_year", "plus_30_percent_year");
        Dictionary<int, CellOutcome> outcomes = found.Outcomes.ToDictionary(outcome => outcome.Cell);
        if (found.TestDates is (int features, _) && features != found.LastDate) Rows(features, found.TestScores);
        Rows(found.LastDate, found.Scores);
        return csv.ToString();

        void Rows(int date, IReadOnlyList<CellScore> scores)
        {
            foreach (CellScore score in scores)
            {
                Names(csv.Add(panel.FirstYear + date), panel, score.Cell).Add(panel.FirmsAt(score.Cell, date)).Add(panel.Quotient(score.Cell, date)).Add(panel.Quotient(score.Cell, date - CellFeatures.Memory))
                    .Add(DetectText.Name(found.Stages.At(score.Cell, date))).Add(score.IsAhead ? 1 : 0).Add(score.IsAhead ? score.Rank : null).Add(score.Score).Add(score.Beyond).Add(score.Reasons);
                // 0 = it was looked for and did not come; empty = it cannot be known, or was no question.
                CellOutcome? outcome = date == found.TestDates?.Features ? outcomes.GetValueOrDefault(score.Cell) : null;
                csv.Add(outcome?.GrowthYear).Add(outcome?.ThirtyYear).EndRow();
            }
        }
    }

    private static string TestRows(FoundCells found)
    {
        Csv csv = Head("event", "features_to", "events_by", "cells", "events", "score", "measure", "value", "ci_low", "ci_high");
        foreach (JudgedEvent judged in found.Tests)
            foreach (WarningFigure figure in judged.Test.Figures)
                csv.Add(judged.Event).Add(found.Real.Panel.FirstYear + found.TestDates!.Value.Features).Add(found.Real.Panel.FirstYear + found.TestDates!.Value.Events).Add(judged.Test.Rows).Add(judged.Test.Events)
                    .Add(figure.Score).Add(figure.Measure).Add(figure.Value).Add(figure.Interval.Low).Add(figure.Interval.High).EndRow();
        return csv.ToString();
    }

    private static Csv Head(params string[] columns) => new Csv().AddRow(columns);

    private static Csv Names(Csv csv, CellPanel panel, int cell) => csv.Add(panel.Regions[panel.Region(cell)]).Add(panel.Activities[panel.Activity(cell)]);

    private static JsonObject Metrics()
    {
        var metrics = new JsonObject();
        foreach ((string name, string unit, string meaning) in DetectColumns.All) metrics[name] = new JsonObject { ["unit"] = unit, ["meaning"] = meaning };
        return metrics;
    }

    private static string ReadmeText(FoundCells found) => $"""
        {Maker} Version {Versions.Model}, coefficients version {found.Coefficients.Version}, stage thresholds version {StageThresholds.Version}.
        Data: {found.Source}

        stages.csv      the stage of each cell (region x industry) in each year
        scores.csv      the early-warning score of each cell in the last year{(found.TestDates is null ? "" : " and in the year of the test, with what came of it")}
        {(found.Tests.Count > 0 ? "evaluation.csv  how well the score, and LQ alone, found what was to come, with 95 % intervals over resampled regions\n" : "")}metrics.json    unit and meaning of every column

        How to read it in R:       scores <- read.csv("scores.csv")
        How to read it in Python:  scores = pandas.read_csv("scores.csv")

        The score: model {found.Model.Name} ({found.Model.Words}), trained {found.Coefficients.Trained}.
        What must be known:
        {string.Join("\n", DetectText.Notes(found).Select(note => "- " + note))}

        """;
}
