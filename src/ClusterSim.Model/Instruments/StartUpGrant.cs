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
        [Parameter(1, 1_000, Unit = "GBP thousand a founder", Source = "assumption: low 20, central 40, high 60", Summary = "Grant to one founder")]
        public double Grant { get; init; } = 40;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int cluster = world.Cluster(world.Programmes.Region[programme], world.Programmes.Activity[programme]);
        bool funded = Treasury.Available(world, programme) >= p.Grant;
        world.Clusters.GrantOffer[cluster] = funded ? p.Grant : 0;
        world.Clusters.GrantProgramme[cluster] = programme;
    }

    public override void End(World world, int programme)
    {
        int cluster = world.Cluster(world.Programmes.Region[programme], world.Programmes.Activity[programme]);
        world.Clusters.GrantOffer[cluster] = 0;
    }
}
