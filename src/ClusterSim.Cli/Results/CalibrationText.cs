using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Calibration;

namespace ClusterSim.Cli.Results;

/// <summary>What a calibration found, for people.</summary>
internal static class CalibrationText
{
    public static string Of(CalibrationResult result)
    {
        CalibrationPlan plan = result.Plan;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{plan.Scenario.Name}: {Count(result.Hits(result.After), plan.Targets.Count)} hit after calibration, {result.Hits(result.Before)} before ({plan.Size.Validation} histories at a seed that the search has not seen)\n\n");
        text.Append(TextTable.Of([["target", "band", "before", "se", "", "after", "se", ""], .. plan.Targets.Select((target, i) => Row(target, result.Before[i], result.After[i]))])).Append('\n');
        text.Append(TextTable.Of([["factor", "searched", "before", "found"], .. plan.Factors.Select((factor, i) => new[] { factor.Path, factor.Range, Cell(result.Stated[i]), result.Found[i] })])).Append('\n');
        for (int wave = 0; wave < result.Search.Waves.Count; wave++)
        {
            CalibrationWave each = result.Search.Waves[wave];
            text.Append(CultureInfo.InvariantCulture, $"wave {wave + 1}: {each.Points.Count} points, {each.Share * 100:0.##} % of the space is not implausible\n");
            foreach (string note in each.Notes) text.Append("  ").Append(note).Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"search: {result.Search.Tried} points, loss {result.Search.Loss:0.###} (sum of squared distances from the aims, in sd)\n\n");
        text.Append("What the targets say of the factors, the firmest first:\n");
        foreach (MomentDirection direction in result.Sensitivity.Directions) text.Append("  ").Append(DirectionWords.Of(direction, result.FactorNames)).Append('\n');
        return text.ToString();
    }

    private static string[] Row(CalibrationTarget target, TargetMoment before, TargetMoment after) =>
        [target.Name, Band(target), TextTable.Short(before.Value), TextTable.Short(before.Error), Verdict(target, before), TextTable.Short(after.Value), TextTable.Short(after.Error), Verdict(target, after)];

    private static string Verdict(CalibrationTarget target, TargetMoment moment) => double.IsNaN(moment.Value) ? "no value" : target.IsHit(moment.Value) ? "hit" : "missed";

    private static string Band(CalibrationTarget target) =>
        double.IsInfinity(target.Low) ? $"<= {Plain(target.High)}" : double.IsInfinity(target.High) ? $">= {Plain(target.Low)}" : $"{Plain(target.Low)}..{Plain(target.High)}";

    private static string Plain(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Cell(string value) => value.Length > 0 ? value : "-";

    private static string Count(int some, int all) => $"{some} of {all} target{(all == 1 ? "" : "s")}";
}
