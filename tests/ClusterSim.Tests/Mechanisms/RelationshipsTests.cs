using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class RelationshipsTests
{
    [Test]
    public void Step_FirmBelowItsTarget_MeetsOthersAtThePaceAndNobodyTwice()
    {
        World world = Worlds.Empty();
        for (int i = 0; i < 40; i++) Worlds.AddFirm(world, staff: 0);
        var mechanism = new Relationships(new() { Outside = 0, Pace = 2 });
        Worlds.Step(world, mechanism);
        Assert.That(world.Firms.ContactCount.Span.ToArray(), Has.All.InRange(1, 2));
        for (world.Tick = 2; world.Tick < 60; world.Tick += 3) Worlds.Step(world, mechanism);
        for (int firm = 0; firm < 40; firm++)
        {
            int[] contacts = ContactsOf(world, firm);
            Assert.That(contacts, Has.Length.EqualTo(6), "the target");
            Assert.That(contacts, Is.Unique);
            Assert.That(contacts, Has.None.EqualTo(firm));
        }
    }

    [Test]
    public void Step_DeadContacts_AreDroppedAndTheRestKeptInOrder()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world), first = Worlds.AddFirm(world), dead = Worlds.AddFirm(world), last = Worlds.AddFirm(world);
        foreach (int contact in new[] { first, dead, last }) Worlds.AddContact(world, firm, contact);
        world.Firms.ClosedAt[dead] = 0;
        world.RefreshFirms();
        Worlds.Step(world, new Relationships(new() { Pace = 0 }));
        Assert.That(ContactsOf(world, firm), Is.EqualTo(new[] { first, last }));
    }

    [Test]
    public void Step_ContactsOutside_HaveTheirShareAndComeByTheNumberOfFirmsThere()
    {
        const int firms = 1_500;
        World world = Worlds.Empty(3);
        for (int i = 0; i < firms; i++) world.Firms.ContactTarget[Worlds.AddFirm(world, staff: 0)] = 1;
        for (int i = 0; i < 30; i++) Worlds.AddFirm(world, region: 1, staff: 0);
        for (int i = 0; i < 10; i++) Worlds.AddFirm(world, region: 2, staff: 0);
        Worlds.Step(world, new Relationships(new() { Outside = 0.4, Pace = 1 }));
        int[] regions = [.. Enumerable.Range(0, firms).Select(firm => world.Firms.Region[ContactsOf(world, firm)[0]])];
        AssertShare(1, 0.4 * 0.75);
        AssertShare(2, 0.4 * 0.25);

        void AssertShare(int region, double share) => Assert.That(regions.Count(row => row == region),
            Is.EqualTo(firms * share).Within(4 * Math.Sqrt(firms * share * (1 - share))));
    }

    [Test]
    public void Step_OnlyFirmOfItsKind_StaysAlone()
    {
        World world = Worlds.Empty(2, 2);
        int alone = Worlds.AddFirm(world);
        Worlds.AddFirm(world, activity: 1);
        Worlds.Step(world, new Relationships(new()));
        Assert.That(world.Firms.ContactCount[alone], Is.Zero);
    }

    private static int[] ContactsOf(World world, int firm)
    {
        Contacts contacts = world.Firms.Contacts[firm];
        return contacts[..world.Firms.ContactCount[firm]].ToArray();
    }
}
