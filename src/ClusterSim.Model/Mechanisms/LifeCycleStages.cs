using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Reads the stage of every region-activity off its data up to now, and puts in focus the first region in which
/// the focal activity becomes embryonic; keeps the counts of the quarter, by which the early-warning score goes. Nothing in the
/// model but policy triggers looks at stages.</summary>
[Mechanism("life-cycle", Id = "8", Theory = "cluster life cycle", Source = "Menzel and Fornahl 2010; B15",
    Summary = "Stages are detected, never scripted")]
public sealed class LifeCycleStages(StageThresholds thresholds) : Mechanism
{
    public override Pace Pace => Pace.Quarter;

    public override void Step(World world, Draws draws)
    {
        // The memories of all clusters have seen the same quarters, and it is there that the present one will stand.
        int place = world.Clusters.Memory[0].Quarter % PeopleWindow.Length;
        for (int region = 0; region < world.Regions.Count; region++) world.Regions.PeopleCounted[region][place] = world.Regions.Population[region];
        for (int activity = 0; activity < world.Activities.Count; activity++)
        {
            double reference = Reference(world, activity);
            for (int region = 0; region < world.Regions.Count; region++) Observe(world, region, activity, reference);
        }
        if (world.Country.FocalRegion[0] < 0) Focus(world, draws);
    }

    /// <summary>Share of the activity in employment that counts as a location quotient of 1.</summary>
    private static double Reference(World world, int activity)
    {
        double stated = world.Configuration.Country.ReferenceShare;
        if (stated > 0 && activity == 0) return stated;
        double people = 0;
        foreach (double persons in world.Regions.Population.Span) people += persons;
        return world.Activities.Jobs[activity] / people;
    }

    private void Observe(World world, int region, int activity, double reference)
    {
        Clusters clusters = world.Clusters;
        int cluster = world.Cluster(region, activity);
        int place = clusters.Memory[cluster].Quarter % CountWindow.Length;
        clusters.Counted[cluster].FirmCount[place] = clusters.Firms[cluster];
        clusters.Counted[cluster].Headcount[place] = clusters.Jobs[cluster];
        double share = clusters.Jobs[cluster] / world.Regions.Population[region];
        clusters.LocationQuotient[cluster] = reference <= 0 ? 0 : share / reference;
        clusters.Heterogeneity[cluster] = KnowledgeSpread.Of(world, cluster);
        Stage before = clusters.Stage[cluster];
        Stage now = StageDetector.Advance(ref clusters.Memory[cluster], new StageSignals
        {
            Headcount = clusters.Jobs[cluster],
            FirmCount = clusters.Firms[cluster],
            LocationQuotient = clusters.LocationQuotient[cluster],
            Entries = clusters.Entries[cluster] - clusters.EntriesSeen[cluster],
            Exits = clusters.Exits[cluster] - clusters.ExitsSeen[cluster],
            SpunOff = clusters.SpinOffsBorn[cluster] - clusters.SpinOffsSeen[cluster],
            Heterogeneity = clusters.Heterogeneity[cluster],
            NewSubmarketShare = NewProducts.ShareOfSales(world, cluster),
        }, thresholds);
        clusters.EntriesSeen[cluster] = clusters.Entries[cluster];
        clusters.ExitsSeen[cluster] = clusters.Exits[cluster];
        clusters.SpinOffsSeen[cluster] = clusters.SpinOffsBorn[cluster];
        if (now == before) return;
        clusters.Stage[cluster] = now;
        clusters.StageSince[cluster] = world.Tick;
        if (now == Stage.Embryonic && clusters.EmbryonicAt[cluster] < 0) clusters.EmbryonicAt[cluster] = world.Tick;
        int row = world.StageChanges.Append();
        world.StageChanges.Cluster[row] = cluster;
        world.StageChanges.Tick[row] = world.Tick;
        world.StageChanges.From[row] = before;
        world.StageChanges.To[row] = now;
    }

    /// <summary>Of the regions that are embryonic now, a keyed draw decides if there are several.</summary>
    private static void Focus(World world, Draws draws)
    {
        ulong least = ulong.MaxValue;
        for (int region = 0; region < world.Regions.Count; region++)
        {
            if (world.Clusters.Stage[world.Cluster(region, 0)] != Stage.Embryonic) continue;
            ulong rank = draws.Bits(world.Regions.Lineage[region]);
            if (rank >= least) continue;
            least = rank;
            world.Country.FocalRegion[0] = region;
            world.Country.FocalSince[0] = world.Tick;
        }
    }
}
