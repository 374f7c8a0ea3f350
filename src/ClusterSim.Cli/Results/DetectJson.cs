using System.Text.Json.Nodes;
using ClusterSim.Experiments.Detection;
using ClusterSim.Model.State;

namespace ClusterSim.Cli.Results;

/// <summary>What was found in a real panel, for programs.</summary>
internal static class DetectJson
{
    public static JsonObject Of(FoundCells found)
    {
        CellPanel panel = found.Real.Panel;
        return new JsonObject
        {
            ["source"] = found.Source,
            ["regions"] = panel.Regions.Count,
            ["industries"] = panel.Activities.Count,
            ["first_year"] = panel.FirstYear,
            ["last_year"] = panel.FirstYear + found.LastDate,
            ["size"] = panel.SizedByJobs ? "employment" : "establishments",
            ["order"] = found.ByQuotient ? "lq" : "score",
            ["score_is"] = "an order, not a probability",
            ["model"] = found.Model.Name,
            ["coefficients"] = found.Coefficients.Trained,
            ["stages"] = new JsonArray([.. DetectText.Stages(found).Select(row => (JsonNode)new JsonObject { ["stage"] = DetectText.Name(row.Stage), ["cells"] = row.Cells, ["reached_lately"] = row.Reached, ["assumed"] = row.Assumed })]),
            ["top"] = new JsonArray([.. found.Watched.Select(score => (JsonNode)Cell(found, score))]),
            ["tests"] = new JsonArray([.. found.Tests.SelectMany(judged => Figures(found, judged))]),
            ["notes"] = new JsonArray([.. DetectText.Notes(found).Select(note => (JsonNode)note)]),
        };
    }

    private static JsonObject Cell(FoundCells found, CellScore score)
    {
        CellPanel panel = found.Real.Panel;
        return new JsonObject
        {
            ["rank"] = score.Rank,
            ["region"] = panel.Regions[panel.Region(score.Cell)],
            ["industry"] = panel.Activities[panel.Activity(score.Cell)],
            ["score"] = score.Score,
            ["stage"] = DetectText.Name(found.Stages.At(score.Cell, found.LastDate)),
            ["establishments"] = panel.FirmsAt(score.Cell, found.LastDate),
            ["lq"] = panel.Quotient(score.Cell, found.LastDate),
            ["reasons"] = score.Reasons,
        };
    }

    private static IEnumerable<JsonNode> Figures(FoundCells found, JudgedEvent judged) => judged.Test.Figures.Select(figure => (JsonNode)new JsonObject
    {
        ["event"] = judged.Event,
        ["features_to"] = found.Real.Panel.FirstYear + found.TestDates!.Value.Features,
        ["events_by"] = found.Real.Panel.FirstYear + found.TestDates!.Value.Events,
        ["cells"] = judged.Test.Rows,
        ["events"] = judged.Test.Events,
        ["score"] = figure.Score,
        ["measure"] = figure.Measure,
        ["value"] = Reports.Finite(figure.Value),
        ["low"] = Reports.Finite(figure.Interval.Low),
        ["high"] = Reports.Finite(figure.Interval.High),
    });
}
