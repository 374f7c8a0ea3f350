using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class ProductComplexityTests
{
    private static readonly ProductComplexity Mechanism = new(new() { Own = 0.1, Reach = 0.3, Trusted = 0.15, Weight = 0.5 });

    private static World World(double complexity, double growth) => Worlds.Empty(Worlds.Level(1) with
    {
        Activities = [new ActivitySetup { Name = "focal", Complexity = complexity, ComplexityGrowth = growth }],
    });

    [Test]
    public void Step_MissingBreadth_CostsItsWeight()
    {
        World world = World(1, 0.5);
        int rich = Worlds.AddFirm(world), alone = Worlds.AddFirm(world);
        int near = Worlds.AddFirm(world, knowledge: 0.2), far = Worlds.AddFirm(world, knowledge: -0.6), dead = Worlds.AddFirm(world, knowledge: 9);
        foreach (int contact in (int[])[near, far, dead]) Worlds.AddContact(world, rich, contact);
        world.Firms.ClosedAt[dead] = 0;
        world.RefreshFirms();
        world.Firms.Pipelines[rich] = 3;
        Worlds.AddSupplier(world, rich, near, 0.7f);
        Worlds.AddSupplier(world, rich, far, 0.9f);
        world.Tick = 120;
        Worlds.Step(world, Mechanism);
        Assert.That(world.Firms.ComplexityLoss[rich], Is.EqualTo(0.5 * (1.5 - (0.1 + 0.4 + 0.3 + 0.15))).Within(1e-12), "lines and suppliers count once, the dead not at all");
        Assert.That(world.Firms.ComplexityLoss[alone], Is.EqualTo(0.5 * 1.4).Within(1e-12));
    }

    [TestCase(0.1, 0)] // what a firm needs it has of its own
    [TestCase(0, -0.2)]
    public void Step_SimpleProduct_CostsNothing(double complexity, double growth)
    {
        World world = World(complexity, growth);
        int firm = Worlds.AddFirm(world);
        world.Tick = 120;
        Worlds.Step(world, Mechanism);
        Assert.That(world.Firms.ComplexityLoss[firm], Is.Zero);
    }

    [Test]
    public void Step_ProductThatBecomesSimple_CostsNoLonger()
    {
        World world = World(1, -0.5);
        int firm = Worlds.AddFirm(world);
        Worlds.Step(world, Mechanism);
        Assert.That(world.Firms.ComplexityLoss[firm], Is.EqualTo(0.5 * 0.9).Within(1e-12));
        world.Tick = 240;
        Worlds.Step(world, Mechanism);
        Assert.That(world.Firms.ComplexityLoss[firm], Is.Zero);
    }
}
