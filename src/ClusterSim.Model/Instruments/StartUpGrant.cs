using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Offers every would-be founder of the cluster a grant toward the cost of entry. Whoever would have found the
/// money anyway takes it too: deadweight is not assumed, it comes out.</summary>
[Instrument("start-up-grant", Source = "Evans and Jovanovic 1989; B43", Summary = "A grant toward the cost of entry, for each founder who asks")]
public sealed class StartUpGrant(StartUpGrant.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(1, 1_000, Unit = "GBP thousand a founder", Low = 20, High = 60, Source = "assumption", Summary = "Grant to one founder")]
        public double Grant { get; init; } = 40;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int cluster = world.Cluster(world.Programmes.Region[programme], world.Programmes.Activity[programme]);
        // Of two programmes at once the first that has money makes the offer.
        int other = world.Clusters.GrantProgramme[cluster];
        bool taken = other >= 0 && other != programme && world.Clusters.GrantOffer[cluster] > 0 && Treasury.Available(world, other) >= world.Clusters.GrantOffer[cluster];
        if (taken) return;
        world.Clusters.GrantOffer[cluster] = Treasury.Available(world, programme) >= p.Grant ? p.Grant : 0;
        world.Clusters.GrantProgramme[cluster] = programme;
    }

    public override void End(World world, int programme)
    {
        int cluster = world.Cluster(world.Programmes.Region[programme], world.Programmes.Activity[programme]);
        if (world.Clusters.GrantProgramme[cluster] == programme) world.Clusters.GrantOffer[cluster] = 0;
    }
}
