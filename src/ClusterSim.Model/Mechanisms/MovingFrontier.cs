using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>What the market rewards moves: a little every month, and now and then far. Firms whose knowledge stays
/// behind lose competence in the eyes of customers; this is what makes decline and renewal endogenous.</summary>
/// <remarks>k* gains drift N(0, sd^2) per dimension and month; jumps of a given length in a uniform direction arrive at
/// a yearly rate. The loss of a firm is phi |k - k*|^2, with the frontier of the submarket for those who sell there.</remarks>
[Mechanism("frontier", Id = "M25", Theory = "technological regimes", Source = "Menzel and Fornahl 2010; B15; assumption",
    Summary = "The knowledge that the market rewards drifts and jumps")]
public sealed class MovingFrontier(MovingFrontier.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 5, Unit = "log point", Source = "calibrated", Summary = "Loss at unit distance from the frontier", Symbol = "phi")]
        public double Penalty { get; init; } = 0.7;

        [Parameter(0, 0.1, Unit = "1 a month", Source = "calibrated", Summary = "Standard deviation of the drift, each dimension")]
        public double Drift { get; init; } = 0.0135;

        [Parameter(0, 2, Unit = "jump a year", Source = "calibrated", Summary = "Rate of jumps")]
        public double JumpRate { get; init; } = 0.08;

        [Parameter(0, 3, Unit = "1", Source = "calibrated", Summary = "Length of a jump")]
        public double JumpSize { get; init; } = 0.8;
    }

    public override void Step(World world, Draws draws)
    {
        Activities activities = world.Activities;
        double drift = world.TickLength.Spread(p.Drift);
        for (int activity = 0; activity < activities.Count; activity++)
        {
            ref Knowledge frontier = ref activities.Frontier[activity];
            frontier.Shake(draws, (ulong)activity, drift, 0);
            if (draws.Chance(world.TickLength.Chance(p.JumpRate), (ulong)activity, 100))
                Jump(ref frontier, p.JumpSize, draws, (ulong)activity);
            ref Submarket submarket = ref activities.Submarket[activity];
            if (submarket.Exists) submarket.Frontier.Shake(draws, (ulong)activity, drift, 300);
        }
        Span<double> misfit = world.Firms.Misfit.Span;
        Span<Knowledge> knowledge = world.Firms.Knowledge.Span, frontiers = activities.Frontier.Span;
        Span<Submarket> submarkets = activities.Submarket.Span;
        Span<byte> inSubmarket = world.Firms.InSubmarket.Span;
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        for (int i = 0; i < living.Length; i++)
        {
            int firm = living[i], activity = clusters[i] % frontiers.Length;
            misfit[firm] = p.Penalty * (inSubmarket[firm] == 0
                ? Knowledge.SquaredDistance(knowledge[firm], frontiers[activity])
                : Knowledge.SquaredDistance(knowledge[firm], submarkets[activity].Frontier));
        }
    }

    private static void Jump(ref Knowledge frontier, double size, Draws draws, ulong key)
    {
        var direction = new Knowledge();
        double squares = 0;
        for (int i = 0; i < Knowledge.Dimensions; i++)
        {
            direction[i] = draws.Normal(key, 200 + i);
            squares += direction[i] * direction[i];
        }
        double scale = size / Math.Sqrt(squares);
        for (int i = 0; i < Knowledge.Dimensions; i++) frontier[i] += scale * direction[i];
    }
}
