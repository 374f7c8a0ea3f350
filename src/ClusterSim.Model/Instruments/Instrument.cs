using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Something that public money can do. An instrument changes only state that agents already use, at a stated
/// unit cost, and never looks at the stage: effects by stage must emerge.</summary>
public abstract class Instrument
{
    /// <summary>Acts for a month, spending through <see cref="Treasury.Pay"/>.</summary>
    /// <param name="programme">Row of the intervention under way.</param>
    public abstract void Apply(World world, int programme, Draws draws);

    /// <summary>What time alone does to what was begun or built: called each month after the start, before
    /// <see cref="Apply"/>, and also when the money has ended.</summary>
    public virtual void Continue(World world, int programme) { }

    /// <summary>Winds up when the time is over.</summary>
    public virtual void End(World world, int programme) { }
}
