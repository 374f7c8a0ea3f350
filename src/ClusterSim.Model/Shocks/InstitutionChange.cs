using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>The institutions of a region that serve an activity grow, shrink, open up or buy less. Research staff who must go
/// look for work in the activity, and some found firms.</summary>
[Shock("institution-change", Local = true, Source = "the Bayh-Dole Act of 1980; NIH lay-offs of the 1980s; B17, B34", Summary = "Institutions grow, shrink, open up or buy less")]
public sealed class InstitutionChange(InstitutionChange.Parameters p) : Shock
{
    public sealed record Parameters
    {
        [Parameter(0, 100, Unit = "1", Source = "the scenario", Summary = "Factor on staff")]
        public double Staff { get; init; } = 1;

        [Parameter(-1, 1, Unit = "share", Source = "the scenario", Summary = "Openness from now on; negative = as before")]
        public double Openness { get; init; } = -1;

        [Parameter(0, 100, Unit = "1", Source = "the scenario", Summary = "Factor on purchases")]
        public double Purchases { get; init; } = 1;

        [Parameter(0.5, 1.6, Unit = "skill", Source = "assumption", Summary = "Skill of staff who must go")]
        public double Skill { get; init; } = 1.5;
    }

    public override void Strike(World world, int region, int activity, ulong id, Draws draws)
    {
        Institutions institutions = world.Institutions;
        for (int row = 0; row < institutions.Count; row++)
        {
            if (institutions.Region[row] != region || institutions.Activity[row] != activity) continue;
            int dismissed = (int)Math.Round(Math.Max(0, institutions.Researchers[row] * (1 - p.Staff)));
            institutions.Researchers[row] *= p.Staff;
            institutions.Purchases[row] *= p.Purchases;
            if (p.Openness >= 0) institutions.Openness[row] = p.Openness;
            world.Regions.Displaced[region] += dismissed;
            for (int k = 0; k < dismissed; k++)
                world.Recruits.Seek(Lineage.Child(id ^ institutions.Lineage[row], k), region, activity, p.Skill);
        }
    }
}
