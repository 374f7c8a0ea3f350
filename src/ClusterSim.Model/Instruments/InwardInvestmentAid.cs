using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Offers multinationals aid for each job of a site that they open here. Some would have come anyway: they take the aid,
/// and nothing is new.</summary>
[Instrument("inward-investment-aid", Source = "Criscuolo, Martin, Overman and Van Reenen 2019 on UK regional aid; B39, B54", Summary = "Aid per job for sites of multinationals")]
public sealed class InwardInvestmentAid(InwardInvestmentAid.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 500, Unit = "GBP thousand a job", Low = 5, High = 25, Source = "assumption", Summary = "Aid")]
        public double UnitCost { get; init; } = 10;

        [Parameter(1, 2000, Unit = "person", Low = 10, High = 60, Source = "assumption: that of sites that come by themselves", Summary = "Staff of a site")]
        public int Staff { get; init; } = 20;

        [Parameter(0, 1, Unit = "share", Low = 0.3, High = 0.7, Source = "assumption", Summary = "Sites that would have come anyway")]
        public double Deadweight { get; init; } = 0.5;

        [Parameter(-2, 2, Unit = "log point", Low = 0, High = 0.25, Source = "assumption; Haskel, Pereira and Slaughter 2007 for the sign", Summary = "Competence of a site over the mean firm")]
        public double Lead { get; init; } = 0.1;

        [Parameter(0, 500, Unit = "GBP thousand a job", Low = 5, High = 20, Source = "assumption: that of sites that come by themselves", Summary = "What its owners put in")]
        public double Capital { get; init; } = 10;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        int sites = Treasury.Affordable(world, programme, p.UnitCost * p.Staff);
        if (sites == 0 || world.Activities.Firms[activity] == 0) return; // no multinational is in a trade that nobody is in
        for (int k = 0; k < sites; k++)
        {
            ulong id = Lineage.Arrival("inward-investment-aid", region, activity, world.Tick, 10_000 * programme + k);
            if (draws.Chance(p.Deadweight, id)) continue;
            LuredSite.Queue(world, draws, programme, id, new LuredSite { Staff = p.Staff, Lead = p.Lead, Capital = p.Capital * p.Staff, Grant = p.UnitCost * p.Staff });
        }
        Treasury.Pay(world, programme, region, sites * p.UnitCost * p.Staff, sites);
    }
}
