using ClusterSim.Model.Engine;
using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class AngelTaxCreditTests
{
    private static readonly AngelTaxCredit Credit = new(new() { Refund = 0.3 });

    [TestCase(150, 30)]
    [TestCase(50, 0)]       // nothing new
    [TestCase(1_050, 90)]   // no more than there is
    public void Apply_RiskMoneySinceLastMonth_IsRefundedInPartAndWhatCameBeforeIsNot(double invested, double refund)
    {
        World world = Aid.World(purse: 100);
        world.Clusters.RiskMoney[0] = 50;
        Aid.Apply(world, Credit);
        Assert.That(world.Programmes.Spent[0], Is.Zero, "what came before");
        world.Clusters.RiskMoney[0] = invested;
        Aid.Month(world, Credit, purse: 100);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(refund).Within(1e-12));
        Assert.That(world.Regions.RiskCapital[0], Is.EqualTo(refund).Within(1e-12));
        Aid.Month(world, Credit, purse: 100);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(refund).Within(1e-12), "once");
    }

    /// <summary>A tick of a quarter reaches back three months: what a fund gave in the last one is not refunded either.</summary>
    [Test]
    public void Apply_MoneyOfFundsAQuarterBefore_IsNotRefunded()
    {
        World world = Aid.World(purse: 100, tick: Pace.Quarter);
        int firm = Worlds.AddFirm(world), venture = Funds.Open(world, InvestorKind.VentureFund, 0, 1_000);
        Aid.Apply(world, Credit);
        Funds.Deal(world, venture, firm, 50);
        world.Clusters.RiskMoney[0] += 20; // the angels'
        world.Tick += 3;
        Aid.Apply(world, Credit);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(0.3 * 20).Within(1e-12));
    }

    /// <summary>Of 200 that came, a venture fund gave 50 and a public fund 100: the angels' 50 are refunded.</summary>
    [Test]
    public void Apply_MoneyOfFunds_IsNotRefunded()
    {
        World world = Aid.World(purse: 100, regions: 2);
        int firm = Worlds.AddFirm(world, region: 0), other = Worlds.AddFirm(world, region: 0), away = Worlds.AddFirm(world, region: 1);
        int venture = Funds.Open(world, InvestorKind.VentureFund, 0, 1_000), state = Funds.Open(world, InvestorKind.GovernmentFund, 0, 1_000);
        Funds.Deal(world, venture, other, 400); // before the credit began
        world.Tick += 2;
        world.Programmes.StartedAt[0] = world.Tick;
        Aid.Apply(world, Credit);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
        Funds.Deal(world, venture, firm, 50);
        Funds.Deal(world, state, other, 100);
        Funds.Deal(world, venture, away, 70);
        world.Clusters.RiskMoney[0] += 50;
        Aid.Month(world, Credit, purse: 100);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(0.3 * 50).Within(1e-12));
        Aid.Month(world, Credit, purse: 100);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(0.3 * 50).Within(1e-12), "once");
    }
}
