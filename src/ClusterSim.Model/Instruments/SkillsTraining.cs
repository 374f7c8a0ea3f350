using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Pays for courses: part of the places go to people in work, whose skill rises at once; the others train
/// newcomers, who wait in the region for a post when they are done.</summary>
[Instrument("skills-training", Source = "Card, Kluve and Weber 2018; B23, B45, B59", Summary = "Courses for staff and newcomers of the cluster")]
public sealed class SkillsTraining(SkillsTraining.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 100, Unit = "GBP thousand a place", Low = 3, High = 8, Source = "assumption; UK apprenticeship bands of 2019 run from 1.5 to 27", Summary = "Cost of a place")]
        public double UnitCost { get; init; } = 5;

        [Parameter(0, 1, Unit = "share", Low = 0.4, High = 0.8, Source = "assumption", Summary = "Places for people in work")]
        public double InWork { get; init; } = 0.6;

        [Parameter(0, 1, Unit = "share", Low = 0.15, High = 0.5, Source = "assumption", Summary = "Part of the gap to full skill that a course closes")]
        public double Effect { get; init; } = 0.3;

        [Parameter(1, 120, Unit = "month", Low = 12, High = 36, Source = "assumption", Summary = "Mean length of a newcomer's course")]
        public double Delay { get; init; } = 24;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme];
        Graduate(world, region);
        double places = Math.Floor(Treasury.Available(world, programme) / p.UnitCost);
        if (places <= 0) return;
        double inWork = TrainStaff(world, programme, draws, Math.Floor(places * p.InWork));
        double newcomers = places - Math.Floor(places * p.InWork);
        Treasury.Pay(world, programme, region, (inWork + newcomers) * p.UnitCost, inWork + newcomers);
        world.Regions.InTraining[region] += newcomers;
    }

    public override void End(World world, int programme)
    {
        // Those who have begun finish.
        int region = world.Programmes.Region[programme];
        world.Regions.TrainedPool[region] += world.Regions.InTraining[region];
        world.Regions.InTraining[region] = 0;
    }

    /// <summary>Trains staff of the cluster drawn by lot; returns how many.</summary>
    private double TrainStaff(World world, int programme, Draws draws, double places)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        int jobs = world.Clusters.Jobs[world.Cluster(region, activity)];
        if (jobs == 0 || places <= 0) return 0;
        Workers workers = world.Workers;
        Firms firms = world.Firms;
        Span<int> hits = world.Scratch.Ints(workers.Count);
        int count = draws.Hits(workers.Lineage.Span, Math.Min(1, places / jobs), hits);
        double trained = 0;
        for (int i = 0; i < count && trained < places; i++)
        {
            int worker = hits[i];
            if (workers.Standing[worker] != Standing.Employed || workers.Region[worker] != region || workers.Activity[worker] != activity) continue;
            int firm = workers.Job[worker].Employer;
            double skill = Staff.Skill(world, worker), gain = p.Effect * (Staff.FullSkill - skill);
            workers.Job[worker].Skill = (float)(skill + gain);
            workers.Job[worker].TrainingMark = (float)firms.Payroll[firm].TrainingMark;
            firms.Payroll[firm].SkillSum += gain;
            Treasury.Support(world, programme, firm);
            trained++;
        }
        return trained;
    }

    private void Graduate(World world, int region)
    {
        double done = world.Regions.InTraining[region] / world.TickLength.Divisor(p.Delay);
        world.Regions.InTraining[region] -= done;
        world.Regions.TrainedPool[region] += done;
    }
}
