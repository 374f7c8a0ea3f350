using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Cases;

/// <summary>Case statistics of work, sales and learning in the focal activity of a region.</summary>
internal static class WorkStatistics
{
    private const int Focal = 0;

    public static double Sales(World world, int region)
    {
        double sales = 0;
        foreach (int firm in world.FirmsOf(world.Cluster(region, Focal))) sales += world.Firms.Sales[firm];
        return sales;
    }

    /// <summary>Jobs at home: of a firm's production a part may be abroad, of the rest nothing.</summary>
    public static double Jobs(World world, int region, bool production)
    {
        double share = world.Configuration.Activities[Focal].ProductionShare, jobs = 0;
        foreach (int firm in world.FirmsOf(world.Cluster(region, Focal)))
        {
            double abroad = Math.Min(world.Firms.Offshored[firm], share);
            if (abroad < 1) jobs += world.Firms.Payroll[firm].Headcount * (production ? share - abroad : 1 - share) / (1 - abroad);
        }
        return jobs;
    }

    public static double LearntFromMovers(World world, int region)
    {
        int cluster = world.Cluster(region, Focal);
        double movers = world.Clusters.LearntFromMovers[cluster], contracts = world.Clusters.LearntFromSuppliers[cluster];
        return movers + contracts == 0 ? double.NaN : movers / (movers + contracts);
    }

    public static double SupplyLinks(World world, int region)
    {
        ReadOnlySpan<int> firms = world.FirmsOf(world.Cluster(region, Focal));
        double links = 0;
        foreach (int firm in firms) links += world.Firms.SupplierCount[firm];
        return firms.Length == 0 ? double.NaN : links / firms.Length;
    }
}
