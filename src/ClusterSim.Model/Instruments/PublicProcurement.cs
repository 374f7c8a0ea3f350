using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Buys what firms of the place make, month by month; orders go to those nearby, by what they offer.</summary>
[Instrument("public-procurement", Source = "Porter 1990 on demand conditions; Geroski 1990; B34", Summary = "Buys from firms nearby")]
public sealed class PublicProcurement : Instrument
{
    public override void Apply(World world, int programme, Draws draws) => Purchasing.Order(world, programme, Treasury.Available(world, programme));
}
