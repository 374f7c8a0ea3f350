using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class ResearchCreditTests
{
    private static readonly ResearchCredit Credit = new(new() { Credit = 0.2, Response = 0.4 });

    [TestCase(10, 2, 0.07)]     // a fifth of it, and research of 5 % becomes 7 %
    [TestCase(300, 45, 0.065)]  // 120 are due, 90 are there: three quarters
    public void Apply_ResearchBills_ArePaidInPartAndResearchRises(double bill, double paid, double share)
    {
        World world = Aid.World(purse: 100);
        int[] firms = [Worlds.AddFirm(world), Worlds.AddFirm(world)];
        foreach (int firm in firms) world.Firms.Books[firm].ResearchBill = bill;
        Aid.Apply(world, Credit);
        foreach (int firm in firms)
        {
            Assert.That(world.Firms.Books[firm].Cash, Is.EqualTo(100 + paid).Within(1e-12));
            Assert.That(world.Firms.Books[firm].EquityIn, Is.EqualTo(paid).Within(1e-12));
            Assert.That(world.Firms.Books[firm].ResearchShare, Is.EqualTo(share).Within(1e-12));
        }
        Assert.That(world.Programmes.Received[0], Is.EqualTo(2 * paid).Within(1e-12));
        Credit.End(world, 0);
        Assert.That(world.Firms.Books[firms[0]].ResearchShare, Is.EqualTo(0.05));
    }

    [Test]
    public void Apply_WithoutResearch_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        int firm = Worlds.AddFirm(world);
        Aid.Apply(world, Credit);
        Assert.That((world.Programmes.Spent[0], world.Firms.Books[firm].ResearchShare), Is.EqualTo((0.0, 0.05)));
    }

    /// <summary>Two regions have a credit for the same trade; one ends. Its firms go back, the other's do not, wherever a firm came from.</summary>
    [Test]
    public void End_OfOneRegionsCredit_LeavesTheOtherRegionsAlone()
    {
        Intervention Policy(string name) => new() { Name = name, InstrumentName = "research-credit", Start = new StartRule(), Budget = 1_000_000 };
        World world = Worlds.Empty(Worlds.Level(3, 1) with { Policies = [Policy("here"), Policy("there")] });
        for (int programme = 0; programme < 2; programme++)
        {
            world.Programmes.Append();
            (world.Programmes.Intervention[programme], world.Programmes.Region[programme], world.Programmes.EndedAt[programme], world.Programmes.Purse[programme]) = (programme, programme, -1, 1_000);
        }
        int here = Worlds.AddFirm(world, region: 0), there = Worlds.AddFirm(world, region: 1), moved = Worlds.AddFirm(world, region: 0), gone = Worlds.AddFirm(world, region: 0);
        foreach (int firm in world.Living) world.Firms.Books[firm].ResearchBill = 10;
        for (int programme = 0; programme < 2; programme++) Credit.Apply(world, programme, Worlds.DrawsOf("policy-delivery", world.Tick));
        (world.Firms.Region[moved], world.Firms.Region[gone]) = (1, 2);
        Credit.End(world, 0);
        Assert.That(new[] { here, there, moved, gone }.Select(firm => world.Firms.Books[firm].ResearchShare), Is.EqualTo(new[] { 0.05, 0.07, 0.07, 0.05 }).Within(1e-12));
        world.Programmes.EndedAt[0] = world.Tick;
        Credit.End(world, 1);
        Assert.That(world.Firms.Books[there].ResearchShare, Is.EqualTo(0.05));
    }
}
