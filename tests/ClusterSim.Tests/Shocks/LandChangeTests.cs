using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class LandChangeTests
{
    [Test]
    public void Strike_OfARelease_LowersRentByItsElasticityInTheRegionAlone()
    {
        World world = Worlds.Empty(2);
        new LandChange(new() { Multiple = 2 }).Strike(world, 0, 0, 1, Worlds.DrawsOf("shocks", 40));
        Worlds.Step(world, new Externalities(new() { RentElasticity = 0.3 }));
        Assert.That(world.Regions.Rent[0], Is.EqualTo(Math.Pow(0.5, 0.3)).Within(1e-12));
        Assert.That(world.Regions.Rent[1], Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void Land_ThatARegionStates_IsAFactorOnWhatItsPeopleHave()
    {
        var setup = Worlds.Level(2);
        World world = Worlds.Empty(setup with { Regions = [setup.Regions[0] with { Land = 0.5 }, setup.Regions[1]] });
        Assert.That(world.Regions.Land[0], Is.EqualTo(0.5 * Worlds.PersonsPerRegion));
        Assert.That(world.Regions.Land[1], Is.EqualTo(Worlds.PersonsPerRegion));
    }
}
