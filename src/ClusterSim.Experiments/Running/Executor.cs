namespace ClusterSim.Experiments.Running;

/// <summary>Computes items 0..n-1 and hands them over in order, whoever computes them.</summary>
public interface IExecutor
{
    /// <summary>Runs.</summary>
    /// <param name="count">How many items.</param>
    /// <param name="worker">Makes a worker, which computes one item after another; every thread has its own.</param>
    /// <param name="take">Receives every item, in order, one at a time.</param>
    /// <param name="progress">Told how many have been taken, after each.</param>
    /// <param name="cancel">Ends the run with <see cref="OperationCanceledException"/>; what was taken stays taken.</param>
    void Run<T>(int count, Func<Func<int, T>> worker, Action<T> take, Action<int> progress, CancellationToken cancel);
}

/// <summary>One after the other, in this thread: the reference, and what runs in a browser.</summary>
public sealed class SequentialExecutor : IExecutor
{
    public void Run<T>(int count, Func<Func<int, T>> worker, Action<T> take, Action<int> progress, CancellationToken cancel)
    {
        Func<int, T> compute = worker();
        for (int item = 0; item < count; item++)
        {
            cancel.ThrowIfCancellationRequested();
            take(compute(item));
            progress(item + 1);
        }
    }
}
