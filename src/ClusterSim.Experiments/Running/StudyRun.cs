using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>Runs a study.</summary>
public static class StudyRun
{
    /// <summary>Computes every replication and hands the outcomes over in order.</summary>
    public static void Run(this IExecutor executor, Study study, Action<Outcome> take, Action<int> progress, CancellationToken cancel) =>
        executor.Run(study.Replications, () =>
        {
            var runner = new PairRunner(study) { Observer = study.Checked ? new Invariants() : null };
            return replication => runner.Run(replication, cancel);
        }, take, progress, cancel);
}
