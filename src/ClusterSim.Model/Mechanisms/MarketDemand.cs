using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Demand for each final activity rises along a logistic curve and swings around it.</summary>
/// <remarks>D(t) = (Dmax / (1 + exp(-(t - t0)/tau)) + D0) exp(xi + shift); xi is AR(1) with yearly memory
/// <see cref="Parameters.Memory"/> and stationary standard deviation <see cref="Parameters.Spread"/>.</remarks>
[Mechanism("demand", Id = "M01", Theory = "product life cycle", Source = "Klepper 1996; B19",
    Summary = "Demand grows along a logistic curve with swings")]
public sealed class MarketDemand(MarketDemand.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.999, Unit = "1 a year", Source = "assumption", Summary = "Memory of swings from year to year")]
        public double Memory { get; init; } = 0.9;

        [Parameter(0, 0.5, Unit = "log point", Source = "calibrated", Summary = "Standard deviation of swings", Symbol = "xi")]
        public double Spread { get; init; } = 0.08;
    }

    /// <summary>Swings begin at zero; the first month draws the first of them.</summary>
    public override void Start(World world, Draws draws)
    {
        for (int activity = 0; activity < world.Activities.Count; activity++)
            if (world.Activities.Tier[activity] == 0) world.Activities.Volume[activity] = Trend(world.Configuration.Activities[activity], 0);
    }

    public override void Step(World world, Draws draws)
    {
        Activities activities = world.Activities;
        double memory = Reproducible.Pow(p.Memory, world.TickLength.Months / 12.0), innovation = p.Spread * Math.Sqrt(1 - memory * memory);
        for (int activity = 0; activity < activities.Count; activity++)
        {
            ActivitySetup setup = world.Configuration.Activities[activity];
            if (activities.Tier[activity] > 0) continue; // its demand is what the buyers order
            activities.Cycle[activity] = memory * activities.Cycle[activity] + innovation * draws.Normal((ulong)activity);
            activities.Volume[activity] = Trend(setup, world.Tick)
                * Reproducible.Exp(activities.Cycle[activity] + activities.Shift[activity]);
        }
    }

    /// <summary>Demand without swings, in jobs.</summary>
    public static double Trend(ActivitySetup setup, int tick) =>
        setup.PeakDemand / (1 + Reproducible.Exp(-(tick - setup.Midpoint) / setup.TimeScale)) + setup.InitialDemand;
}
