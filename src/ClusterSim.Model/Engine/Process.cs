using System.Reflection;

namespace ClusterSim.Model.Engine;

/// <summary>How often a process runs: the number is its length in months.</summary>
public enum Pace
{
    Month = 1,
    Quarter = 3,
    Year = 12,
}

/// <summary>One line of the schedule: a rule that reads and writes the state of a <typeparamref name="TWorld"/>.
/// A process keeps no state of its own between steps, so that a checkpoint of the world is a checkpoint of all.</summary>
public abstract class Process<TWorld>
{
    /// <exception cref="InvalidOperationException">The class carries no <see cref="MechanismAttribute"/>.</exception>
    protected Process()
    {
        Declaration = GetType().GetCustomAttribute<MechanismAttribute>()
            ?? throw new InvalidOperationException($"{GetType().Name} has no [Mechanism]");
        Key = Lineage.Hash(Declaration.Name);
    }

    /// <summary>What the process says of itself.</summary>
    public MechanismAttribute Declaration { get; }

    /// <summary>Kebab-case name; also the key of its draws.</summary>
    public string Name => Declaration.Name;

    /// <summary>The hashed name.</summary>
    public ulong Key { get; }

    /// <summary>How often <see cref="Step"/> runs.</summary>
    public virtual Pace Pace => Pace.Month;

    /// <summary>Sets initial conditions, before the first tick.</summary>
    public virtual void Start(TWorld world, Draws draws) { }

    /// <summary>Advances the world by one month, quarter or year; a monthly process by the whole of a longer tick.</summary>
    public abstract void Step(TWorld world, Draws draws);
}
