using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Makes clauses that forbid people to work for rivals harder to enforce. Courts follow within a year or two.</summary>
[Instrument("non-compete-reform", Source = "Gilson 1999; Marx, Strumsky and Fleming 2009; B24", Summary = "Binds people less to their employers")]
public sealed class NonCompeteReform(NonCompeteReform.Parameters p) : LegalReform
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share", Low = 0, High = 0.3, Source = "assumption", Summary = "Enforcement aimed at")]
        public double Target { get; init; } = 0.1;

        [Parameter(0.1, 10000, Unit = "GBP thousand a year", Low = 50, High = 200, Source = "assumption", Summary = "Cost of administration")]
        public double YearlyCost { get; init; } = 100;

        [Parameter(1, 240, Unit = "month", Low = 6, High = 36, Source = "assumption", Summary = "Time in which the law closes 63 % of the gap")]
        public double Delay { get; init; } = 12;
    }

    protected override double Aim => p.Target;

    protected override double Months => p.Delay;

    protected override double Cost => p.YearlyCost / 12;

    protected override int Direction => -1;

    protected override Column<double> Law(World world) => world.Regions.NonCompete;
}
