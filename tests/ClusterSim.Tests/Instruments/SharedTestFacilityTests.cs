using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class SharedTestFacilityTests
{
    private static readonly SharedTestFacility Benches = new(new() { UnitCost = 2_000, Delay = 24 });

    [Test]
    public void Apply_Money_IsEquippedLaterAndHalfOfItClosesAtTheEnd()
    {
        World world = Aid.World(purse: 100);
        world.Regions.TestFacility[0] = 0.2; // another's
        Aid.Apply(world, Benches);
        Assert.That((world.Programmes.Received[0], world.Regions.TestFacility[0]), Is.EqualTo((90.0, 0.2)));
        Aid.Month(world, Benches, purse: 0);
        double built = 0.045 / 24;
        Assert.That(world.Regions.TestFacility[0], Is.EqualTo(0.2 + built).Within(1e-12));
        Benches.End(world, 0);
        Assert.That(world.Regions.TestFacility[0], Is.EqualTo(0.2 + built / 2).Within(1e-12));
        for (int month = 0; month < 600; month++) Benches.Continue(world, 0);
        Assert.That(world.Regions.TestFacility[0], Is.EqualTo(0.2 + 0.045 / 2).Within(1e-6));
    }

    [Test]
    public void Apply_WholeFacility_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        world.Regions.TestFacility[0] = 1;
        Aid.Apply(world, Benches);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
    }
}
