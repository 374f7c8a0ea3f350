using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Brings skilled people from abroad who look for work in the activity. Some of those whose move is paid would have
/// come anyway: they cost as much and add nobody.</summary>
[Instrument("talent-attraction", Source = "Kleven, Landais, Saez and Schultz 2014 on foreign experts in Denmark; B25", Summary = "Brings skilled people from abroad")]
public sealed class TalentAttraction(TalentAttraction.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 200, Unit = "GBP thousand a person", Low = 4, High = 20, Source = "assumption", Summary = "Cost of a move that is paid")]
        public double UnitCost { get; init; } = 8;

        [Parameter(0, 1, Unit = "share", Low = 0.2, High = 0.6, Source = "assumption", Summary = "Movers who would have come anyway")]
        public double Deadweight { get; init; } = 0.4;

        [Parameter(0.5, 1.6, Unit = "skill", Low = 1.2, High = 1.5, Source = "assumption: that of people with long experience", Summary = "Skill of those who come")]
        public double Skill { get; init; } = 1.4;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        int cluster = world.Cluster(region, activity), movers = Treasury.Affordable(world, programme, p.UnitCost);
        if (movers == 0 || world.Clusters.Firms[cluster] == 0) return; // nobody moves to where there is no such firm
        for (int k = 0; k < movers; k++)
        {
            ulong id = Lineage.Arrival("talent-attraction", region, activity, world.Tick, 10_000 * programme + k);
            if (draws.Chance(p.Deadweight, id)) continue;
            world.Recruits.Seek(id, region, activity, p.Skill);
            world.Regions.Population[region]++;
            world.Clusters.Arrivals[cluster]++;
        }
        Treasury.Pay(world, programme, region, movers * p.UnitCost, movers);
    }
}
