using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Does nothing and costs nothing: an arm that is the twin itself, under the name of a policy.</summary>
[Instrument("none", Source = "the untreated twin", Summary = "Does nothing and costs nothing")]
public sealed class NoPolicy : Instrument
{
    public override void Apply(World world, int programme, Draws draws) { }
}
