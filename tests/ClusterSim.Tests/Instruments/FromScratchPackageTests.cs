using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class FromScratchPackageTests
{
    private static readonly FromScratchPackage.Parameters Package = new()
    {
        Premium = 350, Staff = 12, InfrastructureShare = 0.2, InfrastructureCost = 20_000, TrainingShare = 0.1,
    };

    [TestCase(555, 0)]  // 499.5 after delivery
    [TestCase(556, 1)]  // a plant costs 350 of each 500
    [TestCase(1_112, 2)]
    public void Apply_Money_LuresAPlantForEachWholeSum(double purse, int plants)
    {
        World world = Aid.World(purse);
        Aid.Apply(world, new FromScratchPackage(Package));
        Assert.That(world.Foundings.Count, Is.EqualTo(plants));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(500 * plants).Within(1e-9));
        Assert.That(world.Regions.Infrastructure[0], Is.EqualTo(0.5 + plants * 100 / 20_000.0).Within(1e-12));
        Assert.That(world.Regions.TrainedPool[0], Is.EqualTo(plants * 50 / 5.0).Within(1e-12));
        for (int row = 0; row < plants; row++)
        {
            Assert.That(world.Foundings.Origin[row], Is.EqualTo(Origin.Inward));
            Assert.That(world.Foundings.Size[row], Is.EqualTo(12));
            Assert.That(world.Foundings.Raised[row], Is.EqualTo(world.Foundings.Cost[row] + 175));
        }
        Assert.That(world.Foundings.Lineage.Span.ToArray(), Is.Unique);
    }

    [Test]
    public void Apply_GoodRoads_AreNotImprovedBeyondFull()
    {
        World world = Aid.World(purse: 600);
        world.Regions.Infrastructure[0] = 0.999;
        Aid.Apply(world, new FromScratchPackage(Package));
        Assert.That(world.Regions.Infrastructure[0], Is.EqualTo(1));
    }
}
