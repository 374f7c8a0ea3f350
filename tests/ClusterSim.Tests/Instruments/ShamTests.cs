using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class ShamTests
{
    [Test]
    public void Apply_FullPurse_SpendsAllAndHelpsNobody()
    {
        World world = Aid.World(purse: 100);
        Aid.Apply(world, new Sham());
        Assert.That(world.Programmes.Received[0], Is.EqualTo(90).Within(1e-12));
        Assert.That(world.Programmes.Delivery[0], Is.EqualTo(10).Within(1e-12));
        Assert.That(world.Programmes.Purse[0], Is.Zero.Within(1e-12));
        Assert.That(world.Programmes.Helped[0], Is.Zero);
    }
}
