using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Staff learn on the job, and what a firm knows seeps into those who work there. Firms train the less, the more
/// they must expect their people to be poached.</summary>
/// <remarks>Skill approaches <see cref="Staff.FullSkill"/>: dh/dt = g (h_full - h), g = rate / (1 + deterrence * leaving rate of
/// the region * share of training not carried by the association); sums over staff obey the same equation, so no worker is touched. A worker's carried competence follows a
/// moving average of the employer's over <see cref="Staff.CarryMonths"/> (closed form in <see cref="Staff"/>).</remarks>
[Mechanism("training", Id = "M06b", Theory = "human capital", Source = "Becker 1964; Acemoglu and Pischke 1998; B23, B65",
    Summary = "Staff gain skill and carry what their firm knows")]
public sealed class Training(Training.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "1 a year", Source = "assumption: wages rise 3 to 5 % a year of early tenure", Summary = "Speed at which skill approaches its full value")]
        public double Rate { get; init; } = 0.07;

        [Parameter(0, 20, Unit = "1", Source = "assumption", Summary = "How expected poaching deters firms from training, per unit of yearly job moves per job")]
        public double PoachingDeterrence { get; init; } = 1;
    }

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        int passed = world.TickLength.Months;
        double seep = -Reproducible.Expm1(-passed / Staff.CarryMonths);
        int regions = world.Regions.Count, activities = world.Activities.Count;
        Span<double> growth = world.Scratch.Doubles(regions * activities, 0), share = world.Scratch.Doubles(regions * activities, 1);
        for (int cluster = 0; cluster < growth.Length; cluster++)
        {
            double months = world.Clusters.PersonMonths[cluster];
            double poaching = months < 1 ? 0 : 12 * world.Clusters.JobMoves[cluster] / months;
            double alone = 1 - world.Clusters.Association[cluster].SharedTraining;
            growth[cluster] = p.Rate / 12 / (1 + p.PoachingDeterrence * poaching * alone) * passed;
            share[cluster] = -Reproducible.Expm1(-growth[cluster]);
        }
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        Span<double> competence = firms.Competence.Span, leads = firms.Lead.Span;
        Span<double> mean = world.Activities.MeanCompetence.Span;
        Span<Payroll> payrolls = firms.Payroll.Span;
        Span<int> founded = firms.FoundedAt.Span;
        for (int i = 0; i < living.Length; i++)
        {
            int firm = living[i], cluster = clusters[i];
            double q = competence[firm], lead = q - mean[cluster % activities];
            ref Payroll payroll = ref payrolls[firm];
            payroll.TrainingMark += growth[cluster];
            payroll.SkillSum += share[cluster] * (Staff.FullSkill * payroll.Headcount - payroll.SkillSum);
            payroll.CarriedTrend += seep * (q - payroll.CarriedTrend);
            leads[firm] += (lead - leads[firm]) * passed / (world.Tick - founded[firm] + 1 + passed);
        }
    }
}
