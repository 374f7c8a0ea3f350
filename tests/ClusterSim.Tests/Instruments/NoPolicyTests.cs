using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class NoPolicyTests
{
    [Test]
    public void Apply_FullPurse_SpendsNothing()
    {
        World world = Aid.World(purse: 100);
        Aid.Month(world, new NoPolicy(), 100);
        Assert.That((world.Programmes.Spent[0], world.Programmes.Purse[0]), Is.EqualTo((0.0, 100.0)));
    }
}
