namespace ClusterSim.Model.State;

/// <summary>How far a cluster has gone over to a new kind of product.</summary>
public static class NewProducts
{
    /// <summary>Share of the cluster's sales that goes to a submarket younger than ten years.</summary>
    public static double ShareOfSales(World world, int cluster)
    {
        const int young = 120;
        ref Submarket submarket = ref world.Activities.Submarket[cluster % world.Activities.Count];
        if (!submarket.Exists || world.Tick - submarket.OpenedAt > young) return 0;
        double all = 0, there = 0;
        foreach (int firm in world.FirmsOf(cluster))
        {
            all += world.Firms.Sales[firm];
            if (world.Firms.InSubmarket[firm] != 0) there += world.Firms.Sales[firm];
        }
        return all <= 0 ? 0 : there / all;
    }
}
