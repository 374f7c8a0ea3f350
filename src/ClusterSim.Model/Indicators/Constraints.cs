using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>What firms of a place may want for.</summary>
public enum Constraint
{
    None = -1,
    Capital,
    Skills,
    Space,
    Access,
    Links,
    Demand,
}

/// <summary>What holds the firms of a place back most: capital, skills, space, access, links or demand. Each constraint is
/// measured against what is usual, so that 0 is no constraint and 1 a severe one; the most severe binds.</summary>
/// <remarks>After the growth diagnostics of Hausmann, Rodrik and Velasco 2008. Capital: 1 - funded share / usual. Skills:
/// (months for which posts stand open - usual)/12. Space: ln rent / ln 2. Access: 1 - infrastructure / usual. Links: share of firms
/// without contacts / tolerable - 1. Demand: 1 - opportunity / usual. All clamped to 0..1.</remarks>
public static class BindingConstraint
{
    private static readonly Indicator Vacancies = new VacancyDuration(), Isolation = new IsolatedFirms();

    private const double UsualFunding = 0.5, UsualVacancy = 3, UsualAccess = 0.5, TolerableIsolation = 0.2, UsualOpportunity = 0.3;

    /// <summary>Severity of one constraint, 0..1.</summary>
    public static double Severity(World world, int region, int activity, Constraint kind) => Math.Clamp(kind switch
    {
        Constraint.Capital => Applicants(world, region) < 1 ? 0 : 1 - FundedOf(world, region) / UsualFunding,
        Constraint.Skills => (Vacancies.Measure(world, region, activity) - UsualVacancy) / 12,
        Constraint.Space => Rent(world, region) <= 0 ? 0 : Reproducible.Log(Rent(world, region)) / Reproducible.Log(2),
        Constraint.Access => 1 - Access(world, region) / UsualAccess,
        Constraint.Links => Isolation.Measure(world, region, activity) / TolerableIsolation - 1,
        _ => 1 - world.Activities.Opportunity[activity] / UsualOpportunity,
    }, 0, 1);

    /// <summary>The most severe constraint, the first of equals.</summary>
    public static Constraint Of(World world, int region, int activity)
    {
        Constraint binding = Constraint.None;
        double most = 0;
        for (Constraint kind = Constraint.Capital; kind <= Constraint.Demand; kind++)
        {
            double severity = Severity(world, region, activity, kind);
            if (severity <= most) continue;
            most = severity;
            binding = kind;
        }
        return binding;
    }

    private static double Applicants(World world, int region) => Total(world.Regions.Applicants, region);

    private static double FundedOf(World world, int region) => Total(world.Regions.Funded, region) / Math.Max(1e-9, Applicants(world, region));

    private static double Rent(World world, int region) => region >= 0 ? world.Regions.Rent[region] : Total(world.Regions.Rent, -1) / Math.Max(1, world.Regions.Count);

    private static double Access(World world, int region) => region >= 0 ? world.Regions.Infrastructure[region] : Total(world.Regions.Infrastructure, -1) / Math.Max(1, world.Regions.Count);

    private static double Total(Column<double> column, int region)
    {
        if (region >= 0) return column[region];
        double sum = 0;
        foreach (double value in column.Span) sum += value;
        return sum;
    }
}

/// <summary>How severely one constraint binds; 0 while it is not the most severe.</summary>
public abstract class WantOf(Constraint kind) : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        BindingConstraint.Of(world, region, activity) == kind ? BindingConstraint.Severity(world, region, activity, kind) : 0;
}

/// <summary>How severely want of capital binds: 0 while it is not the most severe constraint.</summary>
[Indicator("capital-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of capital binds; 0 while another constraint is more severe")]
public sealed class CapitalBinds() : WantOf(Constraint.Capital);

/// <summary>How severely want of skilled people binds: 0 while it is not the most severe constraint.</summary>
[Indicator("skills-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of skilled people binds; 0 while another constraint is more severe")]
public sealed class SkillsBind() : WantOf(Constraint.Skills);

/// <summary>How severely want of space binds: 0 while it is not the most severe constraint.</summary>
[Indicator("space-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of space binds; 0 while another constraint is more severe")]
public sealed class SpaceBinds() : WantOf(Constraint.Space);

/// <summary>How severely want of access binds: 0 while it is not the most severe constraint.</summary>
[Indicator("access-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of access binds; 0 while another constraint is more severe")]
public sealed class AccessBinds() : WantOf(Constraint.Access);

/// <summary>How severely want of links to others binds: 0 while it is not the most severe constraint.</summary>
[Indicator("links-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of links to others binds; 0 while another constraint is more severe")]
public sealed class LinksBind() : WantOf(Constraint.Links);

/// <summary>How severely want of demand binds: 0 while it is not the most severe constraint.</summary>
[Indicator("demand-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of demand binds; 0 while another constraint is more severe")]
public sealed class DemandBinds() : WantOf(Constraint.Demand);
