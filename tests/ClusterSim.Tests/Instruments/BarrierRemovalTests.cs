using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class BarrierRemovalTests
{
    private static readonly BarrierRemoval Removal = new(new() { CourseCost = 5, SiteCost = 5, RoadCost = 2, IntroductionCost = 6, Delay = 24 });

    [Test]
    public void Apply_NothingBinds_CostsNothing()
    {
        World world = Unbound();
        Aid.Apply(world, Removal);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
    }

    [Test]
    public void Apply_CapitalBinds_AngelsGetTheMoney()
    {
        World world = Unbound();
        world.Regions.Applicants[0] = 10;
        Aid.Apply(world, Removal);
        Assert.That((world.Regions.RiskCapital[0], world.Programmes.Received[0]), Is.EqualTo((90.0, 90.0)));
    }

    [Test]
    public void Apply_SkillsBind_NewcomersAreTaughtAndReadyLater()
    {
        World world = Unbound();
        (world.Firms.Payroll[0].Vacancies, world.Firms.VacancyAge[0]) = (1, 12);
        Aid.Apply(world, Removal);
        Assert.That((world.Programmes.Received[0], world.Regions.TrainedPool[0]), Is.EqualTo((90.0, 0.0)));
        Removal.Continue(world, 0);
        Assert.That(world.Regions.TrainedPool[0], Is.EqualTo(18 / 24.0).Within(1e-12));
    }

    [Test]
    public void Apply_SpaceBinds_SitesArePreparedAndReadyLater()
    {
        World world = Unbound();
        world.Regions.Rent[0] = 1.5;
        Aid.Apply(world, Removal);
        Assert.That((world.Programmes.Received[0], world.Regions.Land[0]), Is.EqualTo((90.0, 1_000.0)));
        Removal.Continue(world, 0);
        Assert.That(world.Regions.Land[0], Is.EqualTo(1_000 + 18 / 24.0).Within(1e-9));
    }

    [Test]
    public void Apply_AccessBinds_RoadsAreBuiltAndOpenLater()
    {
        World world = Unbound();
        world.Regions.Infrastructure[0] = 0.2;
        Aid.Apply(world, Removal);
        Assert.That((world.Programmes.Received[0], world.Regions.Infrastructure[0]), Is.EqualTo((90.0, 0.2)));
        Removal.Continue(world, 0);
        Assert.That(world.Regions.Infrastructure[0], Is.EqualTo(0.2 + 90 / 2_000.0 / 24).Within(1e-12));
    }

    [Test]
    public void Apply_LinksBind_TheLonelyAreIntroducedAndNobodyElse()
    {
        World world = Unbound();
        int lonely = Worlds.AddFirm(world); // one of three
        Aid.Apply(world, Removal);
        Assert.That(world.Firms.ContactCount.Span.ToArray(), Is.EqualTo(new[] { 1, 1, 1 }));
        Assert.That(world.Firms.Contacts[lonely][0], Is.Not.EqualTo(lonely));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(6).Within(1e-12));
    }

    [Test]
    public void Apply_DemandBinds_OrdersArePlaced()
    {
        World world = Unbound();
        world.Activities.Opportunity[0] = 0.1;
        Aid.Apply(world, Removal);
        Assert.That((world.Clusters.PolicyPurchases[0], world.Programmes.Received[0]), Is.EqualTo((22.5, 90.0)));
    }

    /// <summary>Two firms that know each other, with opportunity enough; 90 to hand out.</summary>
    private static World Unbound()
    {
        World world = Aid.World(purse: 100);
        int a = Worlds.AddFirm(world), b = Worlds.AddFirm(world);
        Worlds.AddContact(world, a, b);
        Worlds.AddContact(world, b, a);
        world.Activities.Opportunity[0] = 1;
        return world;
    }
}
