using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Spends its money and does nothing: the comparison that every real instrument has to beat.</summary>
[Instrument("sham", Source = "placebo", Summary = "Costs money and changes nothing")]
public sealed class Sham : Instrument
{
    public override void Apply(World world, int programme, Draws draws) =>
        Treasury.Pay(world, programme, world.Programmes.Region[programme], Treasury.Available(world, programme), 0);
}
