using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>Tastes or technology turn to a new kind of product, some way from what firms know: sports shoes instead of snow boots.</summary>
[Shock("submarket-opens", Source = "Belussi 2003 on Montebelluna's turn from ski boots to sports shoes; B40", Summary = "Customers turn to a new kind of product")]
public sealed class SubmarketOpens(SubmarketOpens.Parameters p) : Shock
{
    public sealed record Parameters
    {
        [Parameter(0.01, 0.9, Unit = "share", Source = "the scenario", Summary = "Share of the activity's demand at the opening")]
        public double Share { get; init; } = 0.05;

        [Parameter(0.02, 0.9, Unit = "share", Source = "the scenario", Summary = "Share that it tends to; at least that at the opening")]
        public double Potential { get; init; } = 0.5;

        [Parameter(0, 5, Unit = "1", Source = "the scenario", Summary = "Distance from the old frontier, in units of knowledge")]
        public double Distance { get; init; } = 0.6;
    }

    public override void Strike(World world, int region, int activity, ulong id, Draws draws)
    {
        Knowledge frontier = world.Activities.Frontier[activity];
        // As far in a direction drawn by lot.
        double squares = 0;
        Span<double> step = stackalloc double[Knowledge.Dimensions];
        for (int i = 0; i < step.Length; i++)
        {
            step[i] = draws.Normal(id, 10 + i);
            squares += step[i] * step[i];
        }
        for (int i = 0; i < step.Length; i++) frontier[i] += p.Distance * step[i] / Math.Sqrt(squares);
        // A submarket that was there before is part of the old market now.
        foreach (int firm in world.Living)
            if (world.Firms.Activity[firm] == activity) world.Firms.InSubmarket[firm] = 0;
        world.Activities.Submarket[activity] = new Submarket
        {
            OpenedAt = Math.Max(1, world.Tick),
            Share = p.Share,
            Potential = Math.Max(p.Share, p.Potential),
            Attraction = 1,
            Frontier = frontier,
        };
        world.Activities.SubmarketsOpened[activity]++;
    }
}
