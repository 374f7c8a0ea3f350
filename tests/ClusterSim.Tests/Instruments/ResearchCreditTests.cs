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
}
