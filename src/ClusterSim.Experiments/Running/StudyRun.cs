using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>A replication broke off.</summary>
public sealed class ReplicationException(int replication, Exception why) : Exception($"replication {replication} broke off: {why.Message}", why)
{
    public int Replication { get; } = replication;
}

/// <summary>Runs a study.</summary>
public static class StudyRun
{
    /// <summary>Computes every replication and hands the outcomes over in order.</summary>
    /// <param name="watch">Makes a watcher for each thread; null = none.</param>
    /// <exception cref="ReplicationException">A replication broke off, and the study does not go on without it.</exception>
    public static void Run(this IExecutor executor, Study study, Action<Outcome> take, Action<int> progress, CancellationToken cancel,
        Func<IScheduleObserver<World>>? watch = null) =>
        executor.Run(study, [.. Enumerable.Range(0, study.Replications)], take, progress, watch, cancel, cancel);

    /// <summary>The same for some replications.</summary>
    /// <param name="replications">In the order in which they are handed over.</param>
    /// <param name="cancel">Ends the run; replications under way are finished and handed over where all before them are.</param>
    /// <param name="abandon">Ends the replications under way as well, within a year of their history.</param>
    public static void Run(this IExecutor executor, Study study, IReadOnlyList<int> replications, Action<Outcome> take, Action<int> progress, Func<IScheduleObserver<World>>? watch,
        CancellationToken cancel, CancellationToken abandon = default) =>
        executor.Run(replications.Count, () =>
        {
            var runner = new PairRunner(study) { Observer = Observer(study, watch?.Invoke()) };
            return item => Attempt(study, runner, replications[item], abandon);
        }, take, progress, cancel);

    private static Outcome Attempt(Study study, PairRunner runner, int replication, CancellationToken cancel)
    {
        try
        {
            return runner.Run(replication, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (!study.ContinueOnError) throw new ReplicationException(replication, failure);
            return Outcome.Failed(replication, failure.Message);
        }
    }

    private static IScheduleObserver<World>? Observer(Study study, IScheduleObserver<World>? watcher)
    {
        if (!study.Checked) return watcher;
        return watcher is null ? new Invariants() : new Both(watcher, new Invariants());
    }

    /// <summary>The watcher stands nearer to the step, so that it does not count the check.</summary>
    private sealed class Both(IScheduleObserver<World> near, IScheduleObserver<World> far) : IScheduleObserver<World>
    {
        public void Before(Process<World> process, World world)
        {
            far.Before(process, world);
            near.Before(process, world);
        }

        public void After(Process<World> process, World world)
        {
            near.After(process, world);
            far.After(process, world);
        }
    }
}
