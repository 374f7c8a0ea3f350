using ClusterSim.Model;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class AccountsTests
{
    [Test]
    public void CashFlow_OfEveryFirmInEveryMonth_IsTheSumOfItsEntries()
    {
        var history = new History(new ModelConfiguration
        {
            Activities = [
                new ActivitySetup { Name = "focal", Regime = Regime.HighTech, InitialDemand = 600 },
                new ActivitySetup { Name = "inputs", SuppliesTo = "focal", InputShare = 0.3 }],
        });
        history.Begin(3, 0);
        Firms firms = history.World.Firms;
        double worst = 0;
        int entries = 0;
        for (int month = 0; month < 120; month++)
        {
            history.Advance();
            foreach (int firm in history.World.Living)
            {
                Books books = firms.Books[firm];
                double costs = books.WageBill + books.ForeignBill + books.InputBill + books.RentBill + books.ResearchBill + books.DisputeBill + books.Dues;
                double flows = books.Revenue - costs - books.InvestmentBill - books.TaxesAndDividends + books.EquityIn + books.NetBorrowing;
                worst = Math.Max(worst, Math.Abs(books.OpeningCash + flows - books.Cash));
                entries++;
            }
        }
        Assert.That(entries, Is.GreaterThan(1_000), "the identity must have been tried");
        Assert.That(worst, Is.LessThan(1e-8));
    }

    [Test]
    public void Step_ProfitableFirm_PaysTaxAndATenthOfIdleCash()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 10);
        world.Firms.Books[firm].Cash = 1_000;
        Worlds.Step(world, new Accounts(new() { Markup = 1.2, RentShare = 0.05, Tax = 0.2, CashBuffer = 6 }));

        double wages = 30.0 / 12 * 10, revenue = 10 * 1.2 * 2.5 / 0.9;
        double profit = revenue * (1 - 0.05 - 0.05) - wages, cash = 1_000 + 0.8 * profit, dividend = 0.1 * (cash - 6 * wages);
        Assert.That(world.Firms.Books[firm].Revenue, Is.EqualTo(revenue).Within(1e-9));
        Assert.That(world.Firms.Books[firm].TaxesAndDividends, Is.EqualTo(0.2 * profit + dividend).Within(1e-9));
        Assert.That(world.Firms.Books[firm].Cash, Is.EqualTo(cash - dividend).Within(1e-9));
        Assert.That(world.Clusters.Sales[0], Is.EqualTo(revenue).Within(1e-9));
        Assert.That(world.Clusters.Wages[0], Is.EqualTo(wages).Within(1e-9));
        Assert.That(world.Clusters.PersonMonths[0], Is.EqualTo(10));
    }

    [Test]
    public void Step_DisputesDuesAndWorkAbroad_AreBilledByHand()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 10), outsider = Worlds.AddFirm(world, staff: 10);
        world.Regions.DisputeShare[0] = 0.012;
        world.Clusters.Association[0] = new Association { FoundedAt = 1, DuesShare = 0.002, Fund = 5 };
        world.Firms.Member[firm] = 1;
        world.Country.WageGapAbroad[0] = 1;
        world.Firms.Offshored[firm] = 0.6;
        world.Firms.CostAdvantage[firm] = Offshoring.Advantage(0.6, 1);
        world.Firms.Sales[firm] = 25; // as ten at home and fifteen abroad make
        Worlds.Step(world, new Accounts(new() { Markup = 1.2, RentShare = 0.05, Tax = 0 }));
        double hours = 0.4 + 0.6 / Math.E, price = 1.2 * 2.5 * hours / 0.9, revenue = 25 * price;
        Books books = world.Firms.Books[firm];
        Assert.That(books.Price, Is.EqualTo(price).Within(1e-9));
        Assert.That(books.WageBill, Is.EqualTo(25).Within(1e-9));
        Assert.That(books.ForeignBill, Is.EqualTo(15 * 2.5 / Math.E).Within(1e-9));
        Assert.That(books.WageBill + books.ForeignBill, Is.EqualTo(0.9 / 1.2 * revenue).Within(1e-9), "the markup stands on all hours, wherever worked");
        Assert.That(books.DisputeBill, Is.EqualTo(0.012 * revenue).Within(1e-9));
        Assert.That(books.Dues, Is.EqualTo(0.002 * revenue).Within(1e-9));
        Assert.That(world.Clusters.Association[0].Fund, Is.EqualTo(5 + 0.002 * revenue).Within(1e-9));
        Assert.That((world.Firms.Books[outsider].Dues, world.Firms.Books[outsider].ForeignBill), Is.EqualTo((0.0, 0.0)));
    }

    [TestCase(11, -7, 0, 1)]
    [TestCase(12, 25, 32, 0)] // the hole of 7 and a month's wages
    public void Step_FirmInTheRed_FindsALenderOnlyAfterItsFirstYear(int age, double cash, double debt, int monthsInsolvent)
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 10, age: age);
        world.Firms.Books[firm].Cash = 0;
        world.Firms.Sales[firm] = 6; // revenue 20 of which 2 go on rent and research, wages 25
        Worlds.Step(world, new Accounts(new()));
        Assert.That(world.Firms.Books[firm].Cash, Is.EqualTo(cash).Within(1e-9));
        Assert.That(world.Firms.Books[firm].Debt, Is.EqualTo(debt).Within(1e-9));
        Assert.That(world.Firms.Books[firm].MonthsInsolvent, Is.EqualTo(monthsInsolvent));
    }

    [Test]
    public void Step_LinkedSuppliers_ReceiveExactlyWhatBuyersPaid()
    {
        World world = Worlds.Empty(2, 2);
        int near = Worlds.AddFirm(world, 0), far = Worlds.AddFirm(world, 1, staff: 20), supplier = Worlds.AddFirm(world, 0, 1);
        Worlds.AddSupplier(world, near, supplier, 0.5f);
        Worlds.AddSupplier(world, far, supplier, 0.5f);
        Worlds.Step(world, new Accounts(new()));
        Firms firms = world.Firms;
        Assert.That(firms.Books[supplier].Revenue, Is.EqualTo(firms.Books[near].InputBill + firms.Books[far].InputBill).Within(1e-9));
        Assert.That(firms.Books[near].InputBill, Is.EqualTo(0.2 * firms.Books[near].Revenue).Within(1e-9));
        Assert.That(world.Clusters.LocalInputs[world.Cluster(0, 0)], Is.EqualTo(firms.Books[near].InputBill).Within(1e-9));
        Assert.That(world.Clusters.LocalInputs[world.Cluster(1, 0)], Is.Zero, "what comes from the next region is not local");
    }

    [Test]
    public void Step_DeadSupplier_GetsNoOrders()
    {
        World world = Worlds.Empty(1, 2);
        int buyer = Worlds.AddFirm(world), dead = Worlds.AddFirm(world, 0, 1);
        Worlds.AddSupplier(world, buyer, dead, 0.5f);
        world.Firms.ClosedAt[dead] = 0;
        world.RefreshFirms();
        Worlds.Step(world, new Accounts(new()));
        Assert.That(world.Firms.Books[dead].Orders, Is.Zero);
        Assert.That(world.Clusters.LocalInputs[0], Is.Zero);
    }

    [Test]
    public void Step_SupplierOfASupplier_IsPaidWhateverItsRow()
    {
        ModelConfiguration configuration = Worlds.Level(1) with
        {
            Activities = [
                new ActivitySetup { Name = "focal" },
                new ActivitySetup { Name = "parts", SuppliesTo = "focal", InputShare = 0.2 },
                new ActivitySetup { Name = "steel", SuppliesTo = "parts", InputShare = 0.3 }],
        };
        World world = Worlds.Empty(configuration);
        int steel = Worlds.AddFirm(world, 0, 2), parts = Worlds.AddFirm(world, 0, 1), buyer = Worlds.AddFirm(world);
        Worlds.AddSupplier(world, buyer, parts, 0.5f);
        Worlds.AddSupplier(world, parts, steel, 0.5f);
        Worlds.Step(world, new Accounts(new()));
        Assert.That(world.Firms.Books[steel].Revenue, Is.EqualTo(world.Firms.Books[parts].InputBill).Within(1e-9));
    }
}
