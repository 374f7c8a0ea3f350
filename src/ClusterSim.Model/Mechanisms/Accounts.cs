using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms sell, pay wages, suppliers, rent, research, disputes, dues, interest, taxes and dividends, and borrow when short.</summary>
/// <remarks>Price = markup over the unit cost at normal use of staff. Change in cash = revenue - wages - production abroad - inputs - rent -
/// research - disputes - dues - investment - taxes and dividends + equity + net borrowing + grants, checked for every firm in every
/// month. Buyers settle first, so that suppliers' revenue is exactly what buyers paid.</remarks>
[Mechanism("accounts", Id = "M10a", Theory = "accounting", Source = "assumption; identities as in Poledna et al. 2023",
    Summary = "Sales, costs, taxes, dividends, loans: the books of every firm")]
public sealed class Accounts(Accounts.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(1, 3, Unit = "1", Source = "assumption; De Loecker and Warzynski 2012 find 1.2 to 1.3", Summary = "Markup over unit cost")]
        public double Markup { get; init; } = 1.2;

        [Parameter(0, 0.5, Unit = "share of sales", Source = "assumption", Summary = "Rent at the country's rent level")]
        public double RentShare { get; init; } = 0.05;

        [Parameter(0, 1, Unit = "share of profit", Source = "assumption: UK corporation tax of 2019, 19 %", Summary = "Tax on profits")]
        public double Tax { get; init; } = 0.2;

        [Parameter(0, 60, Unit = "month of wages", Source = "assumption", Summary = "Cash that owners leave in the firm")]
        public double CashBuffer { get; init; } = 6;

        [Parameter(0, 1, Unit = "share of yearly revenue", Source = "assumption", Summary = "Debt that a bank allows a firm older than a year")]
        public double DebtLimit { get; init; } = 0.3;

        [Parameter(0, 0.5, Unit = "share a year", Source = "assumption", Summary = "Interest on bank debt")]
        public double Interest { get; init; } = 0.06;
    }

    public override void Step(World world, Draws draws)
    {
        Span<Books> books = world.Firms.Books.Span;
        foreach (int firm in world.Living) Open(ref books[firm]);
        // Buyers settle before those whom they order from: final producers first, then tier by tier.
        for (int tier = 0, settled = 0; settled < world.LivingCount; tier++) settled += SettleTier(world, tier);
    }

    private static void Open(ref Books books)
    {
        books.OpeningCash = books.Cash;
        books.EquityIn = books.NetBorrowing = books.InvestmentBill = books.Orders = 0;
    }

    private int SettleTier(World world, int tier)
    {
        int activities = world.Activities.Count, settled = 0;
        Span<int> tierOf = world.Activities.Tier.Span;
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        for (int i = 0; i < living.Length; i++)
        {
            if (tierOf[clusters[i] % activities] != tier) continue;
            settled++;
            ref Books books = ref world.Firms.Books[living[i]];
            Settle(world, living[i], clusters[i], ref books, supplier: tier > 0);
            Close(ref books, world.Tick - world.Firms.FoundedAt[living[i]], world.TickLength);
        }
        return settled;
    }

    private void Settle(World world, int firm, int cluster, ref Books books, bool supplier)
    {
        Firms firms = world.Firms;
        int staff = firms.Payroll[firm].Headcount, months = world.TickLength.Months;
        double skills = firms.Payroll[firm].SkillSum;
        double wage = world.Configuration.Country.BackgroundWage / 12 * Reproducible.Exp(firms.LogWage[firm]);
        double skill = staff == 0 ? 1 : skills / staff;
        double inputShare = world.Activities.InputsInAll[firms.Activity[firm]];
        books.Price = p.Markup * wage * skill * Reproducible.Exp(-firms.CostAdvantage[firm]) / (1 - inputShare - p.RentShare - 0.05);

        double revenue = supplier ? books.Orders : firms.Sales[firm] * books.Price * months;
        books.Revenue = revenue;
        books.WageBill = wage * skills * months;
        double abroad = firms.Offshored[firm];
        // As many hours as the share says, at the wages there.
        books.ForeignBill = abroad == 0 ? 0 : books.WageBill * abroad / (1 - abroad) * Reproducible.Exp(-world.Country.WageGapAbroad[0]);
        books.InputBill = inputShare * revenue;
        books.RentBill = p.RentShare * revenue * world.Regions.Rent[firms.Region[firm]];
        books.ResearchBill = books.ResearchShare * revenue;
        books.DisputeBill = world.Regions.DisputeShare[firms.Region[firm]] * revenue;

        Clusters clusters = world.Clusters;
        ref Association association = ref clusters.Association[cluster];
        books.Dues = firms.Member[firm] == 0 ? 0 : association.DuesShare * revenue;
        association.Fund += books.Dues;
        clusters.Sales[cluster] += revenue;
        clusters.Wages[cluster] += books.WageBill;
        clusters.PersonMonths[cluster] += staff * months;
        clusters.Inputs[cluster] += books.InputBill;
        if (firms.SupplierCount[firm] > 0) PaySuppliers(world, firm, cluster, revenue);
    }

    private static void PaySuppliers(World world, int firm, int cluster, double revenue)
    {
        Firms firms = world.Firms;
        ref SupplyLinks links = ref firms.Suppliers[firm];
        int count = firms.SupplierCount[firm], region = firms.Region[firm];
        for (int i = 0; i < count; i++)
        {
            int supplier = links[i].Supplier;
            if (!firms.Alive(supplier)) continue; // links are mended once a quarter
            // What no link covers is bought abroad and leaves the model.
            double order = world.InputShare(firms.Activity[firm], firms.Activity[supplier]) * revenue;
            firms.Books[supplier].Orders += order;
            if (firms.Region[supplier] == region) world.Clusters.LocalInputs[cluster] += order;
        }
    }

    /// <param name="age">Months since the firm was founded.</param>
    /// <param name="tick">What the books span.</param>
    private void Close(ref Books books, int age, TickLength tick)
    {
        int months = tick.Months;
        double wages = books.WageBill / months, part = tick.Share(0.1);
        double profit = books.Revenue - books.Costs;
        double cash = books.Cash + profit;
        double tax = p.Tax * Math.Max(0, profit);
        cash -= tax;
        double dividend = part * Math.Max(0, cash - books.Debt - p.CashBuffer * wages);
        cash -= dividend;

        double interest = p.Interest / 12 * books.Debt * months;
        double repayment = Math.Min(books.Debt, part * Math.Max(0, cash - 2 * wages));
        double loan = 0;
        if (cash - interest < 0 && age >= 12) // banks lend to those they have known for a year
            loan = Math.Clamp(p.DebtLimit * 12 * books.Revenue / months - books.Debt, 0, interest - cash + wages);
        books.Debt += loan - repayment;
        books.NetBorrowing += loan - repayment - interest;
        books.TaxesAndDividends = tax + dividend;
        books.Cash = cash + loan - repayment - interest;
        books.MonthsInsolvent = books.Cash < 0 ? books.MonthsInsolvent + (books.MonthsInsolvent == 0 ? (months + 1) / 2 : months) : 0;
    }
}
