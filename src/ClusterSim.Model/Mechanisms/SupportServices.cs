using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Patent lawyers, toolmakers, accountants and testers who know the trade settle where their clients are, and
/// spare small firms what only large ones can afford for themselves.</summary>
/// <remarks>Services S close a part of the gap to jobs / <see cref="Parameters.JobsPerService"/> each year. A firm of n staff
/// gains weight * coverage * exp(-n/<see cref="Parameters.OwnStaff"/>), coverage = S * jobs per service / jobs, at most 1:
/// after Stigler 1951, the extent of the market for what firms no longer do for themselves.</remarks>
[Mechanism("support-services", Id = "M14", Theory = "Marshall; Porter", Source = "Stigler 1951; Kenney and Patton 2005; B06, B34",
    Summary = "Specialised services settle near their clients and help the small")]
public sealed class SupportServices(SupportServices.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(10, 10_000, Unit = "person", Source = "assumption", Summary = "Jobs of the activity that carry one service firm")]
        public double JobsPerService { get; init; } = 120;

        [Parameter(0, 5, Unit = "1 a year", Source = "assumption: service firms follow their clients within a few years", Summary = "Speed at which services follow their clients")]
        public double Speed { get; init; } = 0.5;

        [Parameter(0, 0.3, Unit = "log point", Source = "assumption: up to 30 % of an overhead of a tenth of sales", Summary = "Gain of the smallest firms where every need finds its service", Symbol = "sigma")]
        public double Weight { get; init; } = 0.03;

        [Parameter(1, 1_000, Unit = "person", Source = "assumption", Summary = "Staff over which firms come to do it for themselves")]
        public double OwnStaff { get; init; } = 30;
    }

    public override Pace Pace => Pace.Quarter;

    public override void Step(World world, Draws draws)
    {
        Clusters clusters = world.Clusters;
        double step = -Reproducible.Expm1(-p.Speed / 4);
        for (int cluster = 0; cluster < clusters.Count; cluster++)
            clusters.Services[cluster] += step * (clusters.Jobs[cluster] / p.JobsPerService - clusters.Services[cluster]);
        Firms firms = world.Firms;
        ReadOnlySpan<int> living = world.Living, home = world.LivingClusters;
        Span<double> own = world.Scratch.Doubles(living.Length);
        for (int i = 0; i < living.Length; i++) own[i] = -firms.Payroll[living[i]].Headcount / p.OwnStaff;
        Reproducible.Exp(own, own);
        for (int i = 0; i < living.Length; i++)
            firms.ServiceGain[living[i]] = p.Weight * NeedMet(clusters.Services[home[i]], clusters.Jobs[home[i]]) * own[i];
    }

    /// <summary>Part of the need for services that is met, 0..1; a whole service firm must be there.</summary>
    public double NeedMet(double services, int jobs) => services < 1 ? 0 : Math.Min(1, services * p.JobsPerService / Math.Max(1, jobs));
}
