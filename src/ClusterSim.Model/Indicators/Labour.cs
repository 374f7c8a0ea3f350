using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Moves from job to job into firms here since the start.</summary>
[Indicator("job-moves", Unit = "move", Additive = true, Source = "B24", Summary = "Moves from job to job into firms here since the start")]
public sealed class JobMovesSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.JobMoves, region, activity);
}

/// <summary>Person-months worked since the start.</summary>
[Indicator("person-months", Unit = "person month", Additive = true, Source = "F17", Summary = "Person-months worked since the start")]
public sealed class PersonMonthsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.PersonMonths, region, activity);
}

/// <summary>Lay-offs since the start.</summary>
[Indicator("lay-offs", Unit = "person", LowerIsBetter = true, Additive = true, Source = "B18", Summary = "Lay-offs since the start")]
public sealed class LayOffsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.LayOffs, region, activity);
}

/// <summary>People of the activity who moved here since the start.</summary>
[Indicator("arrivals", Unit = "person", Additive = true, Source = "B25", Summary = "People of the activity who moved here since the start")]
public sealed class ArrivalsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Arrivals, region, activity);
}

/// <summary>Mean wage paid per person since the start.</summary>
[Indicator("wage", Unit = "GBP thousand a year", Source = "B08", Summary = "Mean wage paid per person since the start")]
public sealed class MeanWage : Indicator
{
    public override double Measure(World world, int region, int activity)
    {
        double whole = Sum(world, world.Clusters.PersonMonths, region, activity);
        return whole == 0 ? 0 : 12 * Sum(world, world.Clusters.Wages, region, activity) / whole;
    }
}

/// <summary>Unemployed persons attached to the modelled activities.</summary>
[Indicator("unemployed", Unit = "person", LowerIsBetter = true, Additive = true, Source = "B18", Summary = "Unemployed persons attached to the modelled activities")]
public sealed class UnemployedPersons : Indicator
{
    public override double Measure(World world, int region, int activity)
    {
        if (region >= 0) return world.Regions.Unemployed[region];
        double sum = 0;
        foreach (int persons in world.Regions.Unemployed.Span) sum += persons;
        return sum;
    }
}

/// <summary>Mean skill of staff.</summary>
[Indicator("skill", Unit = "skill", Source = "B23", Summary = "Mean skill of staff")]
public sealed class MeanSkill : Indicator
{
    public override double Measure(World world, int region, int activity)
    {
        double skill = 0;
        int staff = 0;
        foreach (int firm in world.Living)
        {
            if (world.Firms.Activity[firm] != activity || (region >= 0 && world.Firms.Region[firm] != region)) continue;
            skill += world.Firms.Payroll[firm].SkillSum;
            staff += world.Firms.Payroll[firm].Headcount;
        }
        return staff == 0 ? 0 : skill / staff;
    }
}

/// <summary>Working-age population.</summary>
[Indicator("population", Unit = "person", Additive = true, Source = "B25", Summary = "Working-age population")]
public sealed class PopulationCount : Indicator
{
    public override double Measure(World world, int region, int activity)
    {
        if (region >= 0) return world.Regions.Population[region];
        double sum = 0;
        foreach (double persons in world.Regions.Population.Span) sum += persons;
        return sum;
    }
}

/// <summary>Rent relative to the start.</summary>
[Indicator("rent", Unit = "1", LowerIsBetter = true, Source = "Combes, Duranton and Gobillon 2019", Summary = "Rent relative to the start")]
public sealed class MeanRent : Indicator
{
    public override double Measure(World world, int region, int activity) => Mean(world, world.Regions.Rent, region);
}
