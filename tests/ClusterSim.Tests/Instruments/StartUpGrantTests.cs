using ClusterSim.Model.Instruments;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class StartUpGrantTests
{
    [TestCase(45, 40)] // 40.5 after delivery
    [TestCase(44, 0)]  // 39.6: no part of a grant is given
    public void Apply_Purse_OffersAGrantOnlyIfAWholeOneCanBePaid(double purse, double offer)
    {
        World world = Aid.World(purse);
        Aid.Apply(world, new StartUpGrant(new() { Grant = 40 }));
        Assert.That(world.Clusters.GrantOffer[0], Is.EqualTo(offer));
        Assert.That(world.Programmes.Spent[0], Is.Zero, "an offer costs nothing");
    }

    [Test]
    public void Offer_ToThreeFounders_IsPaidAsLongAsTheMoneyLasts()
    {
        World world = Aid.World(purse: 100);
        for (ulong id = 1; id <= 3; id++) Apply(world, id, wealth: 30);
        Aid.Apply(world, new StartUpGrant(new() { Grant = 40 }));
        Worlds.Step(world, new StartUpFinance(new() { Leverage = 0, SocialCapital = 0, AngelReach = 0, GrantTakeUp = 1 }));
        Assert.That(world.Foundings.Grant.Span.ToArray(), Is.EquivalentTo(new[] { 40.0, 40, 0 }));
        Assert.That(world.Foundings.Size.Span.ToArray().Count(size => size > 0), Is.EqualTo(2), "without the grant 30 does not pay 60");
        Assert.That(world.Programmes.Received[0], Is.EqualTo(80).Within(1e-12));
        Assert.That(world.Programmes.Spent[0], Is.EqualTo(80 / 0.9).Within(1e-12));
        Assert.That(world.Programmes.Helped[0], Is.EqualTo(2));
    }

    [Test]
    public void End_Offer_IsWithdrawn()
    {
        World world = Aid.World(purse: 100);
        var instrument = new StartUpGrant(new());
        Aid.Apply(world, instrument);
        instrument.End(world, 0);
        Assert.That(world.Clusters.GrantOffer[0], Is.Zero);
    }

    [Test]
    public void Offer_ToAFounderWhoCannotStart_IsNotPaid()
    {
        World world = Aid.World(purse: 100);
        Apply(world, 1, wealth: 1);
        Aid.Apply(world, new StartUpGrant(new() { Grant = 40 }));
        Worlds.Step(world, new StartUpFinance(new() { Leverage = 0, SocialCapital = 0, AngelReach = 0, GrantTakeUp = 1 }));
        Assert.That(world.Foundings.Size[0], Is.Zero);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
    }

    private static void Apply(World world, ulong id, double wealth) =>
        Founding.Queue(world, Worlds.DrawsOf("test", 0), new Founding { Lineage = id, Parent = -1, Founder = -1, Wealth = wealth });
}
