namespace ClusterSim.Experiments.Running;

/// <summary>Runs the replications of a study and hands their outcomes over in order, whoever computes them.</summary>
public interface IExecutor
{
    /// <summary>Runs replications 0..n-1.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="take">Receives every outcome, in the order of replications, one at a time.</param>
    /// <param name="progress">Told how many have been taken, after each.</param>
    /// <param name="cancel">Ends the run; what was taken stays taken.</param>
    void Run(Study study, Action<Outcome> take, Action<int> progress, CancellationToken cancel);
}

/// <summary>One after the other, in this thread: the reference, and what runs in a browser.</summary>
public sealed class SequentialExecutor : IExecutor
{
    public void Run(Study study, Action<Outcome> take, Action<int> progress, CancellationToken cancel)
    {
        var runner = new PairRunner(study);
        for (int replication = 0; replication < study.Replications; replication++)
        {
            take(runner.Run(replication, cancel));
            progress(replication + 1);
        }
    }
}
