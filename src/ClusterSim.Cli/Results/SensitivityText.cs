using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Sensitivity;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Experiments.Worlds;

namespace ClusterSim.Cli.Results;

/// <summary>A sensitivity analysis as a table with words, and as JSON.</summary>
internal static class SensitivityText
{
    private const string AboutNone = "~0";

    public static string Of(SensitivityResult result, string output, int rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Method}: {output} over {rows} rows, the most important first\n\n");
        string[] names = [.. result.Factors.MaxBy(factor => factor.Indices.Count)!.Indices.Select(index => index.Name).OrderByDescending(name => name == result.MainIndex)];
        string[] bounded = [.. names.Where(name => result.Factors.Any(factor => factor.Indices.Any(index => index.Name == name && index.Interval is not null)))];
        List<string[]> table = [["factor", .. names.SelectMany(name => bounded.Contains(name) ? new[] { name, "95 %" } : [name])]];
        foreach (FactorSensitivity factor in result.Ranked)
            table.Add([factor.Name, .. names.SelectMany(name => Cells(factor.Indices.FirstOrDefault(index => index.Name == name), bounded.Contains(name)))]);
        text.Append(TextTable.Of(table)).Append('\n');
        foreach (FactorSensitivity factor in result.Ranked) text.Append(SensitivityWords.Of(result, factor)).Append('\n');
        Pairs(text, result);
        if (table.Any(row => row.Contains(AboutNone))) text.Append(CultureInfo.InvariantCulture, $"\n{AboutNone}: {SensitivityWords.None}\n");
        if (result.Notes.Count > 0) text.Append('\n');
        foreach (string note in result.Notes) text.Append("note: ").Append(note).Append('\n');
        return text.ToString();
    }

    /// <summary>What the headline hangs on, arm by arm, or that of the scenario where there is none.</summary>
    public static string Of(Study study, IReadOnlyList<Cause> causes)
    {
        Cause[] shown = [.. causes.Where(cause => cause.Output == (study.Arms.Count > 0 ? "change" : study.Measures[0]))];
        if (shown.Length == 0) return "\nwhat the outcome hangs on cannot be told: it is the same in all worlds, or histories broke off (runs.csv)\n";
        string others = string.Join(", ", causes.Select(cause => cause.Output).Except(shown.Select(cause => cause.Output)));
        string what = study.Arms.Count > 0 ? $"change in {study.Measures[0]}" : study.Measures[0];
        return string.Concat(shown.Select(cause => "\n" + Of(cause.Result, study.Arms.Count > 0 ? $"{what} by {cause.Scenario}" : what, cause.Rows)))
            + (others.Length > 0 ? $"\n{Causes.Name} has the same for {others}.\n" : "");
    }

    /// <summary>All results, as <c>{results: [{scenario, method, output, ...}]}</c>.</summary>
    public static JsonObject Json(IReadOnlyList<Cause> causes) => new()
    {
        ["results"] = new JsonArray([.. causes.Select(JsonNode (cause) =>
        {
            JsonObject result = Json(cause.Result, cause.Output, cause.Rows);
            result.Insert(0, "scenario", cause.Scenario);
            return result;
        })]),
    };

    public static JsonObject Json(SensitivityResult result, string output, int rows) => new()
    {
        ["method"] = result.Method,
        ["output"] = output,
        ["rows"] = rows,
        ["factors"] = new JsonArray([.. result.Factors.Select(JsonNode (factor) => With(new JsonObject { ["name"] = factor.Name }, factor.Indices))]),
        ["pairs"] = new JsonArray([.. result.Pairs.Select(JsonNode (pair) => With(new JsonObject { ["a"] = pair.First, ["b"] = pair.Second }, [pair.S2]))]),
        ["notes"] = new JsonArray([.. result.Notes.Select(note => JsonValue.Create(note))]),
    };

    private static void Pairs(StringBuilder text, SensitivityResult result)
    {
        if (result.Pairs.Count == 0) return;
        PairSensitivity[] clear = [.. result.Pairs.Where(pair => !pair.S2.IsNone).OrderByDescending(pair => pair.S2.Value)];
        text.Append('\n');
        foreach (PairSensitivity pair in clear)
            text.Append(CultureInfo.InvariantCulture, $"{pair.First} and {pair.Second} do more together than each alone: S2 {Number(pair.S2.Value)}, 95 % {Range(pair.S2.Interval!.Value)}\n");
        if (clear.Length == 0) text.Append(CultureInfo.InvariantCulture, $"S2 of every pair is {SensitivityWords.None}\n");
        else if (clear.Length < result.Pairs.Count) text.Append(CultureInfo.InvariantCulture, $"S2 of every other pair is {SensitivityWords.None}\n");
    }

    private static string[] Cells(SensitivityIndex? index, bool bounded)
    {
        if (index is null) return bounded ? ["", ""] : [""];
        bool none = index.Value <= 0 && index.Interval is null || index.Interval is Interval known && (known.Holds(0) || index.IsNone && index.Value < 0);
        string value = none ? AboutNone : Number(index.Value);
        return bounded ? [value, index.Interval is Interval interval ? Range(interval) : ""] : [value];
    }

    private static string Range(Interval interval) => $"{Number(interval.Low)}..{Number(interval.High)}";

    /// <summary>Three digits; shares too small for them in powers of ten, what is left of rounding as 0.</summary>
    private static string Number(double value) => Math.Abs(value) is >= 1e-12 and < 0.0005 ? value.ToString("0.0E+0", CultureInfo.InvariantCulture) : TextTable.Short(value);

    /// <summary>Adds NAME, NAME_low and NAME_high of every index, in full precision.</summary>
    private static JsonObject With(JsonObject row, IEnumerable<SensitivityIndex> indices)
    {
        foreach (SensitivityIndex index in indices)
        {
            row[index.Name] = index.Value;
            if (index.Interval is not Interval interval) continue;
            row[index.Name + "_low"] = double.IsFinite(interval.Low) ? interval.Low : null;
            row[index.Name + "_high"] = double.IsFinite(interval.High) ? interval.High : null;
        }
        return row;
    }
}
