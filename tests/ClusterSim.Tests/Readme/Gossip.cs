using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms overhear a little of what the best firm of their cluster knows.</summary>
[Mechanism("gossip", Id = "X01", Theory = "local buzz", Source = "assumption", Summary = "Firms overhear the best of their cluster")]
public sealed class Gossip(Gossip.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share a month", Source = "assumption", Summary = "Part of the gap that gossip closes")]
        public double Share { get; init; } = 0.001;
    }

    public override void Step(World world, Draws draws)
    {
        for (int cluster = 0; cluster < world.Clusters.Count; cluster++)
        {
            double best = double.NegativeInfinity;
            foreach (int firm in world.FirmsOf(cluster)) best = Math.Max(best, world.Firms.Competence[firm]);
            foreach (int firm in world.FirmsOf(cluster)) world.Firms.Competence[firm] += p.Share * (best - world.Firms.Competence[firm]);
        }
    }
}
