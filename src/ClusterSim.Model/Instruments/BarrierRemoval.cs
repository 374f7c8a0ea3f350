using ClusterSim.Model.Engine;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Looks each month for what holds firms of the place back most and spends on that alone, by the plainest means: money
/// for angels, courses, sites, roads, introductions or orders. While nothing binds it spends nothing.</summary>
[Instrument("barrier-removal", Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "Acts on whatever binds most, and on nothing else")]
public sealed class BarrierRemoval(BarrierRemoval.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 100, Unit = "GBP thousand a place", Low = 3, High = 8, Source = "assumption: that of skills-training", Summary = "Cost of a newcomer's course")]
        public double CourseCost { get; init; } = 5;

        [Parameter(0.01, 1000, Unit = "GBP thousand a person housed", Low = 2, High = 12, Source = "assumption: that of premises", Summary = "Cost of land and sites for one person")]
        public double SiteCost { get; init; } = 5;

        [Parameter(0.01, 1000, Unit = "GBP thousand an inhabitant", Low = 1, High = 4, Source = "assumption: that of access-road", Summary = "Cost per inhabitant of raising infrastructure from none to full")]
        public double RoadCost { get; init; } = 2;

        [Parameter(0.1, 1000, Unit = "GBP thousand an introduction", Low = 3, High = 12, Source = "assumption: that of network-broker", Summary = "Cost of an introduction that lasts")]
        public double IntroductionCost { get; init; } = 6;

        [Parameter(1, 240, Unit = "month", Low = 12, High = 60, Source = "assumption", Summary = "Mean time of courses, sites and roads")]
        public double Delay { get; init; } = 24;
    }

    public override void Continue(World world, int programme)
    {
        ref Remedies remedies = ref world.Programmes.Remedies[programme];
        int region = world.Programmes.Region[programme];
        if (remedies.Courses > 0) world.Regions.TrainedPool[region] += Ready(world.TickLength, ref remedies.Courses);
        if (remedies.Sites > 0) world.Regions.Land[region] += Ready(world.TickLength, ref remedies.Sites);
        if (remedies.Roads > 0) world.Regions.Infrastructure[region] = Math.Min(1, world.Regions.Infrastructure[region] + Ready(world.TickLength, ref remedies.Roads));
    }

    private double Ready(TickLength tick, ref double underWay)
    {
        double ready = underWay / tick.Divisor(p.Delay);
        underWay -= ready;
        return ready;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        double money = Treasury.Available(world, programme);
        if (money <= 0) return;
        int region = world.Programmes.Region[programme];
        ref Remedies remedies = ref world.Programmes.Remedies[programme];
        switch (BindingConstraint.Of(world, region, world.Programmes.Activity[programme]))
        {
            case Constraint.Capital:
                Treasury.Pay(world, programme, region, money, 0);
                world.Regions.RiskCapital[region] += money;
                break;
            case Constraint.Skills:
                remedies.Courses += Buy(world, programme, Math.Floor(money / p.CourseCost), p.CourseCost);
                break;
            case Constraint.Space:
                remedies.Sites += Buy(world, programme, money / p.SiteCost, p.SiteCost);
                break;
            case Constraint.Access:
                double cost = p.RoadCost * Math.Max(1, world.Regions.Population[region]);
                remedies.Roads += Buy(world, programme, Math.Min(money / cost, 1 - world.Regions.Infrastructure[region] - remedies.Roads), cost);
                break;
            case Constraint.Links:
                Introduce(world, programme, draws);
                break;
            case Constraint.Demand:
                Purchasing.Order(world, programme, money);
                break;
            case Constraint.None:
            default:
                break;
        }
    }

    private static double Buy(World world, int programme, double units, double cost)
    {
        if (units <= 0) return 0;
        Treasury.Pay(world, programme, world.Programmes.Region[programme], units * cost, units);
        return units;
    }

    /// <summary>One contact for each firm without any, as far as the money goes.</summary>
    private void Introduce(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], places = Treasury.Affordable(world, programme, p.IntroductionCost), lonely = 0, made = 0;
        ReadOnlySpan<int> members = world.FirmsOf(world.Cluster(region, world.Programmes.Activity[programme]));
        foreach (int firm in members) lonely += IsLonely(world.Firms, firm) ? 1 : 0;
        foreach (int firm in members)
        {
            ulong id = world.Firms.Lineage[firm];
            if (made == places || !IsLonely(world.Firms, firm) || !draws.Chance((double)places / lonely, id, 1)) continue;
            int partner = Acquaintance.ByLot(world, members, draws.Bits(id, 2), firm);
            if (partner < 0 || !Acquaintance.Make(world.Firms, firm, partner)) continue;
            Treasury.Support(world, programme, firm);
            made++;
        }
        if (made > 0) Treasury.Pay(world, programme, region, made * p.IntroductionCost, made);
    }

    private static bool IsLonely(Firms firms, int firm) => TieLayers.Contacts(firms, firm) == 0;
}
