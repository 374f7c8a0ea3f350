using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Where wages abroad are far enough below those at home, firms move production there, step by step; design and
/// sales may stay, and what is made abroad costs less.</summary>
/// <remarks>A firm reconsiders at a yearly rate; it moves a step of its jobs abroad where the wage gap (log points) exceeds the
/// cost of coordination, up to the activity's production share and never more than 0.9, and takes a step back
/// where the gap has fallen below it. Coordination cost falls by a fixed part each year. Cost advantage =
/// -ln(1 - o + o exp(-gap)), o the share abroad; customers meet it in prices.</remarks>
[Mechanism("offshoring", Id = "M16", Theory = "global value chains", Source = "Grossman and Rossi-Hansberg 2008; Belussi 2003 on Montebelluna; B40",
    Summary = "Production moves abroad where wages there are far lower")]
public sealed class Offshoring(Offshoring.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 12, Unit = "1 a year", Source = "assumption", Summary = "How often a firm reconsiders where it produces")]
        public double Reconsideration { get; init; } = 0.4;

        [Parameter(0, 3, Unit = "log point", Source = "assumption", Summary = "Cost of coordination across borders at the start")]
        public double Coordination { get; init; } = 0.35;

        [Parameter(0, 0.5, Unit = "share a year", Source = "assumption", Summary = "Fall of that cost")]
        public double Fall { get; init; } = 0.01;

        [Parameter(0.01, 1, Unit = "share", Source = "assumption", Summary = "Part of the firm's jobs that moves in one step")]
        public double Step { get; init; } = 0.3;
    }

    private const double MostAbroad = 0.9;

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        double gap = world.Country.WageGapAbroad[0], cost = p.Coordination * Reproducible.Pow(1 - p.Fall, world.Tick / 12.0);
        if (gap <= 0 && !AnybodyAbroad(world)) return;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);
        int count = draws.Hits(world.LivingLineages, world.TickLength.Chance(p.Reconsideration), hits);
        for (int i = 0; i < count; i++)
        {
            int firm = world.Living[hits[i]];
            double most = Math.Min(MostAbroad, world.Configuration.Activities[firms.Activity[firm]].ProductionShare);
            double abroad = firms.Offshored[firm];
            if (gap > cost && abroad < most) abroad = Math.Min(most, abroad + p.Step);
            else if (gap < cost && abroad > 0) abroad = Math.Max(0, abroad - p.Step);
            firms.Offshored[firm] = abroad;
            firms.CostAdvantage[firm] = Advantage(abroad, gap);
        }
    }

    private static bool AnybodyAbroad(World world)
    {
        foreach (int firm in world.Living)
            if (world.Firms.Offshored[firm] > 0) return true;
        return false;
    }

    /// <summary>Log of the cost at home over that with a share of the jobs abroad.</summary>
    public static double Advantage(double abroad, double gap) => -Reproducible.Log(1 - abroad + abroad * Reproducible.Exp(-gap));
}
