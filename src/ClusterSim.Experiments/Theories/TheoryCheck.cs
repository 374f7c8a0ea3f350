using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Theories;

/// <summary>Runs the presets of theories.</summary>
public static class TheoryCheck
{
    /// <summary>The presets that must be told apart, by name.</summary>
    public static IReadOnlyList<string> Presets { get; } =
        ["null", "marshall", "jacobs", "klepper", "saxenian", "arthur-bounded", "arthur-unbounded", "porter", "venture", "full"];

    /// <summary>Runs histories of one theory.</summary>
    public static LockedIn Run(TheoryTable table, int theory, ModelConfiguration configuration, int histories, ulong seed, IExecutor executor, Action<int> progress, CancellationToken cancel)
    {
        var winners = new LockedIn();
        executor.Run<(double[] Observables, (double[], double[]) Places)>(histories, () =>
        {
            var history = new History(configuration);
            return replication => (TheoryObservables.Read(history, seed, replication, cancel), LockedIn.Read(history.World));
        }, found =>
        {
            table.Take(theory, found.Observables);
            winners.Take(found.Places);
        }, progress, cancel);
        return winners;
    }
}
