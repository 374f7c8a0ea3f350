using System.Diagnostics;
using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Cli.Hosting;

/// <summary>Time, rows and memory that each mechanism takes, over all threads. It watches and touches nothing: results are the
/// same with and without it.</summary>
internal sealed class Profiler
{
    private readonly List<StepClock> _clocks = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>A watch for one thread.</summary>
    public IScheduleObserver<World> Watch()
    {
        var clock = new StepClock();
        lock (_clocks) _clocks.Add(clock);
        return clock;
    }

    /// <summary>The table, dearest mechanism first; call when all threads are done.</summary>
    /// <param name="histories">Over which it is averaged.</param>
    public string Table(int histories)
    {
        var spent = new Dictionary<string, Spending>();
        foreach ((string name, Spending one) in _clocks.SelectMany(clock => clock.Spent))
        {
            if (!spent.TryGetValue(name, out Spending? sum)) spent[name] = sum = new Spending();
            sum.Add(one);
        }
        double all = Math.Max(1, spent.Values.Sum(each => each.Ticks));
        List<string[]> rows = [["mechanism", "ms a history", "share", "calls", "rows added", "bytes a call"]];
        foreach ((string name, Spending each) in spent.OrderByDescending(entry => entry.Value.Ticks).ThenBy(entry => entry.Key, StringComparer.Ordinal))
            rows.Add([name, Number(Milliseconds(each.Ticks) / histories, "0.00"), Number(100 * each.Ticks / all, "0.0") + " %", Number(each.Calls / (double)histories, "0"),
                Number(each.Rows / (double)histories, "0.#"), Number(each.Bytes / (double)each.Calls, "0")]);
        return TextTable.Of(rows) + string.Create(CultureInfo.InvariantCulture,
            $"{histories} histories; mechanisms took {Milliseconds((long)all) / histories:0.0} ms of each; {Stopwatch.GetElapsedTime(_start).TotalSeconds:0.0} s passed on the clock\n");
    }

    private static double Milliseconds(long ticks) => 1000.0 * ticks / Stopwatch.Frequency;

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed class Spending
    {
        public long Ticks, Calls, Bytes, Rows;

        public void Add(Spending other)
        {
            Ticks += other.Ticks;
            Calls += other.Calls;
            Bytes += other.Bytes;
            Rows += other.Rows;
        }
    }

    /// <summary>Clock, rows and memory around every step.</summary>
    private sealed class StepClock : IScheduleObserver<World>
    {
        private long _start, _bytes, _rows;

        public Dictionary<string, Spending> Spent { get; } = [];

        public void Before(Process<World> process, World world)
        {
            _rows = Rows(world);
            _bytes = GC.GetAllocatedBytesForCurrentThread();
            _start = Stopwatch.GetTimestamp();
        }

        public void After(Process<World> process, World world)
        {
            long ticks = Stopwatch.GetTimestamp() - _start, bytes = GC.GetAllocatedBytesForCurrentThread() - _bytes;
            if (!Spent.TryGetValue(process.Name, out Spending? spent)) Spent[process.Name] = spent = new Spending();
            spent.Ticks += ticks;
            spent.Bytes += bytes;
            spent.Rows += Math.Max(0, Rows(world) - _rows); // where the dead are cleared away, none are added
            spent.Calls++;
        }

        private static long Rows(World world)
        {
            long rows = 0;
            foreach (Table table in world.Tables) rows += table.Count;
            return rows;
        }
    }
}
