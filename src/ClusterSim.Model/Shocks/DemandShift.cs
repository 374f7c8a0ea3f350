using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>Demand for an activity rises or falls for good.</summary>
[Shock("demand-shift", Source = "B19; assumption", Summary = "Demand shifts for good")]
public sealed class DemandShift(DemandShift.Parameters p) : Shock
{
    public sealed record Parameters
    {
        [Parameter(-3, 3, Unit = "log point", Source = "the scenario", Summary = "Shift of the activity's demand")]
        public double Size { get; init; } = -0.3;
    }

    public override void Strike(World world, int region, int activity, ulong id, Draws draws) =>
        world.Activities.Shift[activity] += p.Size;
}
