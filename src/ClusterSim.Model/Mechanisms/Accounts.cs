using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms sell, pay wages, suppliers, rent, research, interest, taxes and dividends, and borrow when short.</summary>
/// <remarks>Price = markup over the unit cost at normal use of staff. Change in cash = revenue - wages - inputs - rent -
/// research - investment - taxes and dividends + equity + net borrowing + grants, checked for every firm in every
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
        foreach (int firm in world.Living) OpenBooks(world, firm);
        // Buyers settle before those whom they order from: final producers first, then tier by tier.
        for (int tier = 0, settled = 0; settled < world.LivingCount; tier++) settled += SettleTier(world, tier);
    }

    private int SettleTier(World world, int tier)
    {
        int settled = 0;
        foreach (int firm in world.Living)
        {
            int activity = world.Firms.Activity[firm];
            if (Tier(world, activity) != tier) continue;
            settled++;
            Settle(world, firm, supplier: tier > 0);
            CloseBooks(world, firm);
        }
        return settled;
    }

    /// <summary>Steps from final demand: 0 for those who sell to it.</summary>
    private static int Tier(World world, int activity)
    {
        int tier = 0;
        for (int buyer = world.Activities.Buyer[activity]; buyer >= 0; buyer = world.Activities.Buyer[buyer]) tier++;
        return tier;
    }

    private static void OpenBooks(World world, int firm)
    {
        Firms firms = world.Firms;
        firms.OpeningCash[firm] = firms.Cash[firm];
        firms.EquityIn[firm] = firms.NetBorrowing[firm] = 0;
        firms.InvestmentBill[firm] = firms.Orders[firm] = 0;
    }

    private void Settle(World world, int firm, bool supplier)
    {
        Firms firms = world.Firms;
        double wage = world.Configuration.Country.BackgroundWage / 12 * Reproducible.Exp(firms.LogWage[firm]);
        double skill = firms.Headcount[firm] == 0 ? 1 : firms.SkillSum[firm] / firms.Headcount[firm];
        double inputShare = world.Activities.InputsInAll[firms.Activity[firm]];
        double research = firms.ResearchShare[firm];
        firms.Price[firm] = p.Markup * wage * skill / (1 - inputShare - p.RentShare - 0.05);

        double revenue = supplier ? firms.Orders[firm] : firms.Sales[firm] * firms.Price[firm];
        firms.Revenue[firm] = revenue;
        firms.WageBill[firm] = wage * firms.SkillSum[firm];
        firms.InputBill[firm] = inputShare * revenue;
        firms.RentBill[firm] = p.RentShare * revenue * world.Regions.Rent[firms.Region[firm]];
        firms.ResearchBill[firm] = research * revenue;

        int cluster = world.ClusterOf(firm);
        world.Clusters.Sales[cluster] += revenue;
        world.Clusters.Wages[cluster] += firms.WageBill[firm];
        world.Clusters.PersonMonths[cluster] += firms.Headcount[firm];
        world.Clusters.Inputs[cluster] += firms.InputBill[firm];
        PaySuppliers(world, firm, cluster);
    }

    private static void PaySuppliers(World world, int firm, int cluster)
    {
        Firms firms = world.Firms;
        ref SupplyLinks links = ref firms.Suppliers[firm];
        for (int i = 0; i < firms.SupplierCount[firm]; i++)
        {
            int supplier = links[i].Supplier;
            if (!firms.Alive(supplier)) continue; // links are mended once a quarter
            // What no link covers is bought abroad and leaves the model.
            double order = world.Activities.InputShare[firms.Activity[supplier]] * firms.Revenue[firm];
            firms.Orders[supplier] += order;
            if (firms.Region[supplier] == firms.Region[firm]) world.Clusters.LocalInputs[cluster] += order;
        }
    }

    private void CloseBooks(World world, int firm)
    {
        Firms firms = world.Firms;
        double profit = firms.Revenue[firm] - firms.WageBill[firm] - firms.InputBill[firm] - firms.RentBill[firm] - firms.ResearchBill[firm];
        double cash = firms.Cash[firm] + profit;
        double tax = p.Tax * Math.Max(0, profit);
        cash -= tax;
        double dividend = 0.1 * Math.Max(0, cash - firms.Debt[firm] - p.CashBuffer * firms.WageBill[firm]);
        cash -= dividend;

        double interest = p.Interest / 12 * firms.Debt[firm];
        double repayment = Math.Min(firms.Debt[firm], 0.1 * Math.Max(0, cash - 2 * firms.WageBill[firm]));
        double loan = 0;
        if (cash - interest < 0)
        {
            double wanted = interest - cash + firms.WageBill[firm];
            bool known = world.Tick - firms.FoundedAt[firm] >= 12;
            loan = known ? Math.Clamp(p.DebtLimit * 12 * firms.Revenue[firm] - firms.Debt[firm], 0, wanted) : 0;
        }
        firms.Debt[firm] += loan - repayment;
        firms.NetBorrowing[firm] += loan - repayment - interest;
        firms.TaxesAndDividends[firm] = tax + dividend;
        firms.Cash[firm] = cash + loan - repayment - interest;
        firms.MonthsInsolvent[firm] = firms.Cash[firm] < 0 ? firms.MonthsInsolvent[firm] + 1 : 0;
    }
}
