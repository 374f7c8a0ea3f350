using ClusterSim.Model.Engine;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class StartUpFinanceTests
{
    private static readonly StartUpFinance.Parameters BankOnly = new() { Leverage = 1, SocialCapital = 0, AngelReach = 0 };

    [TestCase(70, 60, 0)]    // pays alone, and no more than the cost
    [TestCase(40, 60, 20)]   // the bank closes the gap
    [TestCase(30, 60, 30)]   // up to leverage
    [TestCase(29, 29, 0)]    // beyond it there is no firm and no loan
    public void Step_OwnMoneyAndBank_PayForEntryUpToLeverage(double wealth, double raised, double loan)
    {
        World world = Worlds.Empty();
        Apply(world, wealth);
        Worlds.Step(world, new StartUpFinance(BankOnly));
        bool funded = raised >= Founding.TraditionalCost;
        Assert.That(world.Foundings.Raised[0], Is.EqualTo(raised));
        Assert.That(world.Foundings.Loan[0], Is.EqualTo(loan));
        Assert.That(world.Foundings.Size[0] > 0, Is.EqualTo(funded));
        Assert.That(world.Regions.Applicants[0], Is.EqualTo(1));
        Assert.That(world.Regions.Funded[0], Is.EqualTo(funded ? 1 : 0));
    }

    [TestCase(0.2, 0.4)]
    [TestCase(1, 0.4)]
    public void Step_FamilyAndFriends_FundTheirShareByRegionalTrust(double trust, double socialCapital)
    {
        const int founders = 2_000;
        World world = Worlds.Empty();
        world.Regions.Trust[0] = trust;
        for (int i = 0; i < founders; i++) Apply(world, 10);
        Worlds.Step(world, new StartUpFinance(BankOnly with { SocialCapital = socialCapital }));
        double share = socialCapital * (0.5 + trust);
        int funded = world.Foundings.Size.Span.ToArray().Count(size => size > 0);
        Assert.That(funded, Is.EqualTo(founders * share).Within(4 * Math.Sqrt(founders * share * (1 - share))));
    }

    [TestCase(0, 100, 40, true)]  // 10 own, 10 from the bank, 40 from angels next door
    [TestCase(1, 100, 40, true)]  // and as far as they look
    [TestCase(1, 99, 40, false)]
    [TestCase(0, 100, 39, false)] // all or nothing
    public void Step_Angels_PayFromRiskCapitalWithinReach(int region, double reach, double capital, bool funded)
    {
        World world = Worlds.Empty(2);
        world.Regions.RiskCapital[region] = capital;
        Apply(world, 10, competence: 5);
        Worlds.Step(world, new StartUpFinance(BankOnly with { AngelReach = reach, AngelNoise = 0 }));
        Assert.That(world.Foundings.Size[0] > 0, Is.EqualTo(funded));
        Assert.That(world.Regions.RiskCapital[region], Is.EqualTo(capital - (funded ? 40 : 0)));
        Assert.That(world.Clusters.RiskMoney[0], Is.EqualTo(funded ? 40 : 0), "counted where the firm is");
        Assert.That(world.Clusters.Deals[0], Is.EqualTo(funded ? 1 : 0));
    }

    [Test]
    public void Step_InwardPlant_IsNotAskedForMoney()
    {
        World world = Worlds.Empty();
        Apply(world, 0, origin: Origin.Inward);
        Worlds.Step(world, new StartUpFinance(BankOnly));
        Assert.That(world.Foundings.Size[0], Is.GreaterThan(0));
        Assert.That(world.Regions.Applicants[0], Is.Zero);
    }

    [Test]
    public void Step_CountsOfApplicants_DecayByATwelfth()
    {
        World world = Worlds.Empty();
        world.Regions.Applicants[0] = 24;
        world.Regions.Funded[0] = 12;
        Worlds.Step(world, new StartUpFinance(new()));
        Assert.That(world.Regions.Applicants[0], Is.EqualTo(22).Within(1e-12));
        Assert.That(world.Regions.Funded[0], Is.EqualTo(11).Within(1e-12));
    }

    [Test]
    public void History_WithoutFinanceConstraints_OpensNoFirmInTheRed()
    {
        World world = Worlds.Run(Worlds.With(("start-up-finance", null)), 1, 24).World;
        for (int firm = 0; firm < world.Firms.Count; firm++)
            if (world.Firms.FoundedAt[firm] == 23) Assert.That(world.Firms.Books[firm].Cash, Is.GreaterThanOrEqualTo(0));
        Assert.That(world.Firms.Closure.Span.ToArray(), Has.None.EqualTo(Closure.Insolvency));
    }

    private static void Apply(World world, double wealth, double competence = 0, Origin origin = Origin.DeNovo) =>
        Founding.Queue(world, Worlds.DrawsOf("test", 0), new Founding
        {
            Lineage = Lineage.Arrival("test", 0, 0, 0, world.Foundings.Count),
            Origin = origin, Parent = -1, Founder = -1, Competence = competence, Wealth = wealth,
        });

    [TestCase(0.4, false)]
    [TestCase(0.6, true)] // they put up with 0.16 below the mean
    public void Step_AngelsWhereRiskIsTolerated_DareMore(double tolerance, bool funded)
    {
        World world = Worlds.Empty();
        world.Regions.RiskCapital[0] = 1_000;
        world.Regions.RiskTolerance[0] = tolerance;
        Founding.Queue(world, Worlds.DrawsOf("test", 0), new Founding { Lineage = 7, Parent = -1, Founder = -1, Competence = -0.15, Wealth = 10 });
        Worlds.Step(world, new StartUpFinance(BankOnly with { AngelReach = 100, AngelNoise = 0 }));
        Assert.That(world.Foundings.RiskMoney[0] > 0, Is.EqualTo(funded));
    }
}
