using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Inputs bought in the region, of all bought since the start.</summary>
[Indicator("local-supply-share", Unit = "share", Source = "B03", Summary = "Inputs bought in the region, of all bought since the start")]
public sealed class LocalSupplyShare : Indicator
{
    public override double Measure(World world, int region, int activity)
    {
        double whole = Sum(world, world.Clusters.Inputs, region, activity);
        return whole == 0 ? 0 : Sum(world, world.Clusters.LocalInputs, region, activity) / whole;
    }
}

/// <summary>Supply links with trust above 0.6 per firm.</summary>
[Indicator("trusted-links", Unit = "link a firm", Source = "B30", Summary = "Supply links with trust above 0.6 per firm")]
public sealed class TrustedLinks : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => TieLayers.Trusted(firms, firm));
}
