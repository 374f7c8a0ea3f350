using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Builds roads, junctions and utilities, so that firms of the region get their goods and people in and out.</summary>
[Instrument("access-road", Source = "assumption; B46", Summary = "Roads, sites and utilities")]
public sealed class AccessRoad(AccessRoad.Parameters p) : RegionalWorks
{
    public sealed record Parameters
    {
        [Parameter(0.01, 1000, Unit = "GBP thousand an inhabitant", Low = 1, High = 4, Source = "assumption: as in the package of from-scratch", Summary = "Cost per inhabitant of raising infrastructure from none to full")]
        public double UnitCost { get; init; } = 2;

        [Parameter(1, 240, Unit = "month", Low = 24, High = 84, Source = "assumption", Summary = "Mean time to plan and build")]
        public double Delay { get; init; } = 36;
    }

    protected override double Months => p.Delay;

    protected override Column<double> Stock(World world) => world.Regions.Infrastructure;

    protected override double CostOfOne(World world, int region) => p.UnitCost * Math.Max(1, world.Regions.Population[region]);
}
