using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Distance to the frontier that institutions took away since the start, in competence.</summary>
[Indicator("learnt-from-institutions", Unit = "log point", Additive = true, Source = "B17", Summary = "Distance to the frontier that institutions took away since the start, in competence")]
public sealed class InstitutionLearning : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.LearntFromInstitutions, region, activity);
}

/// <summary>Firms founded since the start by people of universities and laboratories.</summary>
[Indicator("entries-academic", Unit = "firm", Additive = true, Source = "B17", Summary = "Firms founded since the start by people of universities and laboratories")]
public sealed class AcademicEntries : FirmRegister
{
    public override double Measure(World world, int region, int activity) =>
        Entered(world, region, activity, Origin.Academic);
}

/// <summary>Lines to knowledge outside the country, mean of firms.</summary>
[Indicator("lines-abroad", Unit = "line", Source = "B36", Summary = "Lines to knowledge outside the country, mean of firms")]
public sealed class MeanPipelines : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.Pipelines[firm]);
}

/// <summary>Knowledge steps through lines abroad since the start.</summary>
[Indicator("pipeline-visits", Unit = "event", Additive = true, Source = "B36", Summary = "Knowledge steps through lines abroad since the start")]
public sealed class PipelineVisitsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.PipelineVisits, region, activity);
}

/// <summary>Rigidity of routines, mean of firms.</summary>
[Indicator("rigidity", Unit = "share", LowerIsBetter = true, Source = "B15", Summary = "Rigidity of routines, mean of firms")]
public sealed class MeanRigidity : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.Rigidity[firm]);
}

/// <summary>Managerial part of competence, mean of firms.</summary>
[Indicator("managerial-competence", Unit = "log point", Source = "B65", Summary = "Managerial part of competence, mean of firms")]
public sealed class MeanManagerial : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.Managerial[firm]);
}

/// <summary>Loss from competences that neither firms nor partners hold, mean of firms.</summary>
[Indicator("complexity-loss", Unit = "log point", LowerIsBetter = true, Source = "B37", Summary = "Loss from competences that neither firms nor partners hold, mean of firms")]
public sealed class MeanComplexityLoss : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.ComplexityLoss[firm]);
}
