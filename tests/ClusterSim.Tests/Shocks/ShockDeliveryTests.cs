using ClusterSim.Model;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class ShockDeliveryTests
{
    [Test]
    public void Step_ShockByDate_StrikesOnceAndWhereItIsMeantTo()
    {
        World world = World(new ShockEvent { Kind = "demand-shift", Month = 5, Activity = "supplier" });
        var delivery = new ShockDelivery();
        for (world.Tick = 0; world.Tick < 20; world.Tick++)
        {
            Worlds.Step(world, delivery);
            Assert.That(world.Activities.Shift[1], Is.EqualTo(world.Tick < 5 ? 0 : -0.3));
        }
        Assert.That(world.Activities.Shift[0], Is.Zero);
    }

    [Test]
    public void Step_ShockOfARegion_StrikesTheRegionOfThatName()
    {
        World world = World(new ShockEvent { Kind = "lay-off-wave", Month = 0, Region = "place-2", Parameters = new LayOffWave.Parameters { Persons = 5 } });
        Worlds.Step(world, new ShockDelivery());
        Assert.That(world.Regions.Displaced.Span.ToArray(), Is.EqualTo(new[] { 0.0, 5, 0 }));
    }

    [Test]
    public void Step_ShockByHazard_StrikesAtItsRate()
    {
        const int months = 4_000;
        World world = World(new ShockEvent { Kind = "demand-shift", Hazard = 0.6, Parameters = new DemandShift.Parameters { Size = 1 } });
        var delivery = new ShockDelivery();
        for (world.Tick = 0; world.Tick < months; world.Tick++) Worlds.Step(world, delivery);
        double expected = months * (1 - Math.Exp(-0.05));
        Assert.That(world.Activities.Shift[0], Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
    }

    [Test]
    public void History_UpToAShock_IsTheHistoryWithoutIt()
    {
        var plain = new ModelConfiguration();
        ModelConfiguration struck = plain with
        {
            Shocks = [.. ClusterModel.Catalogue.OfKind("shock").Select(kind => new ShockEvent { Kind = kind.Name, Month = 60, Region = "region-1" })],
        };
        Assert.That(Worlds.Run(struck, 2, 60).Digest(), Is.EqualTo(Worlds.Run(plain, 2, 60).Digest()));
        Assert.That(Worlds.Run(struck, 2, 61).Digest(), Is.Not.EqualTo(Worlds.Run(plain, 2, 61).Digest()));
    }

    private static World World(ShockEvent shock)
    {
        World world = Worlds.Empty(Worlds.Level(3, 2) with { Shocks = [shock] });
        new ShockDelivery().Start(world, Worlds.DrawsOf("shocks", 0));
        return world;
    }
}
