using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Cases;

/// <summary>Case statistics of a region's life in the focal activity: its stages, and its jobs against their peak.</summary>
internal static class LifeStatistics
{
    private const int Focal = 0, FewestFirms = 5;

    public static double EmbryonicYear(World world, int region)
    {
        int month = world.Clusters.EmbryonicAt[world.Cluster(region, Focal)];
        return month < 0 ? double.NaN : month / 12.0;
    }

    public static double InDecline(World world, int region) =>
        world.Clusters.Stage[world.Cluster(region, Focal)] is Stage.Decline or Stage.Dissolved ? 1 : 0;

    public static double Declined(World world, int region) => HasGone(world, region, from: null, Stage.Decline);

    public static double Renewed(World world, int region) => HasGone(world, region, Stage.Maturity, Stage.Renewal);

    private static double HasGone(World world, int region, Stage? from, Stage to)
    {
        StageChanges changes = world.StageChanges;
        int cluster = world.Cluster(region, Focal);
        for (int row = 0; row < changes.Count; row++)
            if (changes.Cluster[row] == cluster && changes.To[row] == to && (from is null || changes.From[row] == from)) return 1;
        return 0;
    }

    public static double DeclineYears(World world, int region)
    {
        StageChanges changes = world.StageChanges;
        int cluster = world.Cluster(region, Focal), since = -1;
        for (int row = 0; row < changes.Count; row++)
        {
            if (changes.Cluster[row] != cluster) continue;
            if (changes.To[row] == Stage.Decline && since < 0) since = changes.Tick[row];
            if (changes.To[row] is Stage.Growth or Stage.Renewal) since = -1;
        }
        return since < 0 ? 0 : (world.Tick - since) / 12.0;
    }

    public static double OverPeak(World world, int region)
    {
        int cluster = world.Cluster(region, Focal);
        double peak = world.Clusters.Memory[cluster].Peak;
        return peak == 0 ? 0 : world.Clusters.Jobs[cluster] / peak;
    }

    public static double Core(World world, int region)
    {
        int cluster = world.Cluster(region, Focal);
        return world.Clusters.Firms[cluster] >= FewestFirms && world.Clusters.LocationQuotient[cluster] >= 1 ? 1 : 0;
    }
}
