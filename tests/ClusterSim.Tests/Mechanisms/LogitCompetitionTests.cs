using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class LogitCompetitionTests
{
    private static readonly LogitCompetition.Parameters Quiet = new() { Noise = 0, Adjustment = 1 };

    [Test]
    public void Step_FullAdjustment_SharesOfFirmsAndTheOutsideGoodSumToOne()
    {
        World world = Worlds.Empty(2);
        Worlds.AddFirm(world, 0, competence: 0.3);
        Worlds.AddFirm(world, 1, competence: -0.1);
        Worlds.AddFirm(world, 1, competence: 0.05);
        world.Activities.Volume[0] = 12;
        Worlds.Step(world, new LogitCompetition(Quiet));
        double sold = world.Firms.Sales.Span.ToArray().Sum(), outside = 6 / world.Activities.Attraction[0];
        Assert.That(sold / 12 + outside, Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void Step_BetterFirm_SellsMoreByTheExponentOfItsLead()
    {
        World world = Worlds.Empty();
        int good = Worlds.AddFirm(world, competence: 0.2), plain = Worlds.AddFirm(world);
        world.Activities.Volume[0] = 12;
        Worlds.Step(world, new LogitCompetition(Quiet with { Sharpness = 5, OutsideGood = 0 }));
        Assert.That(world.Firms.Sales[good] / world.Firms.Sales[plain], Is.EqualTo(Math.E).Within(1e-9));
        Assert.That(world.Activities.MeanCompetence[0], Is.EqualTo(0.1).Within(1e-12));
        Assert.That(world.Activities.SpreadCompetence[0], Is.EqualTo(0.1).Within(1e-12));
    }

    [Test]
    public void Step_EffectiveCompetence_AddsUpEverythingThatCustomersMeet()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, competence: 0.4, staff: 20);
        world.Firms.Misfit[firm] = 0.1;
        world.Firms.InputQuality[firm] = 0.02;
        world.Firms.Payroll[firm].SkillSum = 20 * 1.3;
        world.Firms.LogWage[firm] = 0.5;
        world.Clusters.Externality[0] = 0.03;
        world.Clusters.Advantage[0] = 0.04;
        world.Regions.Infrastructure[0] = 0.1;
        Worlds.Step(world, new LogitCompetition(new() { SpanOfControl = 5, Diseconomy = 0.2, SkillWeight = 0.3, Sharpness = 4, WagePassThrough = 0.3 }));
        double effective = 0.4 - 0.1 + 0.02 + 0.03 + 0.04 + 0.3 * Math.Log(1.3) - 0.05 * 0.8 - 0.2 * Math.Log(4);
        Assert.That(world.Firms.Effective[firm], Is.EqualTo(effective).Within(1e-12));
        Assert.That(Math.Log(world.Firms.Attraction[firm]), Is.EqualTo(4 * (effective - 0.15)).Within(1e-12));
    }

    [Test]
    public void Step_NoAdjustmentAndNoNoise_LeavesSales()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, competence: 1);
        world.Activities.Volume[0] = 1_000;
        Worlds.Step(world, new LogitCompetition(new() { Noise = 0, Adjustment = 0 }));
        Assert.That(world.Firms.Sales[firm], Is.EqualTo(10));
    }

    [Test]
    public void Step_DemandBeyondCapacity_IsNotServed()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 10);
        world.Activities.Volume[0] = 1_000_000;
        Worlds.Step(world, new LogitCompetition(Quiet));
        Assert.That(world.Firms.Sales[firm], Is.EqualTo(1.25 * 10 + 2));
    }

    [Test]
    public void Step_PartnersStandardsAndGoodwill_EnterWhatCustomersMeet()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, competence: 0.4, staff: 20);
        world.Firms.ComplexityLoss[firm] = 0.1;
        world.Firms.ServiceGain[firm] = 0.02;
        world.Firms.Managerial[firm] = 0.3;
        world.Firms.LogWage[firm] = 0.5;
        world.Firms.CostAdvantage[firm] = 0.2;
        world.Clusters.Association[0] = new Association { FoundedAt = 1, Standards = 0.5, Goodwill = 0.07 };
        Worlds.Step(world, new LogitCompetition(new()
        {
            SpanOfControl = 5, Diseconomy = 0.2, ManagerialSpan = 2, StandardsWeight = 0.06, Sharpness = 4, WagePassThrough = 0.3,
        }));
        double effective = 0.4 - 0.1 + 0.02 + 0.06 * 0.5 - 0.2 * (Math.Log(4) - 2 * 0.3);
        Assert.That(world.Firms.Effective[firm], Is.EqualTo(effective).Within(1e-12));
        Assert.That(Math.Log(world.Firms.Attraction[firm]), Is.EqualTo(4 * (effective - 0.3 * (0.5 - 0.2)) + 0.07).Within(1e-12));
    }

    [Test]
    public void Step_PublicOrders_ComeOnTopOfTheMarketAndDrawEntrants()
    {
        World plain = Worlds.Empty(), served = Worlds.Empty();
        foreach (World world in (World[])[plain, served])
        {
            Worlds.AddFirm(world);
            world.Activities.Volume[0] = 5;
        }
        served.Firms.PublicOrders[0] = 4;
        served.Activities.PublicVolume[0] = 8;
        Worlds.Step(plain, new LogitCompetition(Quiet));
        Worlds.Step(served, new LogitCompetition(Quiet));
        Assert.That(served.Firms.Sales[0], Is.EqualTo(plain.Firms.Sales[0] + 4).Within(1e-12));
        Assert.That(served.Activities.Opportunity[0], Is.GreaterThan(plain.Activities.Opportunity[0]));
    }

    [Test]
    public void Step_Submarket_HasCustomersOfItsOwnAndNoneAreLost()
    {
        World world = Worlds.Empty();
        int old = Worlds.AddFirm(world), other = Worlds.AddFirm(world, competence: 0.3), niche = Worlds.AddFirm(world);
        world.Firms.InSubmarket[niche] = 1;
        world.Activities.Submarket[0] = new Submarket { OpenedAt = 1, Share = 0.25, Potential = 0.5 };
        world.Activities.Volume[0] = 12;
        Worlds.Step(world, new LogitCompetition(Quiet with { OutsideGood = 4, Sharpness = 5 }));
        // Attraction of a firm at competence 0 is 1; the outside good is divided like demand.
        Assert.That(world.Firms.Sales[niche], Is.EqualTo(12 * 0.25 / (1 + 4 * 0.25)).Within(1e-12));
        Assert.That(world.Firms.Sales[old], Is.EqualTo(12 * 0.75 / (1 + Math.Exp(1.5) + 4 * 0.75)).Within(1e-12));
        double sold = world.Firms.Sales[old] + world.Firms.Sales[other], outside = 12 * 0.75 * 4 * 0.75 / world.Activities.Attraction[0];
        Assert.That(sold + outside, Is.EqualTo(12 * 0.75).Within(1e-12));
    }

    [Test]
    public void Step_FirmWithJobsAbroad_CanServeAsMuchMore()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 10);
        world.Firms.Offshored[firm] = 0.6;
        world.Activities.Volume[0] = 1_000_000;
        Worlds.Step(world, new LogitCompetition(Quiet));
        Assert.That(world.Firms.Sales[firm], Is.EqualTo(1.25 * 10 / 0.4 + 2).Within(1e-12));
    }

    [TestCase(10, 0.04)]
    [TestCase(1_000, 0.04 * 0.436516)] // 100^-0.18
    public void Step_Noise_FallsWithSizeByItsPower(int staff, double meanDeviation)
    {
        const int months = 4_000;
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 0);
        world.Firms.Payroll[firm].Headcount = staff;
        world.Firms.Payroll[firm].SkillSum = staff;
        var mechanism = new LogitCompetition(new() { Noise = 0.04, NoiseExponent = 0.18, Adjustment = 0 });
        double deviation = 0;
        for (int month = 0; month < months; month++)
        {
            world.Tick = month;
            world.Firms.Sales[firm] = 1;
            Worlds.Step(world, mechanism);
            deviation += Math.Abs(world.Firms.Sales[firm] - 1);
        }
        // The absolute value of a Laplace variable is exponential: its standard deviation equals its mean.
        Assert.That(deviation / months, Is.EqualTo(meanDeviation).Within(4 * meanDeviation / Math.Sqrt(months)));
    }
}
