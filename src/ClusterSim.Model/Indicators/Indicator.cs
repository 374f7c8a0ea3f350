using System.Reflection;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>A number measured on the state of the world, for a region or the country.</summary>
public abstract class Indicator
{
    /// <exception cref="InvalidOperationException">The class carries no <see cref="IndicatorAttribute"/>.</exception>
    protected Indicator() => Description = GetType().GetCustomAttribute<IndicatorAttribute>()
        ?? throw new InvalidOperationException($"{GetType().Name} has no [Indicator]");

    /// <summary>What the indicator says of itself.</summary>
    public IndicatorAttribute Description { get; }

    /// <summary>Kebab-case name.</summary>
    public string Name => Description.Name;

    /// <summary>Measures now.</summary>
    /// <param name="region">Row of the region; -1 = the country.</param>
    /// <param name="activity">Row of the activity.</param>
    public abstract double Measure(World world, int region, int activity);

    /// <summary>The sum of a column over the regions asked for.</summary>
    protected static double Sum(World world, Column<int> column, int region, int activity)
    {
        if (region >= 0) return column[world.Cluster(region, activity)];
        double sum = 0;
        for (int r = 0; r < world.Regions.Count; r++) sum += column[world.Cluster(r, activity)];
        return sum;
    }

    /// <summary>The sum of a column over the regions asked for.</summary>
    protected static double Sum(World world, Column<double> column, int region, int activity)
    {
        if (region >= 0) return column[world.Cluster(region, activity)];
        double sum = 0;
        for (int r = 0; r < world.Regions.Count; r++) sum += column[world.Cluster(r, activity)];
        return sum;
    }

    /// <summary>The mean of a number over living firms; 0 without any.</summary>
    protected static double MeanOverFirms(World world, int region, int activity, Func<Firms, int, double> number)
    {
        double sum = 0;
        int count = 0;
        foreach (int firm in world.Living)
        {
            if (world.Firms.Activity[firm] != activity || (region >= 0 && world.Firms.Region[firm] != region)) continue;
            sum += number(world.Firms, firm);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    /// <summary>A number of a region's cluster, or its mean over clusters weighted by their firms.</summary>
    protected static double MeanOverClusters(World world, int region, int activity, Func<Clusters, int, double> number)
    {
        if (region >= 0) return number(world.Clusters, world.Cluster(region, activity));
        double sum = 0, firms = 0;
        for (int r = 0; r < world.Regions.Count; r++)
        {
            int cluster = world.Cluster(r, activity);
            sum += number(world.Clusters, cluster) * world.Clusters.Firms[cluster];
            firms += world.Clusters.Firms[cluster];
        }
        return firms == 0 ? 0 : sum / firms;
    }

    /// <summary>A region's value, or the country's mean weighted by population.</summary>
    protected static double Mean(World world, Column<double> column, int region)
    {
        if (region >= 0) return column[region];
        double sum = 0, people = 0;
        for (int r = 0; r < world.Regions.Count; r++)
        {
            sum += column[r] * world.Regions.Population[r];
            people += world.Regions.Population[r];
        }
        return sum / people;
    }
}
