using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Releases land and prepares sites where rents have risen, so that the crowded have room.</summary>
[Instrument("premises", Source = "assumption; Combes, Duranton and Gobillon 2019 on rents; B46", Summary = "Planning release and prepared sites")]
public sealed class Premises(Premises.Parameters p) : RegionalWorks
{
    public sealed record Parameters
    {
        [Parameter(0.01, 1000, Unit = "GBP thousand a person housed", Low = 2, High = 12, Source = "assumption", Summary = "Cost of land and sites for one person")]
        public double UnitCost { get; init; } = 5;

        [Parameter(1, 240, Unit = "month", Low = 12, High = 60, Source = "assumption", Summary = "Mean time of planning and preparation")]
        public double Delay { get; init; } = 24;
    }

    protected override double Months => p.Delay;

    protected override Column<double> Stock(World world) => world.Regions.Land;

    protected override double CostOfOne(World world, int region) => p.UnitCost;

    protected override double Full => double.PositiveInfinity;

    /// <summary>Where rents are below those of the start there is room enough.</summary>
    protected override bool IsWanted(World world, int region) => world.Regions.Rent[region] > 1;
}
