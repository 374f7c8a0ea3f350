using ClusterSim.Model;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class VentureCapitalTests
{
    private static readonly VentureCapital.Parameters Calm = new() { Leakage = 0, ExitRate = 0, Noise = 0, Management = 0 };

    [TestCase(499, 499, 0)]
    [TestCase(500, 250, 250)]
    public void Step_RiskCapital_FormsAFundOfHalfOfItAtTheThreshold(double capital, double left, double raised)
    {
        World world = HighTech(2);
        Worlds.AddFirm(world, region: 1);
        world.Regions.RiskCapital[1] = capital;
        Worlds.Step(world, new VentureCapital(Calm));
        Assert.That(world.Regions.RiskCapital[1], Is.EqualTo(left));
        Assert.That(world.Investors.Count, Is.EqualTo(raised > 0 ? 1 : 0));
        if (raised == 0) return;
        Assert.That(world.Investors.Raised[0], Is.EqualTo(raised));
        Assert.That(world.Investors.Region[0], Is.EqualTo(1));
    }

    private static World HighTech(int regions = 1) =>
        Worlds.Empty(Worlds.Level(regions) with { Activities = [new ActivitySetup { Name = "focal", Regime = Regime.HighTech }] });

    [Test]
    public void Step_Leakage_TakesAQuarterOfAYearsShareOfRiskCapital()
    {
        World world = Worlds.Empty();
        world.Regions.RiskCapital[0] = 1_000;
        Worlds.Step(world, new VentureCapital(Calm with { Leakage = 0.2 }));
        Assert.That(world.Regions.RiskCapital[0], Is.EqualTo(1_000 * Math.Exp(-0.05)).Within(1e-9));
    }

    [Test]
    public void Step_Fund_BacksTheBestYoungFirmWithinReach()
    {
        World world = HighTech(3);
        int best = Worlds.AddFirm(world, 0, competence: 0.6, age: 100), second = Worlds.AddFirm(world, 0, competence: 0.5, age: 100);
        int old = Worlds.AddFirm(world, 0, competence: 0.9, age: 121), far = Worlds.AddFirm(world, 2, competence: 0.9, age: 100);
        world.Activities.SpreadCompetence[0] = 0.2;
        int fund = Funds.Open(world, InvestorKind.VentureFund, 0, 600); // looks 150 km far; region 2 lies at 200
        Worlds.Step(world, new VentureCapital(Calm with { Round = 250 }));
        Assert.That(world.Firms.Backer[best], Is.EqualTo(fund));
        Assert.That(new[] { world.Firms.Backer[second], world.Firms.Backer[old], world.Firms.Backer[far] }, Has.All.EqualTo(-1));
        Assert.That(world.Firms.Books[best].Cash, Is.EqualTo(350));
        Assert.That(world.Investors.Uninvested[fund], Is.EqualTo(350));
        Assert.That(world.Clusters.RiskMoney[0], Is.EqualTo(250));
    }

    [Test]
    public void Step_BackedFirms_GainTheFundsManagement()
    {
        World world = Worlds.Empty();
        int backed = Worlds.AddFirm(world), alone = Worlds.AddFirm(world);
        world.Firms.Backer[backed] = 0;
        for (int quarter = 0; quarter < 4; quarter++) Worlds.Step(world, new VentureCapital(Calm with { Management = 0.05 }));
        Assert.That(world.Firms.Competence[backed], Is.EqualTo(0.05).Within(1e-12));
        Assert.That(world.Firms.Managerial[backed], Is.EqualTo(0.05).Within(1e-12));
        Assert.That((world.Firms.Competence[alone], world.Firms.Managerial[alone]), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void Step_Exits_ComeAtTheirRateMostlyWorthlessAndTheRestAtLeastTheirMoney()
    {
        const int deals = 3_000;
        World world = Worlds.Empty();
        int fund = Funds.Open(world, InvestorKind.VentureFund, 0, deals * 10.0);
        for (int i = 0; i < deals; i++) Funds.Deal(world, fund, Worlds.AddFirm(world, staff: 0), 10);
        Worlds.Step(world, new VentureCapital(Calm with { ExitRate = 2, WriteOffs = 0.65, ExitTail = 1.1, LocalShare = 0.2, FundThreshold = 1e9 }));
        double[] exits = [.. Enumerable.Range(0, deals).Where(deal => world.Deals.ExitTick[deal] >= 0).Select(deal => world.Deals.ExitValue[deal])];
        double chance = 1 - Math.Exp(-0.5);
        Assert.That(exits, Has.Length.EqualTo(deals * chance).Within(4 * Math.Sqrt(deals * chance * (1 - chance))));
        double lost = exits.Count(value => value == 0) / (double)exits.Length;
        Assert.That(lost, Is.EqualTo(0.65).Within(4 * Math.Sqrt(0.65 * 0.35 / exits.Length)));
        Assert.That(exits.Where(value => value > 0), Has.All.InRange(10, 1_000));

        // Of a Pareto(1.1), the share above twice the money is 2^-1.1.
        double[] wins = [.. exits.Where(value => value > 0)];
        double above = Math.Pow(2, -1.1);
        Assert.That(wins.Count(value => value > 20) / (double)wins.Length, Is.EqualTo(above).Within(4 * Math.Sqrt(above * (1 - above) / wins.Length)));
        Assert.That(world.Regions.RiskCapital[0], Is.EqualTo(0.2 * exits.Sum()).Within(1e-6));
        Assert.That(world.Investors.Uninvested[fund], Is.EqualTo(exits.Sum() / 2).Within(1e-6));
    }

    [Test]
    public void Step_FirmHalfADeviationAboveTheMean_IsNotBacked()
    {
        World world = HighTech();
        int firm = Worlds.AddFirm(world, competence: 0.1, age: 24);
        world.Activities.SpreadCompetence[0] = 0.2;
        Funds.Open(world, InvestorKind.VentureFund, 0, 600);
        Worlds.Step(world, new VentureCapital(Calm));
        Assert.That(world.Firms.Backer[firm], Is.EqualTo(-1));
    }

    [TestCase(0.9, false)]
    [TestCase(1.1, true)] // 0.1 is half a deviation: the least that a fund dares where it is ready to take twice the risk
    public void Step_FundsWhereRiskIsTolerated_BackLesserFirms(double tolerance, bool backed)
    {
        World world = HighTech();
        int firm = Worlds.AddFirm(world, competence: 0.1, age: 24);
        world.Activities.SpreadCompetence[0] = 0.2;
        world.Regions.RiskTolerance[0] = tolerance;
        int fund = Funds.Open(world, InvestorKind.VentureFund, 0, 600);
        Worlds.Step(world, new VentureCapital(Calm));
        Assert.That(world.Firms.Backer[firm], Is.EqualTo(backed ? fund : -1));
    }

    [Test]
    public void Step_TraditionalFirm_IsNotBacked()
    {
        World world = Worlds.Empty(Worlds.Level(1) with { Activities = [new ActivitySetup { Name = "focal", Regime = Regime.Traditional }] });
        int firm = Worlds.AddFirm(world, competence: 1, age: 24);
        Funds.Open(world, InvestorKind.VentureFund, 0, 600);
        Worlds.Step(world, new VentureCapital(Calm));
        Assert.That(world.Firms.Backer[firm], Is.EqualTo(-1));
    }
}
