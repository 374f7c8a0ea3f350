using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>The knowledge that the market rewards leaps in one direction.</summary>
[Shock("technology-shift", Source = "Menzel and Fornahl 2010; B15", Summary = "The frontier of knowledge leaps")]
public sealed class TechnologyShift(TechnologyShift.Parameters p) : Shock
{
    public sealed record Parameters
    {
        [Parameter(0, 5, Unit = "1", Source = "the scenario", Summary = "Length of the leap")]
        public double Size { get; init; } = 1;
    }

    public override void Strike(World world, int region, int activity, ulong id, Draws draws)
    {
        ref Knowledge frontier = ref world.Activities.Frontier[activity];
        for (int i = 0; i < Knowledge.Dimensions; i++)
            frontier[i] += p.Size / Math.Sqrt(Knowledge.Dimensions) * (draws.Chance(0.5, id, i) ? 1 : -1);
    }
}
