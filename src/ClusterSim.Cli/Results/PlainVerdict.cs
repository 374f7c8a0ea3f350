using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Results;

/// <summary>The answer of a finished comparison in sentences, in people and pounds: the headline measure at the middle date, as in the report, in the region
/// acted upon and in the whole country.</summary>
internal static class PlainVerdict
{
    /// <param name="rows">Of comparison.json.</param>
    public static string Of(JsonArray rows)
    {
        JsonNode[] all = [.. rows.OfType<JsonNode>()];
        if (all.Length == 0) return "no history could be compared\n";
        string[] dates = [.. all.Where(row => Is(row, all[0], "clock")).Select(row => Text(row, "horizon")).Distinct()];
        bool onStart = Text(all[0], "clock") == "start";
        string horizon = onStart ? dates[dates.Length / 2] : dates[^1], date = onStart ? $"{horizon} years after its own start" : $"In year {horizon}";
        JsonNode[] headline = [.. all.Where(row => Is(row, all[0], "metric") && Is(row, all[0], "clock") && Text(row, "horizon") == horizon)];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{date}, beside the same history without it ({Text(all[0], "n_pairs")} pairs; 95 % intervals in brackets):\n");
        foreach (var arm in headline.GroupBy(row => Text(row, "scenario_id")))
        {
            JsonNode first = arm.First(), country = arm.Last();
            string verdict = Words(first);
            text.Append(CultureInfo.InvariantCulture, $"\n{arm.Key}\n");
            if (verdict.StartsWith("no effect", StringComparison.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {verdict.Replace("no effect:", "No effect, because", StringComparison.Ordinal)}. It started in {Text(first, "n_fired")} of {Text(first, "n_pairs")} histories.\n");
                continue;
            }
            text.Append(CultureInfo.InvariantCulture, $"  {Change(first)} in the region acted upon, {verdict}. {Pounds(first)} were spent on average{Price(first)}; it started in {Text(first, "n_fired")} of {Text(first, "n_pairs")} histories.\n");
            text.Append(CultureInfo.InvariantCulture, $"  {Change(country)} in the whole country, {Words(country)}.\n");
        }
        if (headline.Any(row => Text(row, "region") == "target" && !HoldsZero(row)) && headline.Where(row => Text(row, "region") == "all").All(HoldsZero))
            text.Append("\nIn the whole country none of these changes can be told from zero: what the region gains, others may lose.\n");
        return text.ToString();
    }

    private static string Change(JsonNode row)
    {
        double difference = (double)row["diff_mean"]!;
        string metric = Text(row, "metric"), unit = MetricUnit.OfIndicator(metric).Name, what = metric == "jobs" ? "people in work" : unit == "1" ? metric : $"{metric} ({unit})";
        return $"{Number(Math.Abs(difference))} {(difference < 0 ? "fewer" : "more")} {what} [{Number((double)row["ci_low"]!)} to {Number((double)row["ci_high"]!)}]";
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 10 ? "#,0" : "0.#", CultureInfo.InvariantCulture);

    private static string Pounds(JsonNode row) => Pounds((double)row["cost_mean_gbp"]!);

    /// <summary>Three digits: £1.28m, £873k.</summary>
    private static string Pounds(double gbp) => gbp switch
    {
        >= 999_500 => $"£{(gbp / 1e6).ToString("0.##", CultureInfo.InvariantCulture)}m",
        >= 1000 => $"£{(gbp / 1e3).ToString("0", CultureInfo.InvariantCulture)}k",
        _ => $"£{gbp.ToString("0", CultureInfo.InvariantCulture)}",
    };

    /// <summary>What one more person in work cost, where there are surely more.</summary>
    private static string Price(JsonNode row) => Text(row, "metric") == "jobs" && (double)row["ci_low"]! > 0 && (double)row["cost_mean_gbp"]! > 0
        ? $", {Pounds((double)row["cost_mean_gbp"]! / (double)row["diff_mean"]!)} for each of them" : "";

    /// <summary>The verdict without the count of starts.</summary>
    private static string Words(JsonNode row) => Text(row, "verdict").Split(';')[0];

    private static bool HoldsZero(JsonNode row) => (double)row["ci_low"]! <= 0 && (double)row["ci_high"]! >= 0;

    private static bool Is(JsonNode row, JsonNode other, string column) => Text(row, column) == Text(other, column);

    private static string Text(JsonNode row, string column) => row[column]?.ToString() ?? "";
}
