using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Pays experienced managers who sit with young firms that are behind and pass on what the trade knows.</summary>
[Instrument("mentors", Source = "assumption", Summary = "Mentors for young firms")]
public sealed class Mentors(Mentors.Parameters p) : Instrument
{
    private const int Young = 60; // months

    public sealed record Parameters
    {
        [Parameter(0.1, 100, Unit = "GBP thousand a firm and month", Low = 1, High = 4, Source = "assumption", Summary = "Cost of a mentor")]
        public double UnitCost { get; init; } = 2;

        [Parameter(0, 1, Unit = "share a month", Low = 0.01, High = 0.05, Source = "assumption", Summary = "Part of the gap to the mean firm that a mentor closes")]
        public double Effect { get; init; } = 0.02;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        double mean = world.Activities.MeanCompetence[activity];
        ReadOnlySpan<int> members = world.FirmsOf(world.Cluster(region, activity));
        int wanting = 0, helped = 0, places = (int)Math.Min(10_000, Treasury.Available(world, programme) / p.UnitCost);
        foreach (int firm in members) wanting += IsBehind(world, firm, mean) ? 1 : 0;
        foreach (int firm in members)
        {
            // By lot, so that no firm gains from standing first.
            if (helped == places || !IsBehind(world, firm, mean) || !draws.Chance((double)places / wanting, world.Firms.Lineage[firm])) continue;
            world.Firms.Competence[firm] += p.Effect * (mean - world.Firms.Competence[firm]);
            Treasury.Support(world, programme, firm);
            helped++;
        }
        if (helped > 0) Treasury.Pay(world, programme, region, helped * p.UnitCost, helped);
    }

    private static bool IsBehind(World world, int firm, double mean) =>
        world.Tick - world.Firms.FoundedAt[firm] < Young && world.Firms.Competence[firm] < mean;
}
