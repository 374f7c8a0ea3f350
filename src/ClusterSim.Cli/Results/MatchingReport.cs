using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Discovery;
using ClusterSim.Experiments.Matching;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Results;

/// <summary>What history matching left of the space, for people and for programs.</summary>
internal sealed record MatchingReport(InputSpace Space, IReadOnlyList<Wave> Waves, IReadOnlyList<int> Rows, double Cutoff, MatchedSpace Left, IReadOnlyList<string> Notes)
{
    /// <summary>Figures come through a factorisation, of which ten digits are the same on every machine, and no more are written.</summary>
    private const int Digits = 8;

    public string Text()
    {
        var text = new StringBuilder();
        text.Append(TextTable.Of([["wave", "output", "observed", "sd", "discrepancy", "within 2 sd", "explained", "chance", "emulator"], .. Outputs().Select(Row)]));
        text.Append(CultureInfo.InvariantCulture, $"\nwithin 2 sd, explained: of rows predicted from all others; chance: variance that no factor explains\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Not implausible: {Left.Share * 100:0.##} % of the space (95 % interval {Left.Interval.Low * 100:0.##} to {Left.Interval.High * 100:0.##} %, from {Left.Points} points; cutoff {Cutoff:0.##})\n\n");
        text.Append(TextTable.Of([["factor", "searched", "left", "deepest at"], .. Left.Inputs.Select(Row)]));
        if (Notes.Count > 0) text.Append("\nNote:\n").AppendJoin("", Notes.Select(note => $"  {note}\n"));
        if (Left.Next.Count == 0) return text.ToString();
        text.Append("\nNext points:\n").AppendJoin(',', Space.Ranges.Select(range => range.Name)).Append('\n');
        foreach (double[] point in Left.Next)
        {
            var csv = new Csv();
            foreach (double value in point) csv.Add(value);
            text.Append(csv.EndRow());
        }
        return text.ToString();
    }

    public JsonObject Json() => new()
    {
        ["method"] = "history-matching",
        ["rows"] = new JsonArray([.. Rows.Select(rows => (JsonNode)rows)]),
        ["cutoff"] = Cutoff,
        ["outputs"] = new JsonArray([.. Outputs().Select(each => (JsonNode)Node(each))]),
        ["non_implausible"] = new JsonObject { ["share"] = Left.Share, ["low"] = Figure(Left.Interval.Low), ["high"] = Figure(Left.Interval.High), ["points"] = Left.Points },
        ["factors"] = new JsonArray([.. Left.Inputs.Select(input => (JsonNode)Node(input))]),
        ["next"] = new JsonArray([.. Left.Next.Select(point => (JsonNode)new JsonObject(Space.Ranges.Select((range, i) => KeyValuePair.Create(range.Name, (JsonNode?)point[i]))))]),
        ["notes"] = new JsonArray([.. Notes.Select(note => (JsonNode)note)]),
    };

    private IEnumerable<(int Wave, MatchedOutput Output)> Outputs() => Waves.SelectMany((wave, i) => wave.Outputs.Select(output => (i + 1, output)));

    private JsonObject Node((int Wave, MatchedOutput Output) each)
    {
        Emulator emulator = each.Output.Emulator;
        MatchTarget target = each.Output.Target;
        return new JsonObject
        {
            ["wave"] = each.Wave,
            ["output"] = target.Output,
            ["target"] = target.Value,
            ["observation_sd"] = target.ObservationError,
            ["discrepancy_sd"] = target.Discrepancy,
            ["trend"] = emulator.IsLinear ? "linear" : "constant",
            ["lengths"] = new JsonObject(Space.Ranges.Select((range, i) => KeyValuePair.Create(range.Name, Figure(emulator.Lengths[i])))),
            ["nugget_share"] = Figure(emulator.NuggetShare),
            ["within_2_sd"] = emulator.Check.Within2,
            ["within_3_sd"] = emulator.Check.Within3,
            ["explained"] = Figure(emulator.Check.Explained),
            ["valid"] = emulator.Check.Holds,
        };
    }

    private static JsonObject Node(MatchedInput input) => new JsonObject
    {
        ["factor"] = input.Range.Name,
        ["low"] = input.Range.Low,
        ["high"] = input.Range.High,
        ["left_low"] = Figure(input.Kept.Low),
        ["left_high"] = Figure(input.Kept.High),
        ["profile"] = new JsonArray([.. input.Profile.Select(slice => (JsonNode)new JsonObject
            { ["from"] = slice.From, ["to"] = slice.To, ["minimum_implausibility"] = Figure(slice.Least), ["depth"] = slice.Depth })]),
    };

    private static JsonNode? Figure(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("G" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    private static string[] Row((int Wave, MatchedOutput Output) each)
    {
        (MatchTarget target, Emulator emulator) = (each.Output.Target, each.Output.Emulator);
        return [each.Wave.ToString(CultureInfo.InvariantCulture), target.Output, TextTable.Number(target.Value), TextTable.Number(target.ObservationError), TextTable.Number(target.Discrepancy),
            BoxWords.Percent(emulator.Check.Within2), BoxWords.Percent(Math.Max(0, emulator.Check.Explained)), BoxWords.Percent(emulator.NuggetShare), emulator.Check.Holds ? "sound" : "FAILED: rules nothing out"];
    }

    private static string[] Row(MatchedInput input)
    {
        MatchSlice deepest = input.Profile.MaxBy(slice => slice.Depth)!;
        return [input.Range.Name, Range(input.Range.Low, input.Range.High), double.IsNaN(input.Kept.Low) ? "nothing" : Range(input.Kept.Low, input.Kept.High),
            deepest.Depth > 0 ? $"{Range(deepest.From, deepest.To)} ({BoxWords.Percent(deepest.Depth)} left)" : "-"];
    }

    private static string Range(double low, double high) => string.Create(CultureInfo.InvariantCulture, $"{low:G4} to {high:G4}");
}
