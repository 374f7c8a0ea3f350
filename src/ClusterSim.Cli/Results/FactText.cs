using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Facts;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Results;

/// <summary>The table of facts, and what stands beside every mean: the extremes, and the stages that occurred.</summary>
internal static class FactText
{
    public static string Of(IReadOnlyList<FactResult> results, FactSample full, FactSample none)
    {
        var text = new StringBuilder();
        FactResult[] emergent = [.. results.Where(result => result.Fact.Kind == "emergent")];
        text.Append(CultureInfo.InvariantCulture, $"{emergent.Count(result => result.Pass)} of {emergent.Length} emergent facts hold; {results.Count(result => result.Pass)} of {results.Count} in all ({full.Count} histories of full, {none.Count} of null)\n\n");
        List<string[]> rows = [["fact", "", "kind", "value", "95 % interval", "band", "n", "verdict", "source"]];
        foreach (FactResult result in results)
            rows.Add([result.Fact.Id, result.Fact.Name, result.Fact.Kind, Number(result.Value), $"{Number(result.Interval.Low)} to {Number(result.Interval.High)}", Band(result.Fact),
                result.Count.ToString(CultureInfo.InvariantCulture), result.Pass ? "holds" : "FAILS", result.Fact.Source + (result.Fact.Status.Length > 0 ? $" ({result.Fact.Status})" : "")]);
        text.Append(TextTable.Of(rows));
        text.Append(CultureInfo.InvariantCulture, $"\nlargest firm's share: {Number(full.Mean("largest-firm-share"))} in the mean, {Number(full.Extreme("largest-firm-share", largest: true))} at most; smallest firm count: {full.Extreme("smallest-firm-count", largest: false):0}; firms {full.Mean("firms"):0}, jobs {full.Mean("jobs"):0} at the end\n");
        text.Append(CultureInfo.InvariantCulture, $"null model beside it: wage elasticity {Number(none.Mean("wage-elasticity"))}, entry {Number(none.Mean("entry-rate"))}, survival {Number(none.Mean("survival-5"))}\n");
        text.Append("regions that reached a stage, per history: ");
        text.AppendJoin(", ", Enum.GetValues<Stage>().Where(stage => stage != Stage.None).Select(stage => $"{Catalogue.Kebab(stage.ToString())} {Number(full.Mean($"reached-{stage}"))}"));
        text.Append("\ntransitions per history: ");
        text.AppendJoin(", ", full.Transitions.Select(pair => $"{Catalogue.Kebab(pair.Key.From.ToString())} to {Catalogue.Kebab(pair.Key.To.ToString())} {Number(pair.Value / (double)full.Count)}"));
        return text.Append('\n').ToString();
    }

    private static string Band(Fact fact) =>
        double.IsInfinity(fact.Low) ? $"<= {Plain(fact.High)}" : double.IsInfinity(fact.High) ? $">= {Plain(fact.Low)}" : $"{Plain(fact.Low)}..{Plain(fact.High)}";

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsFinite(value) ? value.ToString(Math.Abs(value) >= 10 ? "0.0" : Math.Abs(value) >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture) : "-";
}
