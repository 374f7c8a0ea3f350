using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Social capital: the share of dealings settled on trust.</summary>
[Indicator("trust", Unit = "share", Source = "B14", Summary = "Social capital: the share of dealings settled on trust")]
public sealed class RegionalTrust : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Mean(world, world.Regions.Trust, region);
}

/// <summary>Cost of disputes, as a share of sales.</summary>
[Indicator("dispute-share", Unit = "share of sales", LowerIsBetter = true, Source = "B14", Summary = "Cost of disputes, as a share of sales")]
public sealed class CostOfDisputes : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Mean(world, world.Regions.DisputeShare, region);
}

/// <summary>Entrepreneurial culture: founding rates are multiplied by 1 + it.</summary>
[Indicator("entrepreneurial-culture", Unit = "1", Source = "B43", Summary = "Entrepreneurial culture: founding rates are multiplied by 1 + it")]
public sealed class EntrepreneurialCulture : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Mean(world, world.Regions.Culture, region);
}

/// <summary>Protection of ideas that people count on.</summary>
[Indicator("protection", Unit = "share", Source = "B43", Summary = "Protection of ideas that people count on")]
public sealed class ProtectionOfIdeas : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Mean(world, world.Regions.Protection, region);
}

/// <summary>Members of the trade association.</summary>
[Indicator("members", Unit = "firm", Additive = true, Source = "B33", Summary = "Members of the trade association")]
public sealed class AssociationMembers : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        region >= 0 ? world.Clusters.Association[world.Cluster(region, activity)].Members : Members(world, activity);

    private static double Members(World world, int activity)
    {
        double members = 0;
        for (int region = 0; region < world.Regions.Count; region++) members += world.Clusters.Association[world.Cluster(region, activity)].Members;
        return members;
    }
}

/// <summary>Competence gained at forums and in joint developments since the start.</summary>
[Indicator("learnt-at-forums", Unit = "log point", Additive = true, Source = "B11", Summary = "Competence gained at forums and in joint developments since the start")]
public sealed class ForumLearning : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.LearntAtForums, region, activity);
}

/// <summary>Joint developments of rivals since the start.</summary>
[Indicator("joint-developments", Unit = "development", Additive = true, Source = "B64", Summary = "Joint developments of rivals since the start")]
public sealed class JointDevelopmentsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.JointDevelopments, region, activity);
}

/// <summary>Goodwill from joint marketing.</summary>
[Indicator("goodwill", Unit = "log point", Source = "B33", Summary = "Goodwill from joint marketing")]
public sealed class JointGoodwill : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverClusters(world, region, activity, static (clusters, cluster) => clusters.Association[cluster].Goodwill);
}

/// <summary>Spread of common standards among firms.</summary>
[Indicator("standards", Unit = "share", Source = "B32", Summary = "Spread of common standards among firms")]
public sealed class CommonStandards : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverClusters(world, region, activity, static (clusters, cluster) => clusters.Association[cluster].Standards);
}
