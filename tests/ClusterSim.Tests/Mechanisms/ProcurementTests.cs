using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class ProcurementTests
{
    private static readonly Procurement Mechanism = new(new() { Reach = 50 });

    [Test]
    public void Step_Purchases_AreDividedCompletelyAndGoToTheNearFirst()
    {
        World world = Sites(opens: 2);
        int near = Worlds.AddFirm(world), far = Worlds.AddFirm(world, region: 1), other = Worlds.AddFirm(world, activity: 1);
        (world.Firms.Attraction[near], world.Firms.Attraction[far], world.Firms.Attraction[other]) = (2, 3, 5);
        Worlds.Step(world, Mechanism);
        Assert.That(world.Firms.PublicOrders.Span.ToArray(), Has.All.Zero, "before it opens");

        world.Tick = 2;
        Worlds.Step(world, Mechanism);
        double distant = 3 * Math.Exp(-Worlds.Apart / 50);
        Assert.That(world.Firms.PublicOrders[near], Is.EqualTo(30 * 2 / (2 + distant)).Within(1e-12));
        Assert.That(world.Firms.PublicOrders[near] + world.Firms.PublicOrders[far], Is.EqualTo(30).Within(1e-12));
        Assert.That(world.Firms.PublicOrders[near], Is.GreaterThan(world.Firms.PublicOrders[far]), "though the far one offers more");
        Assert.That(world.Firms.PublicOrders[other], Is.Zero, "another trade");
        Assert.That(world.Clusters.PublicDemand[world.Cluster(0, 0)], Is.EqualTo(30));
        Assert.That(world.Activities.PublicVolume[0], Is.EqualTo(30));
    }

    [Test]
    public void Step_PolicyPurchases_ComeOnTopForOneMonth()
    {
        World world = Sites(opens: 0);
        int firm = Worlds.AddFirm(world, region: 1);
        world.Firms.Attraction[firm] = 1;
        world.Clusters.PolicyPurchases[world.Cluster(1, 0)] = 12;
        Worlds.Step(world, Mechanism);
        Assert.That(world.Firms.PublicOrders[firm], Is.EqualTo(42).Within(1e-12));
        Worlds.Step(world, Mechanism);
        Assert.That(world.Firms.PublicOrders[firm], Is.EqualTo(30).Within(1e-12));
        world.Institutions.Purchases[0] = 0;
        Worlds.Step(world, Mechanism);
        Assert.That(world.Firms.PublicOrders[firm], Is.Zero, "the site buys no more");
        Assert.That((world.Activities.PublicVolume[0], world.Clusters.PublicDemand[0]), Is.EqualTo((0.0, 0.0)));
    }

    /// <summary>A site in the first of two regions that buys 30 jobs' worth of the focal activity.</summary>
    private static World Sites(int opens)
    {
        World world = Worlds.Empty(Worlds.Level(2, 2) with
        {
            Institutions = [new InstitutionSetup { Name = "arsenal", Kind = InstitutionKind.ProcurementSite, Region = "place-1", Purchases = 30, Opens = opens }],
        });
        return world;
    }
}
