namespace ClusterSim.Reporting.Data;

/// <summary>Chooses the histories that are told: the median, the best and the worst one.</summary>
internal static class StoryPicker
{
    public const int Most = 3;

    /// <param name="histories">Replications, each with the value by which it is judged.</param>
    /// <param name="lower">Whether a low value is better.</param>
    public static IEnumerable<ToldHistory> Of(IReadOnlyList<(int Replication, double Value)> histories, bool lower)
    {
        (int Replication, double Value)[] ranked = [.. histories.OrderBy(entry => lower ? -entry.Value : entry.Value).ThenBy(entry => entry.Replication)];
        if (ranked.Length == 0) yield break;
        var told = new HashSet<int>();
        foreach ((string kind, int rank) in new[] { ("median", (ranked.Length - 1) / 2), ("best", ranked.Length - 1), ("worst", 0) })
            if (told.Add(ranked[rank].Replication)) yield return new ToldHistory(kind, ranked[rank].Replication, ranked[rank].Value);
    }
}
