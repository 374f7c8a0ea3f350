using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class ExternalitiesTests
{
    [Test]
    public void Step_EmptyCountry_GainsAndCostsNothing()
    {
        World world = Worlds.Empty(3);
        Worlds.Step(world, new Externalities(new()));
        for (int region = 0; region < 3; region++)
        {
            Assert.That(world.Regions.Rent[region], Is.EqualTo(1).Within(1e-12));
            Assert.That(world.Clusters.Externality[region], Is.Zero.Within(1e-12));
        }
    }

    [Test]
    public void Step_JobsAndSuppliers_GivePoolingAndVarietyLessCongestion()
    {
        World world = Worlds.Empty(2, 2);
        Worlds.AddFirm(world, staff: 30);
        for (int i = 0; i < 5; i++) Worlds.AddFirm(world, activity: 1, staff: 4);
        Worlds.Step(world, new Externalities(new() { LabourPooling = 0.1, SupplierVariety = 0.2, Congestion = 0.5, RentElasticity = 0.3 }));

        double logRent = 0.3 * Math.Log((Worlds.PersonsPerRegion + 2 * 50) / Worlds.PersonsPerRegion);
        Assert.That(Math.Log(world.Regions.Rent[0]), Is.EqualTo(logRent).Within(1e-12));
        double focal = 0.1 * Math.Log(1 + 30 / 50.0) + 0.2 * Math.Log(1 + 5 / 10.0) - 0.5 * logRent;
        Assert.That(world.Clusters.Externality[world.Cluster(0, 0)], Is.EqualTo(focal).Within(1e-12));
        double supplier = 0.1 * Math.Log(1 + 20 / 50.0) - 0.5 * logRent;
        Assert.That(world.Clusters.Externality[world.Cluster(0, 1)], Is.EqualTo(supplier).Within(1e-12), "buyers are no suppliers");
        Assert.That(world.Clusters.Externality[world.Cluster(1, 0)], Is.Zero.Within(1e-12), "nothing reaches the next region");
    }

    [Test]
    public void Step_EmptiedRegion_HasCheapRentButNoBonus()
    {
        World world = Worlds.Empty();
        world.Regions.Population[0] /= 2;
        Worlds.Step(world, new Externalities(new()));
        Assert.That(world.Regions.Rent[0], Is.LessThan(1));
        Assert.That(world.Clusters.Externality[0], Is.Zero);
    }

    [Test]
    public void Step_RelatedTradesNearby_GiveTheirEntropyByRelatednessAndNumber()
    {
        World world = Worlds.Empty(Worlds.Level(2) with
        {
            Activities = [new ActivitySetup { Name = "focal" }, new ActivitySetup { Name = "kin" }, new ActivitySetup { Name = "cousin", Relatedness = 0.5 }, new ActivitySetup { Name = "stranger", Relatedness = 0 }],
        });
        Worlds.AddFirm(world, staff: 70); // the own trade is no variety
        Worlds.AddFirm(world, activity: 1, staff: 30);
        Worlds.AddFirm(world, activity: 2, staff: 60);
        Worlds.AddFirm(world, activity: 3, staff: 500);
        Worlds.AddFirm(world, region: 1, activity: 1, staff: 30);
        Worlds.Step(world, new Externalities(new() { LabourPooling = 0, SupplierVariety = 0, Jacobs = 0.5, Congestion = 0 }));
        double variety = Math.Log(2) * 60 / 160; // two trades of 30 weighed jobs each
        Assert.That(world.Clusters.RelatedVariety[world.Cluster(0, 0)], Is.EqualTo(variety).Within(1e-12));
        Assert.That(world.Clusters.Externality[world.Cluster(0, 0)], Is.EqualTo(0.5 * variety).Within(1e-12));
        Assert.That(world.Clusters.RelatedVariety[world.Cluster(1, 0)], Is.Zero.Within(1e-12), "one trade alone is no variety");
    }
}
