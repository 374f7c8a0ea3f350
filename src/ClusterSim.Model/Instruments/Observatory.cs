using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Gathers and publishes what investors want to know of firms in the region. What is known ages: without money it is
/// forgotten within years.</summary>
/// <remarks>Money closes 1 - exp(-money / unit cost) of the gap to the most that can be known; what it has added decays at a yearly rate.</remarks>
[Instrument("observatory", Source = "assumption; B29", Summary = "Publishes what investors want to know of firms")]
public sealed class Observatory(Observatory.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(1, 10000, Unit = "GBP thousand", Low = 100, High = 600, Source = "assumption", Summary = "Money that closes 63 % of the gap")]
        public double UnitCost { get; init; } = 300;

        [Parameter(0, 1, Unit = "share", Low = 0.3, High = 0.7, Source = "assumption", Summary = "Part of investors' noise that the best observatory takes away")]
        public double Most { get; init; } = 0.5;

        [Parameter(0, 5, Unit = "1 a year", Low = 0.2, High = 0.7, Source = "assumption", Summary = "Rate at which what is known ages")]
        public double Ageing { get; init; } = 0.4;
    }

    public override void Continue(World world, int programme)
    {
        ref double added = ref world.Programmes.Built[programme];
        if (added <= 0) return;
        double aged = world.TickLength.Chance(p.Ageing) * added;
        added -= aged;
        ref double information = ref world.Regions.Information[world.Programmes.Region[programme]];
        information = Math.Max(0, information - aged);
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme];
        double money = Treasury.Available(world, programme), gap = p.Most - world.Regions.Information[region];
        if (money <= 0 || gap <= 0) return;
        double gain = -Reproducible.Expm1(-money / p.UnitCost) * gap;
        Treasury.Pay(world, programme, region, money, 0);
        world.Programmes.Built[programme] += gain;
        world.Regions.Information[region] += gain;
    }
}
