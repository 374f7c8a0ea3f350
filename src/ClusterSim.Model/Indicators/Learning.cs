using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Mean competence of living firms.</summary>
[Indicator("competence", Unit = "log point", Source = "B08", Summary = "Mean competence of living firms")]
public sealed class MeanCompetenceOfFirms : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.Competence[firm]);
}

/// <summary>Mean effective competence of living firms: what customers meet.</summary>
[Indicator("effective-competence", Unit = "log point", Source = "B08", Summary = "Mean effective competence of living firms: what customers meet")]
public sealed class MeanEffectiveOfFirms : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.Effective[firm]);
}

/// <summary>Mean loss from standing apart from the frontier.</summary>
[Indicator("misfit", Unit = "log point", LowerIsBetter = true, Source = "B15", Summary = "Mean loss from standing apart from the frontier")]
public sealed class MeanMisfitOfFirms : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.Misfit[firm]);
}

/// <summary>Mean gain of firms from the quality of what they buy.</summary>
[Indicator("input-quality", Unit = "log point", Source = "B30", Summary = "Mean gain of firms from the quality of what they buy")]
public sealed class MeanInputQuality : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.InputQuality[firm]);
}

/// <summary>Mean number of contacts of a firm.</summary>
[Indicator("contacts", Unit = "contact", Source = "B04", Summary = "Mean number of contacts of a firm")]
public sealed class MeanContacts : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.ContactCount[firm]);
}

/// <summary>Mean pairwise distance of firms in knowledge, last quarter.</summary>
[Indicator("heterogeneity", Unit = "1", Source = "Menzel and Fornahl 2010", Summary = "Mean pairwise distance of firms in knowledge, last quarter")]
public sealed class KnowledgeHeterogeneity : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverClusters(world, region, activity, static (clusters, cluster) => clusters.Heterogeneity[cluster]);
}

/// <summary>Innovations since the start.</summary>
[Indicator("innovations", Unit = "innovation", Additive = true, Source = "B13", Summary = "Innovations since the start")]
public sealed class InnovationsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Innovations, region, activity);
}

/// <summary>Competence gained from contacts since the start, summed over firms.</summary>
[Indicator("learnt-by-proximity", Unit = "log point", Additive = true, Source = "B11", Summary = "Competence gained from contacts since the start, summed over firms")]
public sealed class ProximityLearning : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.LearntByProximity, region, activity);
}

/// <summary>Competence gained by imitation since the start.</summary>
[Indicator("learnt-by-imitation", Unit = "log point", Additive = true, Source = "B10", Summary = "Competence gained by imitation since the start")]
public sealed class ImitationLearning : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.LearntByImitation, region, activity);
}

/// <summary>Competence gained along supply links since the start.</summary>
[Indicator("learnt-from-suppliers", Unit = "log point", Additive = true, Source = "B09", Summary = "Competence gained along supply links since the start")]
public sealed class SupplierLearning : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.LearntFromSuppliers, region, activity);
}

/// <summary>Competence gained from people who changed jobs since the start.</summary>
[Indicator("learnt-from-movers", Unit = "log point", Additive = true, Source = "B12", Summary = "Competence gained from people who changed jobs since the start")]
public sealed class MoverLearning : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.LearntFromMovers, region, activity);
}

/// <summary>Visits of firms to public laboratories since the start.</summary>
[Indicator("laboratory-visits", Unit = "visit", Additive = true, Source = "B17", Summary = "Visits of firms to public laboratories since the start")]
public sealed class LaboratoryVisitsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.LaboratoryVisits, region, activity);
}
