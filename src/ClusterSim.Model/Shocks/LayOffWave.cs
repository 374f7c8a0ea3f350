using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>A large employer of the region outside the modelled activities dismisses skilled people; they look for work
/// in the activity, and some of them found firms.</summary>
[Shock("lay-off-wave", Local = true, Source = "Modena 1949-57; B18", Summary = "Skilled people are dismissed in numbers")]
public sealed class LayOffWave(LayOffWave.Parameters p) : Shock
{
    public sealed record Parameters
    {
        [Parameter(1, 100_000, Unit = "person", Source = "the scenario", Summary = "People dismissed")]
        public int Persons { get; init; } = 300;

        [Parameter(0.5, 1.6, Unit = "skill", Source = "the scenario", Summary = "Their skill; newcomers have 1, full skill is 1.6")]
        public double Skill { get; init; } = 1.3;
    }

    public override void Strike(World world, int region, int activity, ulong id, Draws draws)
    {
        world.Regions.Displaced[region] += p.Persons;
        for (int k = 0; k < p.Persons; k++)
            world.Recruits.Seek(Lineage.Child(id, k), region, activity, p.Skill);
    }
}
