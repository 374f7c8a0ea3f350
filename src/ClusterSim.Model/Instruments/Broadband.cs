using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Lays lines over which people meet as if distance did not count. A line has two ends: only regions that are both
/// wired gain.</summary>
[Instrument("broadband", Source = "assumption; B36", Summary = "Lines over which people meet from afar")]
public sealed class Broadband(Broadband.Parameters p) : RegionalWorks
{
    public sealed record Parameters
    {
        [Parameter(0.001, 100, Unit = "GBP thousand an inhabitant", Low = 0.15, High = 0.6, Source = "assumption", Summary = "Cost per inhabitant of wiring a whole region")]
        public double UnitCost { get; init; } = 0.3;

        [Parameter(1, 240, Unit = "month", Low = 12, High = 48, Source = "assumption", Summary = "Mean time to build")]
        public double Delay { get; init; } = 24;
    }

    protected override double Months => p.Delay;

    protected override Column<double> Stock(World world) => world.Regions.Digital;

    protected override double CostOfOne(World world, int region) => p.UnitCost * Math.Max(1, world.Regions.Population[region]);
}
