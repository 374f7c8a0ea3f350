using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Refunds angels and funds a share of what they have put into firms of the region since last month. The refund is
/// theirs to invest again.</summary>
[Instrument("angel-tax-credit", Source = "the form of the UK Enterprise Investment Scheme, with 30 % relief; assumption", Summary = "Refunds part of the risk money invested in the region")]
public sealed class AngelTaxCredit(AngelTaxCredit.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share", Low = 0.2, High = 0.5, Source = "assumption: relief of the UK Enterprise Investment Scheme is 30 %", Summary = "Part of the money invested that is refunded")]
        public double Refund { get; init; } = 0.3;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme];
        double invested = 0;
        for (int activity = 0; activity < world.Activities.Count; activity++) invested += world.Clusters.RiskMoney[world.Cluster(region, activity)];
        ref double seen = ref world.Programmes.Seen[programme];
        double since = world.Tick == world.Programmes.StartedAt[programme] ? 0 : invested - seen; // what came before is not refunded
        seen = invested;
        double refund = Math.Min(p.Refund * since, Treasury.Available(world, programme));
        if (refund <= 0) return;
        Treasury.Pay(world, programme, region, refund, 0);
        world.Regions.RiskCapital[region] += refund;
    }
}
