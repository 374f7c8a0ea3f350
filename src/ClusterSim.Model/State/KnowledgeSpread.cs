namespace ClusterSim.Model.State;

/// <summary>How far apart the firms of a cluster stand in knowledge.</summary>
public static class KnowledgeSpread
{
    /// <summary>Mean pairwise distance in knowledge, by way of the centre: sqrt(2 n/(n - 1)) times the mean distance to it,
    /// which is exact for a normal cloud and costs n instead of n squared.</summary>
    public static double Of(World world, int cluster)
    {
        ReadOnlySpan<int> members = world.FirmsOf(cluster);
        int n = members.Length;
        if (n < 2) return 0;
        var centre = new Knowledge();
        foreach (int firm in members)
            for (int i = 0; i < Knowledge.Dimensions; i++) centre[i] += world.Firms.Knowledge[firm][i] / n;
        double sum = 0;
        foreach (int firm in members) sum += Knowledge.Distance(world.Firms.Knowledge[firm], centre);
        return Math.Sqrt(2.0 * n / (n - 1)) * sum / n;
    }
}
