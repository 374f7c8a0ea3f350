using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Routines harden with age, the more where everybody around thinks alike: such firms follow the market late.</summary>
/// <remarks>Rigidity = most (1 - exp(-age/hardening)) exp(-H/variety), H the mean knowledge distance in the cluster; what an
/// innovation closes of the way to the frontier is multiplied by 1 - rigidity.</remarks>
[Mechanism("lock-in", Id = "M19", Theory = "lock-in; organisational inertia", Source = "Grabher 1993; Hannan and Freeman 1984; B15",
    Summary = "Old routines among the like-minded follow the market late")]
public sealed class LockIn(LockIn.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Rigidity of the oldest firm among firms that are all alike")]
        public double Most { get; init; } = 0.6;

        [Parameter(1, 100, Unit = "year", Source = "assumption", Summary = "Time over which routines harden")]
        public double Hardening { get; init; } = 15;

        [Parameter(0.01, 5, Unit = "1", Source = "assumption: about the heterogeneity of a mature cluster", Summary = "Knowledge distance in the cluster that keeps minds open")]
        public double Variety { get; init; } = 0.25;
    }

    public override Pace Pace => Pace.Quarter;

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        Span<double> soft = world.Scratch.Doubles(living.Length, 0), alike = world.Scratch.Doubles(world.Clusters.Count, 1);
        for (int cluster = 0; cluster < alike.Length; cluster++) alike[cluster] = -KnowledgeSpread.Of(world, cluster) / p.Variety;
        Reproducible.Exp(alike, alike);
        for (int i = 0; i < living.Length; i++) soft[i] = -(world.Tick - firms.FoundedAt[living[i]]) / (12 * p.Hardening);
        Reproducible.Exp(soft, soft);
        for (int i = 0; i < living.Length; i++) firms.Rigidity[living[i]] = p.Most * (1 - soft[i]) * alike[clusters[i]];
    }
}
