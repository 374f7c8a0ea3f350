using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>Something that happens to the world from outside.</summary>
public abstract class Shock
{
    /// <summary>Lets it happen now.</summary>
    /// <param name="region">Row of the region, -1 = the whole country.</param>
    /// <param name="activity">Row of the activity.</param>
    /// <param name="id">Identity of the event, key of its draws.</param>
    public abstract void Strike(World world, int region, int activity, ulong id, Draws draws);
}
