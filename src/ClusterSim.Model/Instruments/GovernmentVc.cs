using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>A public fund for the region, which backs young firms like any fund, and drives some private money out.</summary>
[Instrument("government-vc", Source = "Leleux and Surlemont 2003; Brander, Du and Hellmann 2015; B27, B44", Summary = "A public venture fund that invests in the region")]
public sealed class GovernmentVc(GovernmentVc.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share", Low = 0.1, High = 0.5, Source = "assumption", Summary = "Private risk capital driven out per pound")]
        public double CrowdingOut { get; init; } = 0.3;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        double money = Treasury.Available(world, programme);
        if (money <= 0) return;
        int region = world.Programmes.Region[programme];
        Treasury.Pay(world, programme, region, money, 0);
        Funds.Open(world, InvestorKind.GovernmentFund, region, money);
        world.Regions.RiskCapital[region] = Math.Max(0, world.Regions.RiskCapital[region] - p.CrowdingOut * money);
    }
}
