using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>A pioneer arrives: a firm far better than its time, whose people may soon be at odds with it.</summary>
[Shock("star-firm", Local = true, Source = "Klepper 2010 on Shockley and Fairchild; B16", Summary = "A pioneering firm arrives")]
public sealed class StarFirm(StarFirm.Parameters p) : Shock
{
    public sealed record Parameters
    {
        [Parameter(-5, 5, Unit = "standard deviation", Source = "the scenario", Summary = "Lead over the mean firm, in standard deviations of competence")]
        public double Lead { get; init; } = 1.5;

        [Parameter(1, 2_000, Unit = "person", Source = "the scenario", Summary = "Staff at the start")]
        public int Staff { get; init; } = 20;

        [Parameter(0, 100_000, Unit = "GBP thousand", Source = "the scenario", Summary = "Capital that it brings")]
        public double Capital { get; init; } = 1_000;

        [Parameter(0, 600, Unit = "month", Source = "the scenario", Summary = "For how long it is at odds with its people, after its first year")]
        public int Quarrel { get; init; } = 12;
    }

    public override void Strike(World world, int region, int activity, ulong id, Draws draws)
    {
        Foundings queue = world.Foundings;
        Founding.Queue(world, draws, new Founding
        {
            Lineage = id,
            Origin = Origin.Inward,
            Region = region,
            FoundingRegion = region,
            Activity = activity,
            Parent = -1,
            Founder = -1,
            Competence = world.Activities.MeanCompetence[activity] + p.Lead * world.Activities.SpreadCompetence[activity],
            Knowledge = world.Activities.Frontier[activity],
            Wealth = p.Capital,
        });
        int row = queue.Count - 1;
        queue.Size[row] = p.Staff;
        queue.Raised[row] = queue.Cost[row] + p.Capital;
        queue.QuarrelUntil[row] = world.Tick + 12 + p.Quarrel;
    }
}
