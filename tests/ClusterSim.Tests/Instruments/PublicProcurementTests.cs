using ClusterSim.Model.Instruments;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class PublicProcurementTests
{
    private static readonly PublicProcurement Orders = new();

    [TestCase(0, 4)]
    [TestCase(1, 3.75)] // no firm here to ask: half as much again as the background wage
    public void Apply_Money_OrdersAtThePriceOfTheFirmsHereAndIsNotGivenToThemTwice(int home, double price)
    {
        World world = Aid.World(purse: 100, regions: 2);
        int firm = Worlds.AddFirm(world, region: home);
        Aid.Apply(world, Orders);
        Assert.That(world.Clusters.PolicyPurchases[0], Is.EqualTo(90 / price).Within(1e-12));
        Assert.That(world.Firms.Books[firm].Cash, Is.EqualTo(100));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(90).Within(1e-12));
        Worlds.Step(world, new Procurement(new()));
        Assert.That(world.Clusters.PublicDemand[0], Is.EqualTo(90 / price).Within(1e-12));
        Assert.That(world.Clusters.PolicyPurchases[0], Is.Zero, "for a month");
    }

    [Test]
    public void Apply_NobodyMakesIt_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        Aid.Apply(world, Orders);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
    }
}
