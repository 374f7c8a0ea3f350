using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Discovery;

namespace ClusterSim.Cli.Results;

/// <summary>What scenario discovery found, for people and for programs.</summary>
internal static class DiscoveryReport
{
    /// <summary>Lines of the trade-off curve that are printed.</summary>
    private const int Shown = 10;

    public static string Text(FoundBoxes found, string output, CaseRule rule, BoxChoice choice)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{found.Table.Rows} rows; in {found.Table.CaseCount} of them {output} {rule.Words}: these are the cases\n");
        foreach (FoundBox box in found.Boxes)
        {
            text.Append('\n').Append(found.Boxes.Count > 1 ? $"Box {box.Measures.Box}: " : "").Append(BoxWords.Of(output, rule, box)).Append('\n');
            if (box.Limits.Count > 0) text.Append('\n').Append(TextTable.Of([["factor", "from", "to", "quasi-p", "in halves"], .. box.Limits.Select(Row)]));
            TradeOff[] curve = [.. found.TradeOffs.Where(point => point.Box == box.Measures.Box)];
            text.Append(CultureInfo.InvariantCulture, $"\nTrade-off curve ({curve.Length} boxes, from the whole space inwards); chosen: {choice.Words}\n");
            text.Append(TextTable.Of([["coverage", "density", "mass", "limited"], .. Some(curve, Array.IndexOf(curve, box.Peeled)).Select(point => Row(point, point == box.Peeled))]));
            if (box.Measures != box.Peeled) text.Append(CultureInfo.InvariantCulture, $"then grown by pasting to coverage {Share(box.Measures.Coverage)}, density {Share(box.Measures.Density)}, mass {Share(box.Measures.Mass)}\n");
        }
        if (found.Boxes.Count > 1) text.Append(CultureInfo.InvariantCulture, $"\nTogether the boxes cover {BoxWords.Percent(found.Boxes.Sum(box => box.Measures.Coverage))} of the cases\n");
        if (found.Notes.Count > 0) text.Append("\nNote:\n").AppendJoin("", found.Notes.Select(note => $"  {note}\n"));
        return text.ToString();
    }

    public static JsonObject Json(FoundBoxes found, string output, CaseRule rule, BoxChoice choice) => new()
    {
        ["method"] = "prim",
        ["output"] = output,
        ["threshold"] = rule.ToString(),
        ["rows"] = found.Table.Rows,
        ["cases"] = found.Table.CaseCount,
        ["chosen"] = choice.Words,
        ["boxes"] = new JsonArray([.. found.Boxes.Select(box => (JsonNode)Node(found.Table, box, BoxWords.Of(output, rule, box)))]),
        ["tradeoff"] = new JsonArray([.. found.TradeOffs.Select(point => (JsonNode)Node(point))]),
        ["notes"] = new JsonArray([.. found.Notes.Select(note => (JsonNode)note)]),
    };

    private static JsonObject Node(CaseTable table, FoundBox box, string words) => new JsonObject
    {
        ["coverage"] = box.Measures.Coverage,
        ["density"] = box.Measures.Density,
        ["mass"] = box.Measures.Mass,
        ["restricted"] = box.Measures.Restricted,
        ["rows"] = box.Inside.Rows,
        ["cases"] = box.Inside.Cases,
        ["limits"] = new JsonArray([.. box.Limits.Select(limit => (JsonNode)Node(limit))]),
        ["reproducibility"] = box.Reproducibility is null ? null : new JsonObject(table.Factors.Select((factor, i) => KeyValuePair.Create(factor.Name, (JsonNode?)box.Reproducibility[i]))),
        ["words"] = words,
    };

    private static JsonObject Node(FoundLimit limit) => new JsonObject
    {
        ["factor"] = limit.Factor.Name,
        ["low"] = Reports.Finite(limit.Limit.Low),
        ["high"] = Reports.Finite(limit.Limit.High),
        ["values"] = limit.Words is null ? null : new JsonArray([.. limit.Words.Select(word => (JsonNode)word)]),
        ["p_value"] = limit.PValue,
        ["reproducibility"] = limit.Reproducibility,
    };

    private static JsonObject Node(TradeOff point) => new JsonObject
    {
        ["box"] = point.Box,
        ["coverage"] = point.Coverage,
        ["density"] = point.Density,
        ["mass"] = point.Mass,
        ["restricted"] = point.Restricted,
    };

    private static string[] Row(FoundLimit limit)
    {
        (string from, string to) = limit.Words is null ? (End(limit.Limit.Low), End(limit.Limit.High)) : (string.Join(" or ", limit.Words), "");
        return [limit.Factor.Name, from, to, limit.PValue.ToString(limit.PValue < 0.001 ? "0e0" : "0.000", CultureInfo.InvariantCulture), limit.Reproducibility is double share ? BoxWords.Percent(share) : "-"];
    }

    private static string End(double value) => double.IsFinite(value) ? TextTable.Number(value) : "-";

    private static string[] Row(TradeOff point, bool isChosen) =>
        [Share(point.Coverage), Share(point.Density), Share(point.Mass), point.Restricted.ToString(CultureInfo.InvariantCulture) + (isChosen ? "  <- chosen" : "")];

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>The first point, the last and the chosen one, and some at even distances between them.</summary>
    private static IEnumerable<TradeOff> Some(TradeOff[] curve, int chosen)
    {
        int[] before = [.. Even(0, chosen, Shown / 2)], after = [.. Even(chosen, curve.Length - 1, Shown + 1 - before.Length)];
        return before.Union(after).Order().Select(i => curve[i]);
    }

    private static IEnumerable<int> Even(int from, int to, int most)
    {
        int count = Math.Min(most, to - from + 1);
        return Enumerable.Range(0, count).Select(i => count == 1 ? from : from + i * (to - from) / (count - 1));
    }
}
