using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Builds test benches and measuring rooms that no firm could fill alone. Firms innovate more as far as roads let them
/// get there. Without running money half of it is lost.</summary>
[Instrument("test-facility", Source = "assumption; Comin et al. 2019 on Fraunhofer; B17", Summary = "Builds what firms test and measure with together")]
public sealed class SharedTestFacility(SharedTestFacility.Parameters p) : RegionalWorks
{
    public sealed record Parameters
    {
        [Parameter(1, 1000000, Unit = "GBP thousand", Low = 1_000, High = 6_000, Source = "assumption", Summary = "Cost of all that firms of the region could use")]
        public double UnitCost { get; init; } = 2_000;

        [Parameter(1, 240, Unit = "month", Low = 12, High = 48, Source = "assumption", Summary = "Mean time to build and equip")]
        public double Delay { get; init; } = 24;
    }

    protected override double Months => p.Delay;

    protected override Column<double> Stock(World world) => world.Regions.TestFacility;

    protected override double CostOfOne(World world, int region) => p.UnitCost;

    /// <summary>What closes is half of what was built and half of what was begun.</summary>
    public override void End(World world, int programme)
    {
        ref double built = ref world.Programmes.Built[programme];
        ref double facility = ref world.Regions.TestFacility[world.Programmes.Region[programme]];
        facility = Math.Max(0, facility - 0.5 * built);
        built *= 0.5;
        world.Programmes.UnderWay[programme] *= 0.5;
    }
}
