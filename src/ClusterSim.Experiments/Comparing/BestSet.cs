using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>The arms that cannot be told apart from the best one: a winner alone says more than the histories do.</summary>
public static class BestSet
{
    private const double Level = 0.05;
    private const int Flips = 2_000;

    /// <summary>Compares every arm with the one of the largest mean, pair by pair, adjusted for there being many (sign flips of
    /// whole replications; Westfall and Young 1993). An arm that is truly best is left out less often than the level says: it
    /// would have to lose to one arm, and both sides are tested (multiple comparisons with the best: Hsu 1984).</summary>
    /// <param name="effects">Differences from the baseline, one array per arm, row-aligned by replication; higher is better.</param>
    /// <returns>One flag per arm; none where there are no arms or fewer than three replications.</returns>
    public static bool[] Of(IReadOnlyList<double[]> effects, ulong seed, string label)
    {
        var set = new bool[effects.Count];
        if (effects.Count == 0 || effects[0].Length < 3) return set;
        double[] means = [.. effects.Select(differences => Sample.Mean(differences))];
        int best = Array.IndexOf(means, means.Max());
        double?[] p = MaxT.Adjusted([.. effects.Select(arm => PairedDifference.Differences(effects[best], arm))], seed, $"best set {label}", Flips);
        for (int arm = 0; arm < set.Length; arm++) set[arm] = p[arm] is not double value || value > Level;
        return set;
    }
}
