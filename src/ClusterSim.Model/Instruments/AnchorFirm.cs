using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Saves until one large firm can be won, and wins it. There is one; what is left goes back.</summary>
[Instrument("anchor-firm", Source = "Agrawal and Cockburn 2003 on anchor tenants; Greenstone, Hornbeck and Moretti 2010", Summary = "One large firm, once the money suffices")]
public sealed class AnchorFirm(AnchorFirm.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(1, 1000000, Unit = "GBP thousand", Low = 400, High = 2_000, Source = "assumption", Summary = "What it takes to win the firm")]
        public double Price { get; init; } = 800;

        [Parameter(1, 10000, Unit = "person", Low = 50, High = 300, Source = "assumption", Summary = "Its staff")]
        public int Staff { get; init; } = 80;

        [Parameter(-2, 2, Unit = "log point", Low = 0, High = 0.4, Source = "assumption", Summary = "Its competence over the mean firm")]
        public double Lead { get; init; } = 0.2;

        [Parameter(0, 500, Unit = "GBP thousand a job", Low = 5, High = 20, Source = "assumption", Summary = "What its owners put in")]
        public double Capital { get; init; } = 10;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        if (world.Programmes.Helped[programme] > 0 || Treasury.Available(world, programme) < p.Price) return;
        ulong id = Lineage.Arrival("anchor-firm", region, activity, world.Tick, programme);
        LuredSite.Queue(world, draws, programme, id, new LuredSite { Staff = p.Staff, Lead = p.Lead, Capital = p.Capital * p.Staff, Grant = p.Price });
        Treasury.Pay(world, programme, region, p.Price, 1);
    }
}
