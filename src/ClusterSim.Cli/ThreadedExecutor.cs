using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli;

/// <summary>Spreads replications over threads. Each thread has its own worlds; outcomes are handed over in order, and no
/// thread runs further ahead than a few replications, so that memory does not grow with their number.</summary>
/// <param name="threads">At least 1.</param>
internal sealed class ThreadedExecutor(int threads) : IExecutor
{
    private const int LeadPerThread = 4;

    public void Run(Study study, Action<Outcome> take, Action<int> progress, CancellationToken cancel)
    {
        if (threads == 1)
        {
            new SequentialExecutor().Run(study, take, progress, cancel);
            return;
        }
        var finished = new SortedDictionary<int, Outcome>();
        object gate = new();
        int next = 0, taken = 0;
        Exception? failure = null;
        var crew = new Thread[Math.Min(threads, Math.Max(1, study.Replications))];
        for (int i = 0; i < crew.Length; i++)
        {
            crew[i] = new Thread(Work, 16 * 1024 * 1024) { IsBackground = true, Name = $"replications-{i}" };
            crew[i].Start();
        }
        foreach (Thread thread in crew) thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);

        void Work()
        {
            try
            {
                var runner = new PairRunner(study);
                while (Draw(out int replication)) Hand(runner.Run(replication, cancel));
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

        bool Draw(out int replication)
        {
            lock (gate)
            {
                while (failure is null && next < study.Replications && next >= taken + LeadPerThread * crew.Length) Monitor.Wait(gate);
                replication = next;
                if (failure is not null || next >= study.Replications) return false;
                next++;
                return true;
            }
        }

        void Hand(Outcome outcome)
        {
            lock (gate)
            {
                finished[outcome.Replication] = outcome;
                while (finished.Remove(taken, out Outcome? due))
                {
                    take(due);
                    progress(++taken);
                }
                Monitor.PulseAll(gate);
            }
        }
    }
}
