using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Courses for unemployed people of the activity, by lot. Those who know most of what there is to know are not sent.</summary>
[Instrument("reskilling", Source = "Card, Kluve and Weber 2018; B23, B45", Summary = "Courses for the unemployed of the trade")]
public sealed class Reskilling(Reskilling.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 100, Unit = "GBP thousand a place", Low = 3, High = 10, Source = "assumption", Summary = "Cost of a place")]
        public double UnitCost { get; init; } = 5;

        [Parameter(0, 1, Unit = "share", Low = 0.15, High = 0.5, Source = "assumption", Summary = "Part of the gap to full skill that a course closes")]
        public double Effect { get; init; } = 0.3;

        [Parameter(0.5, 1.6, Unit = "skill", Low = 1.2, High = 1.5, Source = "assumption", Summary = "Skill from which on nobody is sent")]
        public double Enough { get; init; } = 1.4;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        int places = Treasury.Affordable(world, programme, p.UnitCost), wanting = 0, taught = 0;
        if (places == 0) return;
        Workers workers = world.Workers;
        for (int worker = 0; worker < workers.Count; worker++) wanting += IsWanting(workers, worker, region, activity) ? 1 : 0;
        if (wanting == 0) return;
        Span<int> hits = world.Scratch.Ints(workers.Count);
        int count = draws.Hits(workers.Lineage.Span, Math.Min(1, (double)places / wanting), hits);
        for (int i = 0; i < count && taught < places; i++)
        {
            if (!IsWanting(workers, hits[i], region, activity)) continue;
            ref Job job = ref workers.Job[hits[i]];
            job.Skill += (float)(p.Effect * (Staff.FullSkill - job.Skill));
            taught++;
        }
        if (taught > 0) Treasury.Pay(world, programme, region, taught * p.UnitCost, taught);
    }

    private bool IsWanting(Workers workers, int worker, int region, int activity) => workers.Standing[worker] == Standing.Unemployed
        && workers.Region[worker] == region && workers.Activity[worker] == activity && workers.Job[worker].Skill < p.Enough;
}
