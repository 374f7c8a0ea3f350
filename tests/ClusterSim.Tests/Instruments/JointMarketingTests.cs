using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class JointMarketingTests
{
    private static readonly JointMarketing Campaign = new(new() { Gain = 3, Most = 0.3 });

    [Test]
    public void Apply_Money_AddsGoodwillInProportionToSalesUpToItsMost()
    {
        World world = Aid.World(purse: 100);
        world.Firms.Books[Worlds.AddFirm(world)].Revenue = 100; // 1,200 a year
        Aid.Apply(world, Campaign);
        Assert.That(world.Clusters.Association[0].Goodwill, Is.EqualTo(3 * 90 / 1_200.0).Within(1e-12));
        Aid.Month(world, Campaign, purse: 100);
        Assert.That(world.Clusters.Association[0].Goodwill, Is.EqualTo(0.3).Within(1e-12));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(120).Within(1e-9), "the last 0.075 cost 30");
    }

    [Test]
    public void Apply_NothingSold_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        Worlds.AddFirm(world);
        Aid.Apply(world, Campaign);
        Assert.That((world.Programmes.Spent[0], world.Clusters.Association[0].Goodwill), Is.EqualTo((0.0, 0.0)));
    }
}
