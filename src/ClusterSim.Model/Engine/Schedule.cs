using System.Collections;
using System.Text;

namespace ClusterSim.Model.Engine;

/// <summary>Watches a schedule at work: the profiler and the checked mode are observers.</summary>
public interface IScheduleObserver<TWorld>
{
    void Before(Process<TWorld> process, TWorld world);
    void After(Process<TWorld> process, TWorld world);
}

/// <summary>The processes in the order in which they act. The order is a scientific decision, written as one list.</summary>
public sealed class Schedule<TWorld>(IEnumerable<Process<TWorld>> processes) : IReadOnlyList<Process<TWorld>>
{
    private readonly Process<TWorld>[] _processes = [.. processes];

    public int Count => _processes.Length;

    public Process<TWorld> this[int index] => _processes[index];

    /// <summary>Runs <see cref="Process{TWorld}.Start"/> of every process.</summary>
    public void Start(TWorld world, ulong run)
    {
        foreach (Process<TWorld> process in _processes) process.Start(world, new Draws(run, process.Key, 0));
    }

    /// <summary>Runs every process that is due in the tick that begins at month <paramref name="tick"/>: monthly ones always, quarterly
    /// ones if a quarter ends with it, yearly ones if a year does.</summary>
    /// <param name="months">Months that the tick spans.</param>
    public void Run(TWorld world, ulong run, int tick, IScheduleObserver<TWorld>? observer = null, int months = 1)
    {
        foreach (Process<TWorld> process in _processes)
        {
            if ((tick + months) % (int)process.Pace != 0) continue;
            observer?.Before(process, world);
            process.Step(world, new Draws(run, process.Key, tick));
            observer?.After(process, world);
        }
    }

    public IEnumerator<Process<TWorld>> GetEnumerator() => ((IEnumerable<Process<TWorld>>)_processes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The process overview of the ODD protocol: one line per process, in order.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int i = 0; i < _processes.Length; i++)
        {
            Process<TWorld> process = _processes[i];
            text.Append($"{i + 1,2}  {process.Pace,-8}{process.Name,-22}{process.Declaration.Summary}\n");
        }
        return text.ToString();
    }
}
