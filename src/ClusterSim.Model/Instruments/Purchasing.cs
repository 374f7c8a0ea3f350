using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Public orders for firms of a region-activity, which <c>procurement</c> divides among those nearby.</summary>
internal static class Purchasing
{
    /// <summary>Orders for so much money, at the mean price of the firms there. The firms are paid by what they sell, so that
    /// the money is not given to them a second time. Nothing where no firm of the activity is left.</summary>
    public static void Order(World world, int programme, double money)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme], cluster = world.Cluster(region, activity);
        if (money <= 0 || world.Activities.Firms[activity] == 0) return;
        ReadOnlySpan<int> firms = world.FirmsOf(cluster);
        double price = 0;
        foreach (int firm in firms) price += world.Firms.Books[firm].Price / firms.Length;
        if (price <= 0) price = 1.5 * world.Configuration.Country.BackgroundWage / 12;
        Treasury.Pay(world, programme, region, money, money / price);
        world.Clusters.PolicyPurchases[cluster] += money / price / world.TickLength.Months;
    }
}
