using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class SupplyChainTests
{
    private static readonly SupplyChain.Parameters Settled = new() { Reconsideration = 0, Cheating = 0 };

    [Test]
    public void Step_HonestDelivery_ClosesPartOfTheGapToFullTrust()
    {
        World world = Worlds.Empty(1, 2);
        int buyer = Worlds.AddFirm(world), supplier = Worlds.AddFirm(world, activity: 1);
        Worlds.AddSupplier(world, buyer, supplier, 0.4f);
        Worlds.Step(world, new SupplyChain(Settled with { TrustGain = 0.05 }));
        Assert.That(world.Firms.Suppliers[buyer][0].Trust, Is.EqualTo(0.4 + 0.05 * 0.6).Within(1e-6));
    }

    [Test]
    public void Step_CheatingWithoutRegionalTrust_HalvesTrustAtItsRateAndKeepsItInBounds()
    {
        const int quarters = 2_000;
        World world = Worlds.Empty(1, 2);
        world.Regions.Trust[0] = 0;
        int buyer = Worlds.AddFirm(world), supplier = Worlds.AddFirm(world, activity: 1);
        Worlds.AddSupplier(world, buyer, supplier, 0.5f);
        var mechanism = new SupplyChain(new() { Reconsideration = 0, Cheating = 0.8 });
        int halved = 0;
        for (int quarter = 0; quarter < quarters; quarter++)
        {
            world.Tick = 3 * quarter;
            float before = world.Firms.Suppliers[buyer][0].Trust;
            Worlds.Step(world, mechanism);
            float after = world.Firms.Suppliers[buyer][0].Trust;
            Assert.That(after, Is.InRange(0f, 1f));
            if (after < before) halved++;
        }
        double chance = 1 - Math.Exp(-0.2);
        Assert.That(halved, Is.EqualTo(quarters * chance).Within(4 * Math.Sqrt(quarters * chance * (1 - chance))));
    }

    [Test]
    public void Step_LinkToADeadSupplier_IsDropped()
    {
        World world = Worlds.Empty(1, 2);
        int buyer = Worlds.AddFirm(world), dead = Worlds.AddFirm(world, activity: 1), alive = Worlds.AddFirm(world, activity: 1);
        Worlds.AddSupplier(world, buyer, dead, 0.9f);
        Worlds.AddSupplier(world, buyer, alive, 0.3f);
        world.Firms.ClosedAt[dead] = 0;
        Worlds.Step(world, new SupplyChain(Settled));
        Assert.That(world.Firms.SupplierCount[buyer], Is.EqualTo(1));
        Assert.That(world.Firms.Suppliers[buyer][0].Supplier, Is.EqualTo(alive));
    }

    [Test]
    public void Step_GoodSupplier_PassesOnPartOfItsLead()
    {
        World world = Worlds.Empty(1, 2);
        int buyer = Worlds.AddFirm(world), idle = Worlds.AddFirm(world), supplier = Worlds.AddFirm(world, activity: 1, competence: 0.5);
        world.Activities.MeanEffective[1] = 0.1;
        world.Firms.InputQuality[idle] = 9;
        Worlds.AddSupplier(world, buyer, supplier, 0.5f);
        Worlds.Step(world, new SupplyChain(Settled with { QualityPassed = 0.25 }));
        Assert.That(world.Firms.InputQuality[buyer], Is.EqualTo(0.25 * 0.4).Within(1e-12));
        Assert.That(world.Firms.InputQuality[idle], Is.Zero, "who buys abroad gains nothing");
    }

    [Test]
    public void Step_DemandForInputs_IsTheBuyersSpendingOverTheMeanPrice()
    {
        World world = Worlds.Empty(1, 2);
        int buyer = Worlds.AddFirm(world), cheap = Worlds.AddFirm(world, activity: 1), dear = Worlds.AddFirm(world, activity: 1);
        world.Firms.Books[buyer].Revenue = 200;
        world.Firms.Books[cheap].Price = 3;
        world.Firms.Books[dear].Price = 5;
        Worlds.Step(world, new SupplyChain(Settled));
        Assert.That(world.Activities.Volume[1], Is.EqualTo(0.2 * 200 / 4).Within(1e-12));
    }

    [Test]
    public void Step_NewBuyer_ChoosesAtOnce()
    {
        World world = Worlds.Empty(1, 2);
        int buyer = Worlds.AddFirm(world, age: 0);
        Worlds.AddFirm(world, activity: 1);
        Worlds.Step(world, new SupplyChain(Settled with { Imports = 0 }));
        Assert.That(world.Firms.SupplierCount[buyer], Is.EqualTo(1));
    }

    /// <summary>A million suppliers abroad against one at home.</summary>
    [TestCase(1, 0)]
    [TestCase(0, 1)]
    public void Step_NewBuyer_IsTemptedFromAbroadAsFarAsItsRegionSays(double factor, int links)
    {
        ModelConfiguration level = Worlds.Level(1, 2);
        World world = Worlds.Empty(level with { Regions = [level.Regions[0] with { Imports = factor }] });
        int buyer = Worlds.AddFirm(world, age: 0);
        Worlds.AddFirm(world, activity: 1);
        Worlds.Step(world, new SupplyChain(Settled with { Imports = 1e6 }));
        Assert.That(world.Firms.SupplierCount[buyer], Is.EqualTo(links));
    }

    [Test]
    public void Step_ManyBuyers_ChooseByTheLogitOfQualityAndDistance()
    {
        const int buyers = 3_000;
        const double imports = 0.5;
        World world = Worlds.Empty(2, 2);
        for (int i = 0; i < buyers; i++) Worlds.AddFirm(world, staff: 0);
        int near = Worlds.AddFirm(world, region: 0, activity: 1), far = Worlds.AddFirm(world, region: 1, activity: 1, competence: 0.2);
        world.Activities.MeanEffective[1] = 0.1;
        Worlds.Step(world, new SupplyChain(new() { Reconsideration = 4, Imports = imports, QualityWeight = 3, DistanceDecay = 150 }));

        double nearWeight = Math.Exp(3 * -0.1), farWeight = Math.Exp(3 * 0.1 - Worlds.Apart / 150), all = nearWeight + farWeight + imports;
        double reconsider = 1 - Math.Exp(-1);
        AssertShare(near, reconsider * nearWeight / all);
        AssertShare(far, reconsider * farWeight / all);

        void AssertShare(int supplier, double share)
        {
            int chosen = Enumerable.Range(0, buyers)
                .Count(buyer => world.Firms.SupplierCount[buyer] > 0 && world.Firms.Suppliers[buyer][0].Supplier == supplier);
            Assert.That(chosen, Is.EqualTo(buyers * share).Within(4 * Math.Sqrt(buyers * share * (1 - share))));
        }
    }
}
