using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Being among many of one's kind makes a firm better: a pool of labour and of suppliers to draw on; being
/// in a crowded place makes it worse, through rent.</summary>
/// <remarks>Gain = mu_L ln(1 + L/50) + mu_S ln(1 + S/10) - congestion ln(rent), with L jobs of the activity, S suppliers
/// in the region and rent = ((jobs + others)/land)^elasticity relative to the start.</remarks>
[Mechanism("externalities", Id = "M05", Theory = "Marshall", Source = "Marshall 1890; Combes and Gobillon 2015; B08, B21",
    Summary = "Labour pooling, nearby suppliers and congestion")]
public sealed class Externalities(Externalities.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.3, Unit = "log point", Source = "calibrated", Summary = "Gain per log of jobs in the activity nearby", Symbol = "mu_L")]
        public double LabourPooling { get; init; } = 0.015;

        [Parameter(0, 0.3, Unit = "log point", Source = "assumption", Summary = "Gain per log of suppliers nearby", Symbol = "mu_S")]
        public double SupplierVariety { get; init; } = 0.01;

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
                clusters.Externality[cluster] = p.LabourPooling * Reproducible.Log1p(clusters.Jobs[cluster] / 50.0)
                    + p.SupplierVariety * Reproducible.Log1p(SuppliersNearby(world, region, activity) / 10.0)
                    - congestion;
            }
        }
    }

    private static int SuppliersNearby(World world, int region, int activity)
    {
        int suppliers = 0;
        for (int other = 0; other < world.Activities.Count; other++)
            if (world.Activities.Buyer[other] == activity)
                suppliers += world.Clusters.Firms[world.Cluster(region, other)];
        return suppliers;
    }
}
