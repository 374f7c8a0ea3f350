using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Pays for what opens a line to knowledge abroad: fairs, visits, a partner found. Keeping it is the firm's affair.</summary>
[Instrument("pipeline-programme", Source = "Bathelt, Malmberg and Maskell 2004; B36, B38", Summary = "Opens lines of firms to knowledge abroad")]
public sealed class PipelineProgramme(PipelineProgramme.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 1000, Unit = "GBP thousand a line", Low = 8, High = 40, Source = "assumption", Summary = "Cost of opening a line")]
        public double UnitCost { get; init; } = 15;
    }

    private const int Most = 4; // lines that a firm can keep

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        ReadOnlySpan<int> members = world.FirmsOf(world.Cluster(region, activity));
        int lines = Treasury.Affordable(world, programme, p.UnitCost), wanting = 0, opened = 0;
        foreach (int firm in members) wanting += world.Firms.Pipelines[firm] < Most ? 1 : 0;
        foreach (int firm in members)
        {
            // By lot, so that no firm gains from standing first.
            if (opened == lines || world.Firms.Pipelines[firm] >= Most || !draws.Chance((double)lines / wanting, world.Firms.Lineage[firm])) continue;
            world.Firms.Pipelines[firm]++;
            Treasury.Support(world, programme, firm);
            opened++;
        }
        if (opened > 0) Treasury.Pay(world, programme, region, opened * p.UnitCost, opened);
    }
}
