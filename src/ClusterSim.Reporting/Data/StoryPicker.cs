namespace ClusterSim.Reporting.Data;

/// <summary>Chooses the histories that are told: the median, the best and the worst one by what the leading arm changed in the
/// target region, or by the headline at the end where there are no arms.</summary>
internal static class StoryPicker
{
    public const int Most = 3;

    public static IEnumerable<Story> Of(ReportData data)
    {
        bool lower = ReportData.Indicator(data.Headline).LowerIsBetter;
        (int Replication, double Value)[] ranked = [.. data.Baseline
            .Select(history => (history.Replication, Value: data.Lead < 0 ? history.FinalHeadline : data.Pairs.Target(data.Lead).GetValueOrDefault(history.Replication)))
            .OrderBy(entry => lower ? -entry.Value : entry.Value).ThenBy(entry => entry.Replication)];
        if (ranked.Length == 0) yield break;
        var told = new HashSet<int>();
        foreach ((string kind, int rank) in new[] { ("median", (ranked.Length - 1) / 2), ("best", ranked.Length - 1), ("worst", 0) })
            if (told.Add(ranked[rank].Replication)) yield return new Story(kind, ranked[rank].Replication, ranked[rank].Value);
    }
}
