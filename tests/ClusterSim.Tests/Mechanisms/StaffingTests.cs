using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class StaffingTests
{
    [Test]
    public void Step_Wage_IsBackgroundLeadHabitSizeAndScarcity()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 20, competence: 0.5);
        world.Regions.BackgroundLogWage[0] = 0.1;
        world.Activities.MeanEffective[0] = 0.2;
        world.Firms.WageHabit[firm] = -1.5;
        world.Firms.ScarcityPremium[firm] = 0.1;
        world.Firms.Payroll[firm].Vacancies = 1;
        world.Firms.VacancyAge[firm] = 3;
        Worlds.Step(world, new Staffing(new() { RentSharing = 0.15, Habit = 0.08, SizePremium = 0.02, Scarcity = 0.005 }));
        double premium = 0.98 * 0.1 + 0.005;
        double expected = 0.1 + 0.15 * 0.3 - 0.08 * 1.5 + 0.02 * Math.Log(20) + premium;
        Assert.That(world.Firms.LogWage[firm], Is.EqualTo(expected).Within(1e-12));
    }

    [TestCase(25, 10, 0)]
    [TestCase(50, 10, 10)]
    [TestCase(10, 6, 0)] // 4 needed, 1 borne, 1 for luck
    public void Step_FirmWithJobsAbroad_NeedsTheRestAtHome(double sales, int staff, int posts)
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 10);
        world.Firms.Sales[firm] = sales;
        world.Firms.Offshored[firm] = 0.6;
        Worlds.Step(world, new Staffing(new() { Patience = 0.1, CapitalPerJob = 0 }));
        Assert.That((world.Firms.Payroll[firm].Headcount, world.Firms.Payroll[firm].Vacancies), Is.EqualTo((staff, posts)));
    }

    [Test]
    public void Step_StaffBeyondNeedAndPatience_IsLaidOffLastInFirstOut()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 30);
        int oldest = 0, latest = world.Firms.Payroll[firm].FirstWorker;
        world.Firms.Sales[firm] = 20;
        Worlds.Step(world, new Staffing(new() { Patience = 0.1 })); // 20 needed, 2 borne, 1 for luck
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(23));
        Assert.That(world.Clusters.LayOffs[0], Is.EqualTo(7));
        Assert.That(world.Regions.Displaced[0], Is.EqualTo(7));
        Assert.That(world.Regions.Unemployed[0], Is.EqualTo(7));
        Assert.That(world.Workers.Standing[latest], Is.EqualTo(Standing.Unemployed));
        Assert.That(world.Workers.Standing[oldest], Is.EqualTo(Standing.Employed));
    }

    [Test]
    public void Step_FirmWithoutSales_KeepsItsLastOne()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 3);
        world.Firms.Sales[firm] = 0;
        Worlds.Step(world, new Staffing(new() { Patience = 0 }));
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(2), "one needed, one borne");
    }

    [TestCase(12, 2, 100)]   // 20 % a year and one are free
    [TestCase(30, 11, 52)]   // 3 free, 8 from half of the cash at 6 each
    public void Step_Growth_IsFreeToAFifthAndPaidBeyond(double sales, int posts, double cash)
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 10);
        world.Firms.Sales[firm] = sales;
        Worlds.Step(world, new Staffing(new() { FreeGrowth = 0.2, CapitalPerJob = 6 }));
        Assert.That(world.Firms.Payroll[firm].Vacancies, Is.EqualTo(posts));
        Assert.That(world.Clusters.Vacancies[0], Is.EqualTo(posts));
        Assert.That(world.Firms.Books[firm].Cash, Is.EqualTo(cash));
        Assert.That(world.Firms.Books[firm].InvestmentBill, Is.EqualTo(100 - cash));
    }

    [Test]
    public void Step_PostsPaidForLastMonth_StayOpen()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 10);
        world.Firms.Sales[firm] = 30;
        var staffing = new Staffing(new());
        Worlds.Step(world, staffing);
        int posts = world.Firms.Payroll[firm].Vacancies;
        world.Tick = 1;
        Worlds.Step(world, staffing);
        Assert.That(world.Firms.Payroll[firm].Vacancies, Is.GreaterThanOrEqualTo(posts));
    }
}
