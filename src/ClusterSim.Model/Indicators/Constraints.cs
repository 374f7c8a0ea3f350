using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>What holds the firms of a place back most: capital, skills, space, access, links or demand. Each constraint is
/// measured against what is usual, so that 0 is no constraint and 1 a severe one; the most severe binds.</summary>
/// <remarks>After the growth diagnostics of Hausmann, Rodrik and Velasco 2008. Capital: 1 - funded share / usual. Skills:
/// (months for which posts stand open - usual)/12. Space: ln rent / ln 2. Access: 1 - infrastructure / usual. Links: share of firms
/// without contacts / tolerable - 1. Demand: 1 - opportunity / usual. All clamped to 0..1.</remarks>
public static class BindingConstraint
{
    /// <summary>The constraints, in the order of their kinds.</summary>
    public static readonly string[] Kinds = ["capital", "skills", "space", "access", "links", "demand"];

    private static readonly Indicator Vacancies = new VacancyDuration(), Isolation = new IsolatedFirms();

    private const double UsualFunding = 0.5, UsualVacancy = 3, UsualAccess = 0.5, TolerableIsolation = 0.2, UsualOpportunity = 0.3;

    /// <summary>Severity of one constraint, 0..1.</summary>
    /// <param name="kind">Position in <see cref="Kinds"/>.</param>
    public static double Severity(World world, int region, int activity, int kind) => Math.Clamp(kind switch
    {
        0 => Applicants(world, region) < 1 ? 0 : 1 - FundedOf(world, region) / UsualFunding,
        1 => (Vacancies.Measure(world, region, activity) - UsualVacancy) / 12,
        2 => Rent(world, region) <= 0 ? 0 : Reproducible.Log(Rent(world, region)) / Reproducible.Log(2),
        3 => 1 - Access(world, region) / UsualAccess,
        4 => Isolation.Measure(world, region, activity) / TolerableIsolation - 1,
        _ => 1 - world.Activities.Opportunity[activity] / UsualOpportunity,
    }, 0, 1);

    /// <summary>The most severe constraint, the first of equals; -1 = none.</summary>
    public static int Of(World world, int region, int activity)
    {
        int binding = -1;
        double most = 0;
        for (int kind = 0; kind < Kinds.Length; kind++)
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

/// <summary>How severely want of capital binds: 0 while it is not the most severe constraint.</summary>
[Indicator("capital-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of capital binds; 0 while another constraint is more severe")]
public sealed class CapitalBinds : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        BindingConstraint.Of(world, region, activity) == 0 ? BindingConstraint.Severity(world, region, activity, 0) : 0;
}

/// <summary>How severely want of skilled people binds: 0 while it is not the most severe constraint.</summary>
[Indicator("skills-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of skilled people binds; 0 while another constraint is more severe")]
public sealed class SkillsBind : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        BindingConstraint.Of(world, region, activity) == 1 ? BindingConstraint.Severity(world, region, activity, 1) : 0;
}

/// <summary>How severely want of space binds: 0 while it is not the most severe constraint.</summary>
[Indicator("space-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of space binds; 0 while another constraint is more severe")]
public sealed class SpaceBinds : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        BindingConstraint.Of(world, region, activity) == 2 ? BindingConstraint.Severity(world, region, activity, 2) : 0;
}

/// <summary>How severely want of access binds: 0 while it is not the most severe constraint.</summary>
[Indicator("access-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of access binds; 0 while another constraint is more severe")]
public sealed class AccessBinds : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        BindingConstraint.Of(world, region, activity) == 3 ? BindingConstraint.Severity(world, region, activity, 3) : 0;
}

/// <summary>How severely want of links to others binds: 0 while it is not the most severe constraint.</summary>
[Indicator("links-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of links to others binds; 0 while another constraint is more severe")]
public sealed class LinksBind : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        BindingConstraint.Of(world, region, activity) == 4 ? BindingConstraint.Severity(world, region, activity, 4) : 0;
}

/// <summary>How severely want of demand binds: 0 while it is not the most severe constraint.</summary>
[Indicator("demand-binds", Unit = "share", LowerIsBetter = true, Source = "Hausmann, Rodrik and Velasco 2008; B46", Summary = "How severely want of demand binds; 0 while another constraint is more severe")]
public sealed class DemandBinds : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        BindingConstraint.Of(world, region, activity) == 5 ? BindingConstraint.Severity(world, region, activity, 5) : 0;
}
