using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Hosting;

/// <summary>Items computed by several threads, each with its own worker. They are handed over in order, and no thread
/// runs further ahead than a few items, so that memory does not grow with their number.</summary>
/// <param name="threads">At least 1.</param>
internal sealed class ThreadedExecutor(int threads) : IExecutor
{
    private const int LeadPerThread = 4;

    public int Threads => threads;

    public void Run<T>(int count, Func<Func<int, T>> worker, Action<T> take, Action<int> progress, CancellationToken cancel)
    {
        if (threads == 1)
        {
            new SequentialExecutor().Run(count, worker, take, progress, cancel);
            return;
        }
        var finished = new SortedDictionary<int, T>();
        object gate = new();
        int next = 0, taken = 0;
        Exception? failure = null;
        var crew = new Thread[Math.Min(threads, Math.Max(1, count))];
        for (int i = 0; i < crew.Length; i++)
        {
            crew[i] = new Thread(Work, 16 * 1024 * 1024) { IsBackground = true, Name = $"histories-{i}" };
            crew[i].Start();
        }
        foreach (Thread thread in crew) thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);

        void Work()
        {
            try
            {
                Func<int, T> compute = worker();
                while (Draw(out int item)) Hand(item, compute(item));
            }
            catch (Exception exception) // a thread must not end the process: the caller is told instead
            {
                lock (gate)
                {
                    failure ??= exception;
                    Monitor.PulseAll(gate);
                }
            }
        }

        bool Draw(out int item)
        {
            lock (gate)
            {
                while (failure is null && next < count && next >= taken + LeadPerThread * crew.Length) Monitor.Wait(gate);
                cancel.ThrowIfCancellationRequested();
                item = next;
                if (failure is not null || next >= count) return false;
                next++;
                return true;
            }
        }

        void Hand(int item, T result)
        {
            lock (gate)
            {
                finished[item] = result;
                while (finished.Remove(taken, out T? due))
                {
                    take(due);
                    progress(++taken);
                }
                Monitor.PulseAll(gate);
            }
        }
    }
}
