using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Public money. Every pound that policy spends goes through here, so that spending equals receipts plus
/// delivery cost and no purse is overdrawn.</summary>
public static class Treasury
{
    /// <summary>What a programme can still hand out this month, GBP thousand, after its cost of delivery.</summary>
    public static double Available(World world, int programme)
    {
        Intervention intervention = world.Configuration.Policies[world.Programmes.Intervention[programme]];
        return world.Programmes.Purse[programme] * (1 - intervention.DeliveryShare);
    }

    /// <summary>How many of something a programme can pay for this month.</summary>
    public static int Affordable(World world, int programme, double unitCost) => (int)Math.Min(10_000, Available(world, programme) / unitCost);

    /// <summary>Pays <paramref name="amount"/> to beneficiaries and the delivery that goes with it.</summary>
    /// <param name="region">Where the money lands; its activity is the programme's.</param>
    /// <param name="amount">GBP thousand received; at most <see cref="Available"/>.</param>
    /// <param name="helped">Beneficiaries, in the instrument's unit.</param>
    public static void Pay(World world, int programme, int region, double amount, double helped)
    {
        Programmes programmes = world.Programmes;
        Intervention intervention = world.Configuration.Policies[programmes.Intervention[programme]];
        double delivery = amount * intervention.DeliveryShare / (1 - intervention.DeliveryShare);
        double spent = amount + delivery;
        programmes.Purse[programme] -= spent;
        programmes.Spent[programme] += spent;
        programmes.Received[programme] += amount;
        programmes.Delivery[programme] += delivery;
        programmes.Helped[programme] += helped;
        double years = world.Tick / 12.0;
        programmes.SpentDiscounted[programme] +=
            spent * Reproducible.Exp(-years * Reproducible.Log1p(world.Configuration.Country.DiscountRate));
        world.Clusters.PolicySpending[world.Cluster(region, programmes.Activity[programme])] += spent;
    }

    /// <summary>Puts money into a firm's cash and notes who helped; <see cref="Pay"/> is for whoever calls to do.</summary>
    public static void Give(World world, int programme, int firm, double amount)
    {
        ref Books books = ref world.Firms.Books[firm];
        books.Cash += amount;
        books.EquityIn += amount;
        Support(world, programme, firm);
    }

    /// <summary>Notes that a programme has helped a firm itself; the first that did keeps it.</summary>
    public static void Support(World world, int programme, int firm)
    {
        ref int first = ref world.Firms.SupportedBy[firm];
        if (first < 0) first = programme;
    }
}
