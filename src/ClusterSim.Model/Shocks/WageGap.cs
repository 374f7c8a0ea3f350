using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>Places abroad open where the same work is paid less: a border falls, a trade agreement is signed.</summary>
[Shock("wage-gap", Source = "Belussi 2003 on Romania and Montebelluna; B40", Summary = "Cheap labour abroad comes within reach")]
public sealed class WageGap(WageGap.Parameters p) : Shock
{
    public sealed record Parameters
    {
        [Parameter(-3, 3, Unit = "log point", Source = "the scenario", Summary = "Rise of the log wage gap to abroad")]
        public double Size { get; init; } = 1;
    }

    public override void Strike(World world, int region, int activity, ulong id, Draws draws) =>
        world.Country.WageGapAbroad[0] += p.Size;
}
