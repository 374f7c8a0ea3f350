using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Writes common standards and helps firms to adopt them.</summary>
/// <remarks>A part 1 - exp(-money per firm / unit cost) of the gap to full spread is closed.</remarks>
[Instrument("standards-body", Source = "assumption; B32", Summary = "Spreads common standards among firms")]
public sealed class StandardsBody(StandardsBody.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 1000, Unit = "GBP thousand a firm", Low = 5, High = 25, Source = "assumption", Summary = "Money per firm that closes 63 % of the gap")]
        public double UnitCost { get; init; } = 10;

        [Parameter(0.01, 1, Unit = "share", Low = 0.8, High = 1, Source = "assumption", Summary = "Spread beyond which nothing is done")]
        public double Enough { get; init; } = 0.95;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        int cluster = world.Cluster(region, activity), firms = world.Clusters.Firms[cluster];
        ref double standards = ref world.Clusters.Association[cluster].Standards;
        double money = Treasury.Available(world, programme);
        if (money <= 0 || firms == 0 || standards >= p.Enough) return;
        Treasury.Pay(world, programme, region, money, firms);
        standards -= Reproducible.Expm1(-money / firms / p.UnitCost) * (1 - standards);
    }
}
