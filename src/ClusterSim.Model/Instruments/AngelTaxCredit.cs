using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Refunds angels a share of what they have put into founders of the region since last month; it is theirs to invest again.
/// Money of venture funds and of public funds is not refunded: it is not the angels' own.</summary>
/// <remarks>Angels' money = risk money received in the region less the deals of funds with its firms. The refund goes to the region's
/// angels, also where the money came from angels nearby.</remarks>
[Instrument("angel-tax-credit", Source = "the form of the UK Enterprise Investment Scheme, with 30 % relief; assumption", Summary = "Refunds angels part of what they invest in the region")]
public sealed class AngelTaxCredit(AngelTaxCredit.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share", Low = 0.2, High = 0.5, Source = "assumption: relief of the UK Enterprise Investment Scheme is 30 %", Summary = "Part of the angels' money invested that is refunded")]
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
        double refund = Math.Min(p.Refund * Math.Max(0, since - OfFunds(world, region)), Treasury.Available(world, programme));
        if (refund <= 0) return;
        Treasury.Pay(world, programme, region, refund, 0);
        world.Regions.RiskCapital[region] += refund;
    }

    /// <summary>What funds have put into the region's firms since policy last acted, GBP thousand.</summary>
    private static double OfFunds(World world, int region)
    {
        double money = 0;
        for (int deal = world.Deals.Count - 1; deal >= 0 && world.Deals.Tick[deal] >= world.Tick - world.TickLength.Months; deal--)
            if (world.Firms.Region[world.Deals.Firm[deal]] == region) money += world.Deals.Amount[deal];
        return money;
    }
}
