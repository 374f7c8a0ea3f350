using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Jobs in the activity.</summary>
[Indicator("jobs", Unit = "person", Additive = true, Source = "B56", Summary = "Jobs in the activity")]
public sealed class JobsCount : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Jobs, region, activity);
}

/// <summary>Living firms of the activity.</summary>
[Indicator("firms", Unit = "firm", Additive = true, Source = "B01", Summary = "Living firms of the activity")]
public sealed class FirmsCount : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Firms, region, activity);
}

/// <summary>Open posts of the activity.</summary>
[Indicator("vacancies", Unit = "post", Additive = true, Source = "B21", Summary = "Open posts of the activity")]
public sealed class OpenPosts : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Vacancies, region, activity);
}

/// <summary>Sales since the start.</summary>
[Indicator("sales", Unit = "GBP thousand", Additive = true, Source = "B56", Summary = "Sales since the start")]
public sealed class SalesSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Sales, region, activity);
}

/// <summary>Share of the activity in the region over its share in the country, last quarter.</summary>
[Indicator("location-quotient", Unit = "1", Source = "B01", Summary = "Share of the activity in the region over its share in the country, last quarter")]
public sealed class SpecialisationQuotient : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        region < 0 ? 1 : world.Clusters.LocationQuotient[world.Cluster(region, activity)];
}

/// <summary>Share of the largest firm in the jobs of the activity.</summary>
[Indicator("largest-firm-share", Unit = "share", LowerIsBetter = true, Source = "calibration diagnostic", Summary = "Share of the largest firm in the jobs of the activity")]
public sealed class LargestFirmShare : Indicator
{
    public override double Measure(World world, int region, int activity)
    {
        int jobs = 0, largest = 0;
        foreach (int firm in world.Living)
        {
            if (world.Firms.Activity[firm] != activity || (region >= 0 && world.Firms.Region[firm] != region)) continue;
            jobs += world.Firms.Payroll[firm].Headcount;
            largest = Math.Max(largest, world.Firms.Payroll[firm].Headcount);
        }
        return jobs == 0 ? 0 : largest / (double)jobs;
    }
}
