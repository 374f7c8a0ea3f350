using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>What investors do with money: open a fund, do a deal. Mechanisms and instruments share it.</summary>
public static class Funds
{
    /// <summary>Opens a fund, or adds to the one of that kind and region that exists.</summary>
    /// <param name="money">GBP thousand.</param>
    /// <returns>Row of the investor.</returns>
    public static int Open(World world, InvestorKind kind, int region, double money)
    {
        Investors investors = world.Investors;
        for (int investor = 0; investor < investors.Count; investor++)
        {
            if (investors.Kind[investor] != kind || investors.Region[investor] != region) continue;
            investors.Raised[investor] += money;
            investors.Uninvested[investor] += money;
            return investor;
        }
        int row = investors.Append();
        investors.Lineage[row] = Lineage.Arrival("fund", region, (int)kind, 0, 0);
        investors.Kind[row] = kind;
        investors.Region[row] = region;
        investors.FoundedAt[row] = world.Tick;
        investors.Raised[row] = money;
        investors.Uninvested[row] = money;
        investors.Reach[row] = kind == InvestorKind.GovernmentFund ? 0 : 150;
        return row;
    }

    /// <summary>Puts money of an investor into a firm: cash for equity.</summary>
    public static void Deal(World world, int investor, int firm, double amount)
    {
        Firms firms = world.Firms;
        Deals deals = world.Deals;
        int row = deals.Append();
        deals.Investor[row] = investor;
        deals.Firm[row] = firm;
        deals.Tick[row] = world.Tick;
        deals.Round[row] = 1;
        deals.Amount[row] = amount;
        deals.ExitTick[row] = -1;
        firms.Backer[firm] = investor;
        firms.Stake[firm] = 0.3;
        firms.Books[firm].Cash += amount;
        firms.Books[firm].EquityIn += amount;
        world.Investors.Uninvested[investor] -= amount;
        if (world.Investors.Kind[investor] == InvestorKind.GovernmentFund && Owner(world, investor) is >= 0 and int owner) Treasury.Support(world, owner, firm);
        world.Investors.Deals[investor]++;
        int cluster = world.ClusterOf(firm);
        world.Clusters.Deals[cluster]++;
        world.Clusters.RiskMoney[cluster] += amount;
    }

    /// <summary>The first programme that pays into a public fund; -1 = none does. A region has one such fund.</summary>
    private static int Owner(World world, int fund)
    {
        Programmes programmes = world.Programmes;
        for (int programme = 0; programme < programmes.Count; programme++)
            if (programmes.Region[programme] == world.Investors.Region[fund] && programmes.StartedAt[programme] >= 0
                && world.Configuration.Policies[programmes.Intervention[programme]].InstrumentName == "government-vc") return programme;
        return -1;
    }
}
