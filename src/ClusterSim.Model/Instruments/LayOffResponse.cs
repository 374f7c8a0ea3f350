using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Helps people who have just lost their posts in the activity: a course, and an allowance that lets those who
/// want to work for themselves come nearer to the cost of entry.</summary>
[Instrument("lay-off-response", Source = "Caliendo and Kuenn 2011 on the German bridging allowance; B18", Summary = "Courses and start-up allowances for the displaced")]
public sealed class LayOffResponse(LayOffResponse.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 200, Unit = "GBP thousand a person", Low = 5, High = 20, Source = "assumption", Summary = "Cost of helping one person")]
        public double UnitCost { get; init; } = 10;

        [Parameter(0, 1, Unit = "share", Low = 0.5, High = 0.9, Source = "assumption", Summary = "Part of the cost that reaches the person as an allowance")]
        public double AllowanceShare { get; init; } = 0.7;

        [Parameter(0, 1, Unit = "share", Low = 0.1, High = 0.4, Source = "assumption", Summary = "Part of the gap to full skill that the course closes")]
        public double Effect { get; init; } = 0.2;

        [Parameter(1, 24, Unit = "month", Low = 1, High = 6, Source = "assumption", Summary = "People are helped once, in this month after losing their post")]
        public int Month { get; init; } = 2;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        int affordable = (int)Math.Min(1e6, Treasury.Available(world, programme) / p.UnitCost), helped = 0;
        Workers workers = world.Workers;
        for (int worker = 0; worker < workers.Count && helped < affordable; worker++)
        {
            if (workers.Standing[worker] != Standing.Unemployed || workers.Region[worker] != region) continue;
            if (workers.Activity[worker] != activity || !Is(world, world.Tick - workers.Job[worker].Since)) continue;
            workers.Job[worker].Skill += (float)(p.Effect * (Staff.FullSkill - workers.Job[worker].Skill));
            workers.Wealth[worker] += (float)(p.AllowanceShare * p.UnitCost);
            helped++;
        }
        if (helped > 0) Treasury.Pay(world, programme, region, helped * p.UnitCost, helped);
    }

    /// <summary>True in the tick that holds the month in which people are helped.</summary>
    private bool Is(World world, int months) => months >= p.Month && months < p.Month + world.TickLength.Months;
}
