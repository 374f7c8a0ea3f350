using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class AssociationsTests
{
    private static readonly Associations.Parameters Usual = new()
    {
        FoundingRate = 0.1, LeastFirms = 15, LeastTrust = 0.45, Dues = 0.002, MarketingGain = 0.01, GoodwillDecay = 0.1, ContactsOfMembers = 1.5,
    };

    private static readonly Associations.Parameters AtOnce = Usual with { FoundingRate = 5, LeastFirms = 2 };

    [TestCase(15, 0.45, 0, true)]
    [TestCase(14, 1, 0, false)]   // too few
    [TestCase(15, 0.44, 0, false)] // too little trust
    [TestCase(15, 0.23, 0.5, true)] // public bodies on the board make up for it
    [TestCase(15, 0.22, 0.5, false)]
    public void Step_FirmsAndTrust_DecideWhetherAnAssociationIsFoundedAtItsRate(int firms, double trust, double seats, bool founded)
    {
        const int years = 1_000;
        World world = Cluster(firms, trust);
        var mechanism = new Associations(Usual with { PublicSeats = seats });
        int count = 0;
        for (world.Tick = 11; world.Tick < 12 * years; world.Tick += 12)
        {
            world.Clusters.Association[0] = default;
            Worlds.Step(world, mechanism);
            if (world.Clusters.Association[0].FoundedAt > 0) count++;
        }
        double expected = founded ? years * (1 - Math.Exp(-0.1)) : 0;
        Assert.That(count, Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
    }

    [TestCase(0.6, 0, 0.6)]
    [TestCase(0.6, 0.5, 0.45)] // firms leave it to the public bodies
    public void Step_Members_AreThoseWhoseInclinationLiesBelowTrust(double trust, double seats, double share)
    {
        const int firms = 1_000;
        World world = Founded(firms, trust, AtOnce with { PublicSeats = seats });
        Assert.That(world.Clusters.Association[0].Members, Is.EqualTo(firms * share).Within(4 * Math.Sqrt(firms * share * (1 - share))));
        Assert.That(world.Firms.Member.Span.ToArray().Sum(member => member), Is.EqualTo(world.Clusters.Association[0].Members));
    }

    [Test]
    public void Step_MembersWhoComeAndGo_KeepUpMoreContactsOnlyWhileTheyAreMembers()
    {
        World world = Founded(40, 1, AtOnce);
        Assert.That(Wanted(world), Has.All.EqualTo(9));
        for (int year = 0; year < 5; year++)
        {
            world.Regions.Trust[0] = year % 2 == 0 ? 0 : 1;
            Worlds.Step(world, new Associations(AtOnce));
            Assert.That(Wanted(world), Has.All.EqualTo(year % 2 == 0 ? 6 : 9));
        }
    }

    private static int[] Wanted(World world) => [.. Enumerable.Range(0, world.Firms.Count).Select(firm => Relationships.Wanted(world, firm))];

    [Test]
    public void Step_Goodwill_TendsToGainTimesEffortOverDecay()
    {
        World world = Founded(100, 1, AtOnce);
        var mechanism = new Associations(AtOnce);
        for (int year = 0; year < 10; year++) Spend(world, mechanism, effort: 1.5);
        Assert.That(world.Clusters.Association[0].Goodwill, Is.EqualTo(0.01 * 1.5 / 0.1 * (1 - Math.Pow(0.9, 10))).Within(1e-12));
        for (int year = 0; year < 400; year++) Spend(world, mechanism, effort: 1.5);
        Assert.That(world.Clusters.Association[0].Goodwill, Is.EqualTo(0.01 * 1.5 / 0.1).Within(1e-9));
        Assert.That(world.Clusters.Association[0].Fund, Is.Zero, "all is spent");
        for (int year = 0; year < 10; year++) Spend(world, mechanism, effort: 0);
        Assert.That(world.Clusters.Association[0].Goodwill, Is.EqualTo(0.15 * Math.Pow(0.9, 10)).Within(1e-9), "unless it is kept up it fades");
    }

    [TestCase(0, 1, 1)]       // half for marketing, a sixth each for the rest
    [TestCase(1, 0, 2)]       // a public agency does no marketing
    [TestCase(0.5, 0.5, 1.5)]
    public void Step_Money_IsDividedByWhoSitsOnTheBoard(double seats, double marketing, double rest)
    {
        Associations.Parameters parameters = AtOnce with { PublicSeats = seats };
        World world = Founded(1_000, 0.8, parameters);
        double joined = world.Clusters.Association[0].Members / 1_000.0;
        Spend(world, new Associations(parameters), effort: 0.4);
        Association association = world.Clusters.Association[0];
        Assert.That(association.Goodwill, Is.EqualTo(0.01 * marketing * 0.4).Within(1e-12));
        Assert.That(association.Meetings, Is.EqualTo(rest * 0.4).Within(1e-12));
        Assert.That(association.SharedTraining, Is.EqualTo(joined * rest * 0.4).Within(1e-12));
        Assert.That(association.Standards, Is.EqualTo(0.2 * joined * rest * 0.4).Within(1e-12));
    }

    [Test]
    public void Step_FewFirmsLeft_LetTheAssociationLapse()
    {
        World world = Founded(15, 1, Usual with { FoundingRate = 5 });
        for (int firm = 4; firm < 15; firm++) world.Firms.ClosedAt[firm] = 0;
        world.Clusters.Firms[0] = 4; // fewer than a third of those without which none is founded
        world.RefreshFirms();
        world.Clusters.Association[0].Goodwill = 0.1;
        Worlds.Step(world, new Associations(Usual));
        Association left = world.Clusters.Association[0];
        Assert.That((left.FoundedAt, left.Members, left.DuesShare, left.Fund, left.Meetings), Is.EqualTo((0, 0, 0.0, 0.0, 0.0)));
        Assert.That(left.Goodwill, Is.Positive, "what customers think outlasts it, and fades");
        Assert.That(world.Firms.Member.Span[..4].ToArray(), Has.All.Zero);
    }

    private static World Cluster(int firms, double trust)
    {
        World world = Worlds.Empty();
        world.Regions.Trust[0] = trust;
        for (int i = 0; i < firms; i++) Worlds.AddFirm(world, staff: 0);
        return world;
    }

    private static World Founded(int firms, double trust, Associations.Parameters parameters)
    {
        World world = Cluster(firms, trust);
        for (world.Tick = 11; world.Clusters.Association[0].FoundedAt == 0; world.Tick += 12) Worlds.Step(world, new Associations(parameters));
        return world;
    }

    /// <summary>A year in which dues bring in so many times what half of the firms as members would pay.</summary>
    private static void Spend(World world, Associations mechanism, double effort)
    {
        world.Clusters.Sales[0] += 10_000;
        world.Clusters.Association[0].Fund = effort * 0.5 * 0.002 * 10_000;
        Worlds.Step(world, mechanism);
    }
}
