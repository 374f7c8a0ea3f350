using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>Land is released for building, or taken by others: what firms and people of a region pay for it falls or rises for good.</summary>
[Shock("land-change", Local = true, Source = "assumption; planning around Cambridge, the conversion of Birmingham's workshops", Summary = "Land is released or withdrawn")]
public sealed class LandChange(LandChange.Parameters p) : Shock
{
    public sealed record Parameters
    {
        [Parameter(0.05, 20, Unit = "1", Source = "the scenario", Summary = "What the region's land is multiplied by")]
        public double Multiple { get; init; } = 1.5;
    }

    public override void Strike(World world, int region, int activity, ulong id, Draws draws) => world.Regions.Land[region] *= p.Multiple;
}
