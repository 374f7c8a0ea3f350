using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class NetworkBrokerTests
{
    [Test]
    public void Apply_Introductions_AreNewContactsOfTheClusterAndPaidByThePiece()
    {
        World world = Aid.World(purse: 100, regions: 2);
        for (int i = 0; i < 10; i++) Worlds.AddFirm(world);
        int elsewhere = Worlds.AddFirm(world, region: 1);
        Aid.Apply(world, new NetworkBroker(new() { UnitCost = 6, Outside = 0 }));
        int made = world.Firms.ContactCount.Span.ToArray().Sum();
        Assert.That(made, Is.InRange(8, 15), "90 pay for 15; some lots draw a pair that has met");
        Assert.That(world.Programmes.Received[0], Is.EqualTo(6 * made).Within(1e-9));
        Assert.That(world.Programmes.Helped[0], Is.EqualTo(made));
        Assert.That(world.Firms.ContactCount[elsewhere], Is.Zero);
        for (int firm = 0; firm < 10; firm++)
            for (int i = 0; i < world.Firms.ContactCount[firm]; i++)
                Assert.That(world.Firms.Contacts[firm][i], Is.Not.EqualTo(firm).And.Not.EqualTo(elsewhere));
    }

    [Test]
    public void Apply_TakingPart_ClosesPartOfTheGapToFullTrust()
    {
        World world = Aid.World(purse: 7, activities: 2); // one introduction
        int a = Worlds.AddFirm(world), b = Worlds.AddFirm(world), supplier = Worlds.AddFirm(world, activity: 1);
        Worlds.AddSupplier(world, a, supplier, 0.5f);
        Worlds.AddSupplier(world, b, supplier, 0.5f);
        Aid.Apply(world, new NetworkBroker(new() { Outside = 0, Trust = 0.3 }));
        int introduced = world.Firms.ContactCount[a] == 1 ? a : b;
        Assert.That(world.Firms.Suppliers[introduced][0].Trust, Is.EqualTo(0.65).Within(1e-6));
        Assert.That(world.Firms.Suppliers[a + b - introduced][0].Trust, Is.EqualTo(0.5f));
    }

    [Test]
    public void Apply_FirmsThatAllKnowEachOther_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        int a = Worlds.AddFirm(world), b = Worlds.AddFirm(world);
        Worlds.AddContact(world, a, b);
        Worlds.AddContact(world, b, a);
        Aid.Apply(world, new NetworkBroker(new()));
        Assert.That(world.Programmes.Spent[0], Is.Zero);
        Assert.That(world.Firms.ContactCount[a], Is.EqualTo(1));
    }

    [Test]
    public void Apply_IntroductionsOutside_AreToOtherRegions()
    {
        World world = Aid.World(purse: 100, regions: 2);
        for (int i = 0; i < 20; i++) Worlds.AddFirm(world, region: i % 2);
        Aid.Apply(world, new NetworkBroker(new() { Outside = 1 }));
        for (int firm = 0; firm < 20; firm++)
            for (int i = 0; i < world.Firms.ContactCount[firm]; i++)
                Assert.That(world.Firms.Region[world.Firms.Contacts[firm][i]], Is.EqualTo(1));
    }
}
