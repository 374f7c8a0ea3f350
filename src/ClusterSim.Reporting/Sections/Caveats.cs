using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>What a reader must know before quoting the answer, by rule from the numbers.</summary>
internal static class Caveats
{
    private const double WeakPairing = 1.5;

    public static IEnumerable<string> Of(ReportData data)
    {
        ComparisonRow[] rows = [.. Enumerable.Range(0, data.Study.Arms.Count).SelectMany(arm => new[] { data.Row(arm, "target"), data.Row(arm, "all") }).OfType<ComparisonRow>()];
        if (data.HasArms) yield return Confidence(data);
        if (Arms(rows, row => Wording.Verdict(row) == "too few histories to tell") is { Length: > 0 } few)
            yield return $"{few}: {data.Count} pairs are too few to tell; {Verdict.Enough} or more would narrow the interval.";
        if (Arms(rows, row => row.Verdict.Contains("too narrow", StringComparison.Ordinal)) is { Length: > 0 } narrow)
            yield return $"{narrow}: the interval may be too narrow, since few histories changed or there are few of them.";
        if (Arms(rows, row => row.VarianceReduction < WeakPairing) is { Length: > 0 } weak)
            yield return $"{weak}: pairing gained little here, so the interval is that of independent histories.";
        if (data.Study.Arms.Any(arm => arm.Configuration.Policies.Count > 0))
            yield return "What an instrument costs and does per pound is an assumption with a low, a central and a high value; this run used the values listed under Assurance.";
        if (data.Study.Worlds is { } worlds)
            yield return $"Uncertain: {Say.Count(worlds.Factors.Count, "parameter")}, drawn in {Say.Count(worlds.Count, "world")}. Intervals cover that doubt as well, as far as the stated ranges go; another range would give another mean.";
        yield return "The model forecasts no place. An interval covers chance within the model, not doubt about the model; see Facts for what it reproduces and what it does not.";
        if ((int?)data.Manifest["replications"]?["failed"] is > 0 and int failed) yield return $"{Say.Count(failed, "replication")} broke off and {(failed == 1 ? "is" : "are")} left out of every arm.";
        foreach (string warning in (data.Manifest["warnings"]?.AsArray() ?? []).Select(node => (string)node!).Where(warning => !warning.StartsWith("variance_reduction", StringComparison.Ordinal)))
            yield return $"Warning of the input: {warning}";
    }

    /// <summary>High, moderate or low, by a rule that the line states.</summary>
    private static string Confidence(ReportData data)
    {
        string words = data.Row(data.Lead, "target") is ComparisonRow row ? Wording.Verdict(row) : "";
        string level = words.StartsWith("very likely", StringComparison.Ordinal) ? "high" : words.StartsWith("likely", StringComparison.Ordinal) ? "moderate" : "low";
        return $"Confidence in the direction of the first sentence, within the model: **{level}** (high: the interval excludes 0 and nine of ten histories agree; moderate: two of three agree; low: all else).";
    }

    private static string Arms(IEnumerable<ComparisonRow> rows, Func<ComparisonRow, bool> which)
    {
        string[] names = [.. rows.Where(row => Wording.Moved(row) && which(row)).Select(row => row.Arm).Distinct()];
        return names.Length > 6 ? $"{names.Length} arms" : Say.List(names);
    }
}
