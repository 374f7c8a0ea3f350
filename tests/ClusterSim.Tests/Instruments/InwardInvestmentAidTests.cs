using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class InwardInvestmentAidTests
{
    [TestCase(0, 2)] // 450 pay for two sites of 200
    [TestCase(1, 0)] // both would have come anyway
    public void Apply_Money_LuresSitesAndPaysForThoseThatWouldHaveComeToo(double deadweight, int sites)
    {
        World world = Aid.World(purse: 500);
        Worlds.AddFirm(world);
        Aid.Apply(world, new InwardInvestmentAid(new() { UnitCost = 10, Staff = 20, Deadweight = deadweight, Capital = 7 }));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(400).Within(1e-12));
        Assert.That(world.Foundings.Count, Is.EqualTo(sites));
        for (int row = 0; row < sites; row++)
        {
            Assert.That((world.Foundings.Origin[row], world.Foundings.Size[row], world.Foundings.SupportedBy[row]), Is.EqualTo((Origin.Inward, 20, 0)));
            Assert.That(world.Foundings.Raised[row], Is.EqualTo(world.Foundings.Cost[row] + 7 * 20 + 200));
        }
        Assert.That(world.Foundings.Lineage.Span.ToArray(), Is.Unique);
    }

    [Test]
    public void Apply_TradeWithoutFirms_CostsNothing()
    {
        World world = Aid.World(purse: 500);
        Aid.Apply(world, new InwardInvestmentAid(new()));
        Assert.That((world.Programmes.Spent[0], world.Foundings.Count), Is.EqualTo((0.0, 0)));
    }
}
