using BenchmarkDotNet.Attributes;
using ClusterSim.Benchmarks.Targets;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Benchmarks.Suites;

/// <summary>What one step of each mechanism costs in a mature default country.</summary>
/// <remarks>A history is stopped in twelve successive months from month 300 on in which the mechanism is due, each time
/// just before it acts. An iteration restores the twelve worlds, unmeasured, and takes one step in each.</remarks>
[ShortRunJob, MemoryDiagnoser]
public class MechanismBenchmarks
{
    private const int Month = 300, Steps = 12;

    private readonly ulong _run = Draws.RunKey(1, 0);
    private readonly byte[][] _states = new byte[Steps][];
    private readonly World[] _worlds = new World[Steps];
    private readonly History[] _copies = new History[Steps];
    private Process<World> _process = null!;

    [ParamsSource(nameof(Names))] public string Mechanism { get; set; } = "";

    public static IEnumerable<string> Names => ClusterModel.Schedule(Default.Configuration).Select(process => process.Name);

    [GlobalSetup]
    public void Prepare()
    {
        var history = new History(Default.Configuration);
        // Few steps are measured: let the compiler see the code often enough before, and finish in the background.
        for (int replication = 3; replication >= 0; replication--)
        {
            history.Begin(1, replication);
            history.RunTo(Month);
            Thread.Sleep(150);
        }
        _process = history.Schedule.First(process => process.Name == Mechanism);
        for (int step = 0; step < Steps; step++)
        {
            while ((history.World.Tick + 1) % (int)_process.Pace != 0) history.Advance();
            _states[step] = JustBefore(history);
            _copies[step] = new History(Default.Configuration);
            _worlds[step] = _copies[step].World;
            history.Advance();
        }
    }

    [IterationSetup]
    public void Restore()
    {
        for (int step = 0; step < Steps; step++)
        {
            using var stream = new MemoryStream(_states[step]);
            _copies[step].Load(stream);
        }
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public void Step()
    {
        foreach (World world in _worlds) _process.Step(world, new Draws(_run, _process.Key, world.Tick));
    }

    /// <summary>The state after those who act earlier in the month; the history itself stays where it is.</summary>
    private byte[] JustBefore(History history)
    {
        using var stream = new MemoryStream();
        history.Save(stream);
        var copy = new History(Default.Configuration);
        stream.Position = 0;
        copy.Load(stream);
        foreach (Process<World> process in copy.Schedule)
        {
            if (process.Name == Mechanism) break;
            if ((copy.World.Tick + 1) % (int)process.Pace == 0) process.Step(copy.World, new Draws(_run, process.Key, copy.World.Tick));
        }
        stream.SetLength(0);
        copy.Save(stream);
        return stream.ToArray();
    }
}
