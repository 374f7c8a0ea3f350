using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>People from outside the activity try their luck, where many people live and, a little, where firms of the
/// kind already are.</summary>
/// <remarks>Would-be founders a year in the country = potential * opportunity / usual funded share; a region's part is
/// proportional to population * (1 + min(N, bound))^loc * (1 + clients * V/(10 + L)) * (1 + c) * (1 + risk tolerance), V the
/// demand of public buyers there. Their knowledge lies around today's frontier.</remarks>
[Mechanism("de-novo-entry", Id = "M09", Theory = "entry; agglomeration", Source = "Arthur 1990 for loc; Klepper 1996; B26, B58",
    Summary = "Founders from outside the activity")]
public sealed class DeNovoEntry(DeNovoEntry.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 3, Unit = "1", Source = "calibrated; Arthur 1990 for the idea", Summary = "Pull of firms already there", Symbol = "loc")]
        public double Pull { get; init; } = 0.15;

        [Parameter(1, 1_000_000, Unit = "firm", Source = "Arthur 1990: bounded or unbounded gains from agglomeration", Summary = "Firms beyond which a place pulls no more; a million = unbounded")]
        public double PullBound { get; init; } = 1_000_000;

        [Parameter(0, 20, Unit = "1", Source = "assumption", Summary = "Pull of public buyers whose demand the jobs there do not meet yet")]
        public double Clients { get; init; } = 2;

        [Parameter(0.05, 1, Unit = "share", Source = "calibrated: keeps funded entry at the activity's potential", Summary = "Share of would-be founders that is usually funded")]
        public double UsuallyFunded { get; init; } = 0.5;

        [Parameter(-2, 2, Unit = "log point", Source = "calibrated on F11", Summary = "Mean competence less that of living firms")]
        public double Gap { get; init; } = -0.15;

        [Parameter(0, 2, Unit = "log point", Source = "calibrated", Summary = "Standard deviation of competence")]
        public double Spread { get; init; } = 0.29;

        [Parameter(0, 3, Unit = "1", Source = "calibrated", Summary = "Spread of knowledge around the frontier")]
        public double KnowledgeSpread { get; init; } = 0.54;
    }

    public override void Step(World world, Draws draws)
    {
        int regions = world.Regions.Count;
        Span<double> weight = world.Scratch.Doubles(regions);
        for (int activity = 0; activity < world.Activities.Count; activity++)
        {
            double sum = 0;
            for (int region = 0; region < regions; region++)
            {
                int cluster = world.Cluster(region, activity);
                double clients = 1 + p.Clients * world.Clusters.PublicDemand[cluster] / (10 + world.Clusters.Jobs[cluster]);
                weight[region] = world.Regions.Population[region] * Reproducible.Pow(1 + Math.Min(p.PullBound, world.Clusters.Firms[cluster]), p.Pull) * clients;
                sum += weight[region];
            }
            double founders = world.Configuration.Activities[activity].EntryPotential / 12 / p.UsuallyFunded * world.Activities.Opportunity[activity] * world.TickLength.Months;
            for (int region = 0; region < regions; region++)
            {
                double mean = founders * weight[region] / sum * (1 + world.Regions.Culture[region]) * (1 + world.Regions.RiskTolerance[region]);
                int count = draws.Poisson(mean, (ulong)world.Cluster(region, activity));
                for (int k = 0; k < count; k++) Found(world, draws, region, activity, k);
            }
        }
    }

    private void Found(World world, Draws draws, int region, int activity, int k)
    {
        ulong id = Lineage.Arrival(Name, region, activity, world.Tick, k);
        Activities activities = world.Activities;
        double mean = activities.MeanCompetence[activity];
        if (mean < 0) mean *= activities.Firms[activity] / (activities.Firms[activity] + 10.0);
        ref Submarket submarket = ref activities.Submarket[activity];
        Knowledge knowledge = submarket.Exists && draws.Chance(submarket.Share, id, 3) ? submarket.Frontier : activities.Frontier[activity];
        knowledge.Shake(draws, id, p.KnowledgeSpread / Math.Sqrt(Knowledge.Dimensions));
        Founding.Queue(world, draws, new Founding
        {
            Lineage = id,
            Origin = Origin.DeNovo,
            Region = region,
            FoundingRegion = region,
            Activity = activity,
            Parent = -1,
            Founder = -1,
            Competence = mean + p.Gap + p.Spread * draws.Normal(id, 1),
            Knowledge = knowledge,
            Wealth = 20 * Reproducible.Exp(draws.Normal(id, 2)),
        });
    }
}
