using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class IncubatorTests
{
    private static readonly Incubator Places = new(new() { Rent = 0.5, AdviceCost = 1, Advice = 0.024, Youth = 36 });

    [Test]
    public void Apply_FirmsYoungAndOld_PaysRentAndAdviceOfTheYoung()
    {
        World world = Aid.World(purse: 100);
        int young = Worlds.AddFirm(world, age: 35), old = Worlds.AddFirm(world, age: 36);
        Aid.Apply(world, Places);
        Assert.That((world.Firms.Books[young].Cash, world.Firms.Books[young].EquityIn), Is.EqualTo((100.5, 0.5)));
        Assert.That(world.Firms.Competence[young], Is.EqualTo(0.002).Within(1e-12));
        Assert.That(world.Firms.Managerial[young], Is.EqualTo(0.002).Within(1e-12));
        Assert.That((world.Firms.Books[old].Cash, world.Firms.Competence[old], world.Firms.SupportedBy[old]), Is.EqualTo((100.0, 0.0, -1)));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(1.5).Within(1e-12));
    }

    [Test]
    public void Apply_MoreFirmsThanPlaces_HelpsNoMoreThanItCanPay()
    {
        World world = Aid.World(purse: 7); // 6.3: four places
        for (int i = 0; i < 50; i++) Worlds.AddFirm(world, age: 1);
        Aid.Apply(world, Places);
        Assert.That(world.Programmes.Helped[0], Is.InRange(1, 4));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(1.5 * world.Programmes.Helped[0]).Within(1e-12));
    }

    [Test]
    public void Apply_OldFirmsOnly_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        Worlds.AddFirm(world);
        Aid.Apply(world, Places);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
    }
}
