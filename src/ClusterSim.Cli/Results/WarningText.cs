using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Detection;
using ClusterSim.Model.State;

namespace ClusterSim.Cli.Results;

/// <summary>A trained early-warning score and its tests, for people and for programs.</summary>
internal static class WarningText
{
    private static readonly (string Measure, string Head)[] Shown = [("roc-auc", "ROC area"), ("pr-auc", "PR area"), ("lift-at-5-percent", "lift, top 5 %"), ("brier", "Brier"), ("lead-time-years", "lead, years")];

    public static string Of(WarningTraining training, IReadOnlyList<WarningModel> models, IReadOnlyList<WarningTrial> trials, string? file)
    {
        var text = new StringBuilder();
        int events = training.Rows.Count(row => row.IsEvent);
        text.Append(CultureInfo.InvariantCulture, $"Event: a cell (region x activity) that is no cluster yet {LastingGrowth.Words}, within {LastingGrowth.Within} years\n");
        text.Append(CultureInfo.InvariantCulture, $"{training.Histories} histories of {training.Theories.Count} presets; {training.Rows.Count} rows (cells with a firm, once a year), {events} with the event ({Percent(events / (double)training.Rows.Count)})\n");
        foreach (WarningTrial trial in trials) text.Append('\n').Append(Trial(trial, isTheory: trial != trials[0] || training.Replications == 1));
        WarningModel known = models.Single(model => model.Name == WarningKind.Public);
        text.Append("\nWhat the public score goes by (logit per standard deviation, with its standard error over histories)\n");
        text.Append(TextTable.Of([["feature", "coefficient", "se"], .. known.Terms.OrderByDescending(term => Math.Abs(term.Coefficient)).Select(term => new[] { term.Name, TextTable.Signed(term.Coefficient), TextTable.Short(term.StandardError) })]));
        text.Append("\nA probability for cells of these simulations; for real ones an order and no more.\n");
        if (file is not null) text.Append(CultureInfo.InvariantCulture, $"coefficients: {file}\n");
        return text.ToString();
    }

    public static JsonObject Json(WarningTraining training, IReadOnlyList<WarningTrial> trials) => new()
    {
        ["trained"] = new JsonArray([.. training.Theories.Select(theory => (JsonNode)theory.Name)]),
        ["replications"] = training.Replications,
        ["seed"] = training.Seed,
        ["rows"] = training.Rows.Count,
        ["events"] = training.Rows.Count(row => row.IsEvent),
        ["tests"] = new JsonArray([.. trials.SelectMany(trial => trial.Test.Figures.Select(figure => (JsonNode)new JsonObject
        {
            ["on"] = trial.Tested,
            ["rows"] = trial.Test.Rows,
            ["events"] = trial.Test.Events,
            ["predicted"] = trial.Predicted[figure.Score],
            ["model"] = figure.Score,
            ["measure"] = figure.Measure,
            ["value"] = Reports.Finite(figure.Value),
            ["low"] = Reports.Finite(figure.Interval.Low),
            ["high"] = Reports.Finite(figure.Interval.High),
        }))]),
    };

    public static string Percent(double share) => (100 * share).ToString(share < 0.1 ? "0.0#" : "0.0", CultureInfo.InvariantCulture) + " %";

    private static string Trial(WarningTrial trial, bool isTheory)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"{(isTheory ? $"Trained without {trial.Tested}, tested on it" : "Trained on even replications, tested on odd ones")}: {trial.Test.Rows} rows, {trial.Test.Events} with the event ({Percent(trial.Test.Share)})\n");
        if (trial.Test.Figures.Count == 0) return head + "nothing can be measured here\n";
        return head + TextTable.Of([["score", "predicts", .. Shown.Select(shown => shown.Head)],
            .. trial.Predicted.Keys.Select(score => new[] { score, Percent(trial.Predicted[score]) }.Concat(Shown.Select(shown => Cell(trial.Test.Of(score, shown.Measure)!))).ToArray())]);
    }

    private static string Cell(WarningFigure figure) => $"{TextTable.Short(figure.Value)} ({TextTable.Short(figure.Interval.Low)}..{TextTable.Short(figure.Interval.High)})";
}
