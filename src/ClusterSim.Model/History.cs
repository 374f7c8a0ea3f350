using ClusterSim.Model.Engine;
using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;

namespace ClusterSim.Model;

/// <summary>One history of one configuration: begin it, advance it tick by tick, look at its world.</summary>
public sealed class History
{
    private readonly ModelConfiguration _configuration;
    private readonly Schedule<World> _schedule;
    private ulong _run;

    /// <summary>Prepares histories of a configuration; begin as many as you like, one after the other.</summary>
    /// <param name="world">A world to reuse, so that many configurations need the memory of one; null = a new one.</param>
    public History(ModelConfiguration configuration, World? world = null)
    {
        World = world ?? new World();
        _configuration = configuration;
        _schedule = ClusterModel.Schedule(configuration);
    }

    /// <summary>The state, valid after <see cref="Begin"/>.</summary>
    public World World { get; }

    /// <summary>The processes, in order.</summary>
    public Schedule<World> Schedule => _schedule;

    /// <summary>Profiler or checker; null = none.</summary>
    public IScheduleObserver<World>? Observer { get; set; }

    /// <summary>Starts the history of a seed and replication at month 0.</summary>
    public void Begin(ulong seed, int replication)
    {
        _run = Draws.RunKey(seed, replication);
        Genesis.Create(World, _configuration, _run);
        _schedule.Start(World, _run);
    }

    /// <summary>Lets one tick pass: a month, unless the scenario says a quarter.</summary>
    public void Advance()
    {
        int months = World.TickLength.Months;
        _schedule.Run(World, _run, World.Tick, Observer, months);
        World.Tick += months;
    }

    /// <summary>Lets months pass until <paramref name="month"/> have passed.</summary>
    public void RunTo(int month)
    {
        while (World.Tick < month) Advance();
    }

    /// <summary>Continues a stored state under the draws of a seed and replication: one past, many futures.</summary>
    public void Continue(Stream stream, ulong seed, int replication) => Load(stream, Draws.RunKey(seed, replication));

    /// <summary>Writes the whole state; <see cref="Load"/> of it continues as if nothing had happened.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(_run);
        foreach (Table table in World.Tables) table.Save(writer);
    }

    /// <summary>Continues from a stored state of the same model version.</summary>
    /// <param name="run">Key of the draws from here on; null = those of the stored history.</param>
    /// <exception cref="InvalidDataException">The state is of another version.</exception>
    public void Load(Stream stream, ulong? run = null)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        World.Reset(_configuration);
        ulong stored = reader.ReadUInt64();
        _run = run ?? stored;
        foreach (Table table in World.Tables) table.Load(reader);
        World.Derive();
        World.Firms.Frozen = World.Workers.Frozen = true;
        // The past knew no policy, or another one: what is to be done from here on is this configuration's.
        if (run is null) return;
        World.Programmes.Clear();
        foreach (Process<World> process in _schedule)
            if (process is PolicyDelivery) process.Start(World, new Draws(_run, process.Key, World.Tick));
    }

    /// <summary>128 bits over the whole state, as 32 hexadecimal digits.</summary>
    public string Digest()
    {
        var digest = new Digest();
        World.AddTo(ref digest);
        return digest.ToString();
    }
}
