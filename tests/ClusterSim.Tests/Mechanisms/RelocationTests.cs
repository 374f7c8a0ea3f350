using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class RelocationTests
{
    private static readonly Relocation.Parameters Eager = new() { Hazard = 0.5, PlaceWeight = 10, Pull = 0, TiesLost = 2, DistanceDecay = 1_000, Followers = 0.5 };

    [TestCase(0, 0.1)]
    [TestCase(1, 0.1)] // ties hold them back
    [TestCase(0, 0.5)] // a better place draws them
    public void Step_Firms_MoveByTheLogitOfPlaceTiesAndDistance(int contacts, double advantage)
    {
        const int firms = 1_000, months = 100;
        World world = Worlds.Empty(2);
        world.Clusters.Advantage[1] = advantage - 0.03;
        world.Clusters.Externality[1] = 0.02;
        world.Clusters.Association[1].Goodwill = 0.01;
        for (int i = 0; i < firms; i++)
        {
            Worlds.AddFirm(world, staff: 0);
            if (contacts > 0) Worlds.AddContact(world, i, (i + 1) % firms);
        }
        var mechanism = new Relocation(Eager);
        for (world.Tick = 0; world.Tick < months; world.Tick++)
        {
            Worlds.Step(world, mechanism);
            int there = world.Firms.Region.Span.ToArray().Sum();
            Assert.That((world.Clusters.Firms[0], world.Clusters.Firms[1]), Is.EqualTo((firms - there, there)));
            world.Firms.Region.Span.Clear(); // all are back
            (world.Clusters.Firms[0], world.Clusters.Firms[1]) = (firms, 0);
        }
        double pull = Math.Exp(10 * advantage - 2 * contacts - Worlds.Apart / 1_000), chance = (1 - Math.Exp(-0.5 / 12)) * pull / (1 + pull), trials = firms * months;
        Assert.That(world.Clusters.MovedIn[1], Is.EqualTo(trials * chance).Within(4 * Math.Sqrt(trials * chance * (1 - chance))));
        Assert.That(world.Clusters.MovedAway[0], Is.EqualTo(world.Clusters.MovedIn[1]));
    }

    [Test]
    public void Step_Mover_TakesAlongThoseWhoFollowAndKeepsItsIdentity()
    {
        const int staff = 1_000;
        World world = Worlds.Empty(2);
        world.Clusters.Advantage[1] = 3; // irresistible
        world.Clusters.PresentSince[0] = 0;
        int firm = Worlds.AddFirm(world, staff: staff);
        ulong lineage = world.Firms.Lineage[firm];
        world.Firms.Payroll[firm].Vacancies = world.Clusters.Vacancies[0] = 4;
        (world.Firms.Member[firm], world.Clusters.Association[0].Introductions) = (1, 1.5);
        Assert.That(Relationships.Wanted(world, firm), Is.EqualTo(9));
        var mechanism = new Relocation(Eager);
        for (; world.Firms.Region[firm] == 0; world.Tick++) Worlds.Step(world, mechanism);
        world.RefreshFirms();

        int followed = world.Firms.Payroll[firm].Headcount;
        Assert.That(followed, Is.EqualTo(staff / 2).Within(4 * Math.Sqrt(staff * 0.25)));
        Assert.That((world.Regions.Jobs[0], world.Regions.Jobs[1], world.Regions.Unemployed[0], world.Clusters.Arrivals[1]), Is.EqualTo((0, followed, staff - followed, followed)));
        Assert.That((world.Clusters.Vacancies[0], world.Clusters.Vacancies[1]), Is.EqualTo((0, 4)));
        Assert.That((world.Firms.Lineage[firm], world.Firms.Birthplace[firm], world.Firms.Member[firm]), Is.EqualTo((lineage, 0, (byte)0)), "the association stays behind");
        Assert.That(Relationships.Wanted(world, firm), Is.EqualTo(6), "and so do its introductions");
        Assert.That((world.Clusters.PresentSince[0], world.Clusters.PresentSince[1]), Is.EqualTo((-1, world.Tick - 1)));
        Assert.That(() => new Invariants().After(mechanism, world), Throws.Nothing);
    }

    [Test]
    public void Step_FirmWhosePeopleAllStay_MovesWithItsLast()
    {
        World world = Worlds.Empty(2);
        world.Clusters.Advantage[1] = 3;
        int firm = Worlds.AddFirm(world, staff: 5);
        for (; world.Firms.Region[firm] == 0; world.Tick++) Worlds.Step(world, new Relocation(Eager with { Followers = 0 }));
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(1));
        Assert.That(world.Regions.Displaced[0], Is.EqualTo(4));
    }
}
