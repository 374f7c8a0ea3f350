using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Multinationals open a site where the competent are, to learn and to be near; they bring knowledge from
/// outside.</summary>
/// <remarks>Sites a year in the country = rate * (0.25 + opportunity of the focal activity), placed in proportion to
/// openness * N exp(<see cref="Parameters.Attraction"/> * (mean q here - mean q)) over regions with a firm at least.</remarks>
[Mechanism("inward-investment", Id = "M17", Theory = "globalisation of research", Source = "Cantwell and Iammarino 2003; Alfaro and Chen 2014; B39, B54",
    Summary = "Multinationals open sites where the competent are")]
public sealed class InwardInvestment(InwardInvestment.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 50, Unit = "site a year", Source = "assumption", Summary = "Sites that multinationals open in the country at opportunity 0.75")]
        public double Rate { get; init; } = 0.1;

        [Parameter(0, 20, Unit = "1 per log point", Source = "assumption", Summary = "Pull of a region's competence")]
        public double Attraction { get; init; } = 3;

        [Parameter(1, 2_000, Unit = "person", Source = "assumption", Summary = "Staff of a site")]
        public int Staff { get; init; } = 20;

        [Parameter(-2, 2, Unit = "log point", Source = "assumption; Haskel, Pereira and Slaughter 2007 for the sign", Summary = "Competence of a site over the mean firm")]
        public double Lead { get; init; } = 0.15;

        [Parameter(0, 3, Unit = "1", Source = "assumption", Summary = "How far its knowledge stands from the frontier")]
        public double Spread { get; init; } = 0.3;
    }

    private const int Focal = 0;

    public override void Step(World world, Draws draws)
    {
        if (world.Activities.Firms[Focal] == 0) return;
        double mean = p.Rate / 12 * world.TickLength.Months * (0.25 + world.Activities.Opportunity[Focal]);
        int count = draws.Poisson(mean, Focal);
        for (int k = 0; k < count; k++) Open(world, draws, k);
    }

    private void Open(World world, Draws draws, int k)
    {
        Span<double> pull = world.Scratch.Doubles(world.Regions.Count);
        for (int region = 0; region < pull.Length; region++) pull[region] = Pull(world, region);
        int home = draws.Choose((ulong)k, world.Regions.Lineage.Span, pull, 1);
        if (home < 0) return;
        ulong id = Lineage.Arrival(Name, home, Focal, world.Tick, k);
        Knowledge knowledge = world.Activities.Frontier[Focal];
        knowledge.Shake(draws, id, p.Spread / Math.Sqrt(Knowledge.Dimensions));
        double capital = 10 * p.Staff;
        Founding.Queue(world, draws, new Founding
        {
            Lineage = id,
            Origin = Origin.Inward,
            Region = home,
            FoundingRegion = home,
            Activity = Focal,
            Parent = -1,
            Founder = -1,
            Competence = world.Activities.MeanCompetence[Focal] + p.Lead + 0.1 * draws.Normal(id, 1),
            Knowledge = knowledge,
            Wealth = capital,
        });
        int row = world.Foundings.Count - 1;
        world.Foundings.Size[row] = p.Staff;
        world.Foundings.Raised[row] = world.Foundings.Cost[row] + capital;
    }

    private double Pull(World world, int region)
    {
        int cluster = world.Cluster(region, Focal), firms = 0;
        double sum = 0;
        foreach (int firm in world.FirmsOf(cluster))
        {
            sum += world.Firms.Competence[firm];
            firms++;
        }
        double lead = firms == 0 ? 0 : sum / firms - world.Activities.MeanCompetence[Focal];
        return firms == 0 ? 0 : world.Regions.Openness[region] * firms * Reproducible.Exp(p.Attraction * Math.Clamp(lead, -1, 1));
    }
}
