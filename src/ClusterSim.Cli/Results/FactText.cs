using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Facts;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Reporting.Facts;

namespace ClusterSim.Cli.Results;

/// <summary>The table of facts, and what stands beside every mean: the extremes, and the stages that occurred.</summary>
internal static class FactText
{
    /// <param name="counts">Histories by preset, in the order in which they were run.</param>
    public static string Of(IReadOnlyList<FactResult> results, FactSample full, FactSample none, IEnumerable<(string Preset, int Histories)> counts)
    {
        var text = new StringBuilder();
        FactResult[] missing = [.. results.Where(result => result.Fact.Missing.Length > 0)];
        text.Append(CultureInfo.InvariantCulture, $"{FactWords.Lead(results)} (")
            .AppendJoin(", ", counts.Select((each, i) => $"{each.Histories}{(i == 0 ? " histories" : "")} of {each.Preset}")).Append(")\n\n");
        List<string[]> rows = [["fact", "", "kind", "value", "95 % interval", "band", "n", "verdict", "source"]];
        foreach (FactResult result in results)
            rows.Add([result.Fact.Id, result.Fact.Name, result.Fact.Kind, Number(result.Value), double.IsNaN(result.Interval.Low) ? "-" : $"{Number(result.Interval.Low)} to {Number(result.Interval.High)}", Band(result.Fact),
                result.Count.ToString(CultureInfo.InvariantCulture), Verdict(result), result.Fact.Source + (result.Fact.Status.Length > 0 ? $" ({result.Fact.Status})" : "")]);
        text.Append(TextTable.Of(rows)).Append('\n');
        foreach (FactResult result in missing) text.Append(CultureInfo.InvariantCulture, $"{result.Fact.Id} is not computed: {result.Fact.Missing}\n");
        text.Append(CultureInfo.InvariantCulture, $"exit hazard in clusters over outside, heritage controlled, in full: {Number(full.Mean("cluster-hazard-ratio"))}\n");
        text.Append(CultureInfo.InvariantCulture, $"knowledge is {Number(full.Mean("knowledge-rate-ratio"))} times likelier to be learnt from one firm of the region than from one elsewhere; related variety in full: {Number(full.Mean("related-variety-growth"))}\n");
        text.Append(CultureInfo.InvariantCulture, $"largest firm's share: {Number(full.Mean("largest-firm-share"))} in the mean, {Number(full.Extreme("largest-firm-share", largest: true))} at most; smallest firm count: {full.Extreme("smallest-firm-count", largest: false):0}; firms {full.Mean("firms"):0}, jobs {full.Mean("jobs"):0} at the end\n");
        text.Append(CultureInfo.InvariantCulture, $"null model beside it: wage elasticity {Number(none.Mean("wage-elasticity"))}, entry {Number(none.Mean("entry-rate"))}, survival {Number(none.Mean("survival-5"))}\n");
        text.Append("regions that reached a stage, per history: ");
        text.AppendJoin(", ", Enum.GetValues<Stage>().Where(stage => stage != Stage.None).Select(stage => $"{Catalogue.Kebab(stage.ToString())} {Number(full.Mean($"reached-{stage}"))}"));
        text.Append("\ntransitions per history: ");
        text.AppendJoin(", ", full.Transitions.Select(pair => $"{Catalogue.Kebab(pair.Key.From.ToString())} to {Catalogue.Kebab(pair.Key.To.ToString())} {Number(pair.Value / (double)full.Count)}"));
        return text.Append('\n').ToString();
    }

    private static string Verdict(FactResult result) =>
        result.Fact.Missing.Length > 0 ? "not computed"
        : result.Fact.Kind == "discriminator" ? result.Pass ? "as its theory says" : "NOT as its theory says"
        : result.Pass ? "holds" : "FAILS";

    private static string Band(Fact fact) =>
        double.IsInfinity(fact.Low) ? $"<= {Plain(fact.High)}" : double.IsInfinity(fact.High) ? $">= {Plain(fact.Low)}" : $"{Plain(fact.Low)}..{Plain(fact.High)}";

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsFinite(value) ? value.ToString(Math.Abs(value) >= 10 ? "0.0" : Math.Abs(value) >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture) : "-";
}
