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
}
