using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class PremisesTests
{
    private static readonly Premises Sites = new(new() { UnitCost = 5, Delay = 24 });

    [TestCase(1.1, 90)]
    [TestCase(1, 0)] // there is room
    public void Apply_RisenRents_PreparesSitesThatAreReadyLater(double rent, double paid)
    {
        World world = Aid.World(purse: 100);
        world.Regions.Rent[0] = rent;
        Aid.Apply(world, Sites);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(paid).Within(1e-12));
        Assert.That(world.Regions.Land[0], Is.EqualTo(1_000));
        Aid.Month(world, Sites, purse: 0);
        Assert.That(world.Regions.Land[0], Is.EqualTo(1_000 + paid / 5 / 24).Within(1e-9));
    }
}
