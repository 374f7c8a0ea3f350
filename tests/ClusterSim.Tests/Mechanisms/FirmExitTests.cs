using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class FirmExitTests
{
    private const int Old = 100_000;

    [TestCase(Old, 8, 0, 1)]
    [TestCase(0, 8, 0, 5)]              // the newborn: 1 + youth
    [TestCase(24, 8, 0, 2.471518)]      // 1 + 4/e
    [TestCase(Old, 64, 0, 0.632878)]    // 8^-0.22
    [TestCase(Old, 8, 0.5, 0.606531)]   // e^-0.5
    [TestCase(Old, 8, -3, 2.718282)]    // a lag counts up to one
    public void Step_Failures_ComeByAgeSizeAndLead(int age, int staff, double lead, double factor)
    {
        const int crowd = 300, months = 40;
        const double hazard = 0.2;
        World world = Worlds.Empty();
        for (int i = 0; i < crowd; i++) Worlds.AddFirm(world, staff: 0);
        Firms firms = world.Firms;
        var mechanism = new FirmExit(new() { Hazard = hazard, Youth = 4, SizeExponent = 0.22 });
        for (world.Tick = 0; world.Tick < months; world.Tick++)
        {
            firms.ClosedAt.Span.Fill(-1); // whoever failed last month is back
            foreach (ref Payroll payroll in firms.Payroll.Span) payroll.Headcount = staff;
            firms.Sales.Span.Fill(staff);
            firms.Effective.Span.Fill(lead);
            firms.FoundedAt.Span.Fill(world.Tick - age);
            Worlds.Step(world, mechanism);
        }
        double expected = crowd * months * hazard / 12 * factor;
        Assert.That(world.Clusters.Exits[0], Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
    }

    [TestCase(0.99, 0, Closure.TooSmall)]
    [TestCase(9, 3, Closure.Insolvency)]
    [TestCase(9, 2, Closure.None)]
    public void Step_NoSalesOrNoCash_ClosesTheFirmAndDisplacesItsStaff(double sales, int monthsInsolvent, Closure why)
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 9);
        world.Firms.Sales[firm] = sales;
        world.Firms.Books[firm].MonthsInsolvent = monthsInsolvent;
        world.Firms.Payroll[firm].Vacancies = world.Clusters.Vacancies[0] = 2;
        world.Tick = 7;
        Worlds.Step(world, new FirmExit(new() { Hazard = 0, Grace = 3 }));
        bool closed = why != Closure.None;
        Assert.That(world.Firms.Closure[firm], Is.EqualTo(why));
        Assert.That(world.Firms.ClosedAt[firm], Is.EqualTo(closed ? 7 : -1));
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(closed ? 0 : 9));
        Assert.That(world.Regions.Displaced[0], Is.EqualTo(closed ? 9 : 0));
        Assert.That(world.Regions.Unemployed[0], Is.EqualTo(closed ? 9 : 0));
        Assert.That(world.Clusters.Firms[0], Is.EqualTo(closed ? 0 : 1));
        Assert.That(world.Clusters.Exits[0], Is.EqualTo(closed ? 1 : 0));
        Assert.That(world.Clusters.Vacancies[0], Is.EqualTo(closed ? 0 : 2));
    }

    [Test]
    public void Step_Acquisition_HandsStaffAndCustomersToALargerNeighbour()
    {
        World world = Worlds.Empty(2);
        int small = Worlds.AddFirm(world, staff: 2, age: 0), large = Worlds.AddFirm(world, staff: 30);
        int smaller = Worlds.AddFirm(world, staff: 1), elsewhere = Worlds.AddFirm(world, region: 1, staff: 50);
        world.Firms.Books[small].Revenue = 10;
        // The newborn fails for certain; the others are too good to fail in one month of this seed.
        foreach (int other in new[] { large, smaller, elsewhere }) world.Firms.Effective[other] = 1;
        Worlds.Step(world, new FirmExit(new() { Hazard = 0.5, Youth = 20, AcquiredShare = 1, Price = 0.5 }));
        Assert.That(world.Firms.Closure[small], Is.EqualTo(Closure.Acquisition));
        Assert.That(world.Firms.Payroll[large].Headcount, Is.EqualTo(32));
        Assert.That(world.Firms.Sales[large], Is.EqualTo(32));
        Assert.That(world.Regions.Unemployed[0], Is.Zero);
        Assert.That(world.Regions.Displaced[0], Is.Zero);
        Assert.That(world.Regions.RiskCapital[0], Is.EqualTo(0.2 * 0.5 * 12 * 10).Within(1e-12));
    }
}
