using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Strengthens the protection of ideas. What people count on follows the law over half a generation.</summary>
[Instrument("ip-reform", Source = "assumption; B55", Summary = "Protects ideas better")]
public sealed class IpReform(IpReform.Parameters p) : LegalReform
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share", Low = 0.7, High = 1, Source = "assumption", Summary = "Protection aimed at")]
        public double Target { get; init; } = 0.9;

        [Parameter(0.1, 10000, Unit = "GBP thousand a year", Low = 50, High = 200, Source = "assumption", Summary = "Cost of administration")]
        public double YearlyCost { get; init; } = 100;

        [Parameter(1, 240, Unit = "month", Low = 6, High = 36, Source = "assumption", Summary = "Time in which the law closes 63 % of the gap")]
        public double Delay { get; init; } = 12;
    }

    protected override double Aim => p.Target;

    protected override double Months => p.Delay;

    protected override double Cost => p.YearlyCost / 12;

    protected override int Direction => 1;

    protected override Column<double> Law(World world) => world.Regions.ProtectionOfLaw;
}
