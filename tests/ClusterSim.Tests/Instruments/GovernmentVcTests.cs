using ClusterSim.Model.Instruments;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class GovernmentVcTests
{
    [TestCase(100, 73)]
    [TestCase(20, 0)] // no more than there is
    public void Apply_MonthByMonth_FillsOneFundAndDrivesPrivateMoneyOut(double capital, double left)
    {
        World world = Aid.World(purse: 50);
        world.Regions.RiskCapital[0] = capital;
        var instrument = new GovernmentVc(new() { CrowdingOut = 0.3 });
        Aid.Apply(world, instrument);
        world.Programmes.Purse[0] = 50;
        Aid.Apply(world, instrument);
        Assert.That(world.Investors.Count, Is.EqualTo(1));
        Assert.That(world.Investors.Kind[0], Is.EqualTo(InvestorKind.GovernmentFund));
        Assert.That(world.Investors.Raised[0], Is.EqualTo(90).Within(1e-12));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(90).Within(1e-12));
        Assert.That(world.Regions.RiskCapital[0], Is.EqualTo(left).Within(1e-12));
    }

    [Test]
    public void Fund_OfARegion_InvestsAtHomeOnly()
    {
        World world = Aid.World(purse: 1_000, regions: 2);
        int home = Worlds.AddFirm(world, region: 0, competence: 0.5, age: 24), better = Worlds.AddFirm(world, region: 1, competence: 0.9, age: 24);
        world.Activities.SpreadCompetence[0] = 0.2;
        Aid.Apply(world, new GovernmentVc(new()));
        Worlds.Step(world, new VentureCapital(new() { Noise = 0, ExitRate = 0 }));
        Assert.That(world.Firms.Backer[home], Is.Zero);
        Assert.That(world.Firms.Backer[better], Is.EqualTo(-1));
    }
}
