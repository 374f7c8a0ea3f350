using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Being among many of one's kind makes a firm better: a pool of labour and of suppliers to draw on, related trades
/// to borrow from; being in a crowded place makes it worse, through rent.</summary>
/// <remarks>Gain = mu_L ln(1 + L/50) + mu_S ln(1 + S/10) + mu_J V - congestion ln(rent), with L jobs of the activity, S suppliers
/// in the region, V the related variety of its trades (Jacobs 1969) and rent = ((jobs + others)/land)^elasticity relative to the start.</remarks>
[Mechanism("externalities", Id = "M05", Theory = "Marshall; Jacobs", Source = "Marshall 1890; Jacobs 1969; Frenken, van Oort and Verburg 2007; Combes and Gobillon 2015; B08, B21",
    Summary = "Labour pooling, nearby suppliers, related variety and congestion")]
public sealed class Externalities(Externalities.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.3, Unit = "log point", Source = "calibrated", Summary = "Gain per log of jobs in the activity nearby", Symbol = "mu_L")]
        public double LabourPooling { get; init; } = 0.015;

        [Parameter(0, 0.3, Unit = "log point", Source = "assumption", Summary = "Gain per log of suppliers nearby", Symbol = "mu_S")]
        public double SupplierVariety { get; init; } = 0.01;

        [Parameter(0, 0.5, Unit = "log point", Source = "assumption; Frenken, van Oort and Verburg 2007 for the sign", Summary = "Gain per unit of related variety nearby", Symbol = "mu_J")]
        public double Jacobs { get; init; } = 0.01;

        [Parameter(0, 1, Unit = "log point", Source = "assumption", Summary = "Loss per log of rent")]
        public double Congestion { get; init; } = 0.04;

        [Parameter(0, 2, Unit = "1", Source = "assumption: Combes, Duranton and Gobillon 2019 find 0.2 to 0.3 for large French cities", Summary = "Elasticity of rent to jobs per land")]
        public double RentElasticity { get; init; } = 0.3;
    }

    public override void Step(World world, Draws draws)
    {
        Regions regions = world.Regions;
        Clusters clusters = world.Clusters;
        int activities = world.Activities.Count;
        for (int region = 0; region < regions.Count; region++)
        {
            // A job of the activity crowds the place like the household and services that come with it: three persons.
            double crowd = regions.Population[region] + 2.0 * regions.Jobs[region];
            regions.Rent[region] = Reproducible.Pow(crowd / regions.Land[region], p.RentElasticity);
            double congestion = p.Congestion * Math.Max(0, Reproducible.Log(regions.Rent[region]));
            for (int activity = 0; activity < activities; activity++)
            {
                int cluster = world.Cluster(region, activity);
                if (world.Tick % (int)Pace.Quarter == 0) clusters.RelatedVariety[cluster] = RelatedVariety(world, region, activity);
                clusters.Externality[cluster] = p.LabourPooling * Reproducible.Log1p(clusters.Jobs[cluster] / 50.0)
                    + p.SupplierVariety * Reproducible.Log1p(SuppliersNearby(world, region, activity) / 10.0)
                    + p.Jacobs * clusters.RelatedVariety[cluster]
                    - congestion;
            }
        }
    }

    /// <summary>Entropy of the region's jobs in other activities, each weighed by its relatedness to this one, in nats, times the part
    /// M/(M + 100) of their weighed number M: a single related job makes no variety.</summary>
    public static double RelatedVariety(World world, int region, int activity)
    {
        double all = 0, sum = 0;
        for (int other = 0; other < world.Activities.Count; other++)
        {
            if (other == activity) continue;
            double jobs = world.Relatedness(activity, other) * world.Clusters.Jobs[world.Cluster(region, other)];
            if (jobs <= 0) continue;
            all += jobs;
            sum += jobs * Reproducible.Log(jobs);
        }
        return all <= 0 ? 0 : (Reproducible.Log(all) - sum / all) * all / (all + 100);
    }

    private static int SuppliersNearby(World world, int region, int activity)
    {
        int suppliers = 0;
        for (int other = 0; other < world.Activities.Count; other++)
            if (world.InputShare(activity, other) > 0)
                suppliers += world.Clusters.Firms[world.Cluster(region, other)];
        return suppliers;
    }
}
