using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Facts;

/// <summary>Do regions of related trades grow faster? Growth of a region's jobs over five years on related variety at its start, given
/// unrelated variety, jobs, population and the period (Frenken, van Oort and Verburg 2007).</summary>
/// <remarks>Families are trades linked by a relatedness of one half or more. With p the shares of trades in the region's jobs and P those
/// of families: unrelated variety = sum P ln(1/P), related variety = sum over families of P times the entropy within, in nats.</remarks>
internal sealed class VarietyGrowth
{
    private const int Period = 5, FewestJobs = 50, FewestRates = 30;

    private readonly SortedDictionary<int, (double[] Jobs, double[] Population)> _years = [];

    /// <summary>Takes in the year that has just ended; every fifth from the twenty-fifth counts.</summary>
    public void Observe(World world)
    {
        int year = world.Tick / 12;
        if (year < Estimators.FromYear || (year - Estimators.FromYear) % Period != 0) return;
        int clusters = world.Clusters.Count;
        _years[year] = ([.. Enumerable.Range(0, clusters).Select(cluster => (double)world.Clusters.Jobs[cluster])],
            [.. Enumerable.Range(0, world.Regions.Count).Select(region => world.Regions.Population[region])]);
    }

    /// <summary>Adds the slope, growth a year per nat; NaN where there are too few region-periods.</summary>
    public void Add(World world, Dictionary<string, double> values)
    {
        int[] families = Families(world);
        var growth = new List<double>();
        List<double>[] given = [[], [], [], []]; // unrelated variety, jobs, population, and last what is asked about
        foreach ((int year, (double[] jobs, double[] population)) in _years)
        {
            if (!_years.TryGetValue(year + Period, out (double[] Jobs, double[] Population) later)) continue;
            int first = growth.Count;
            for (int region = 0; region < world.Regions.Count; region++)
            {
                double[] before = Trades(world, jobs, region);
                double now = before.Sum(), then = Trades(world, later.Jobs, region).Sum();
                if (now < FewestJobs || then < FewestJobs) continue;
                (double related, double unrelated) = Variety(before, families);
                growth.Add(Reproducible.Log(then / now) / Period);
                double[] row = [unrelated, Reproducible.Log(now), Reproducible.Log(population[region]), related];
                for (int i = 0; i < row.Length; i++) given[i].Add(row[i]);
            }
            Centre(growth, first);
            foreach (List<double> column in given) Centre(column, first);
        }
        values["related-variety-growth"] = growth.Count < FewestRates ? double.NaN : Estimators.PartialSlope(growth, given);
    }

    /// <summary>The first trade of the family of each.</summary>
    public static int[] Families(World world)
    {
        int[] family = [.. Enumerable.Range(0, world.Activities.Count)];
        for (int trade = 0; trade < family.Length; trade++)
            for (int other = 0; other < trade; other++)
            {
                if (world.Relatedness(trade, other) < 0.5 || family[trade] == family[other]) continue;
                (int least, int most) = (Math.Min(family[trade], family[other]), Math.Max(family[trade], family[other]));
                for (int i = 0; i < family.Length; i++) if (family[i] == most) family[i] = least;
            }
        return family;
    }

    /// <summary>Entropy within families and between them, nats.</summary>
    /// <param name="jobs">By trade.</param>
    public static (double Related, double Unrelated) Variety(double[] jobs, int[] families)
    {
        var sums = new double[jobs.Length];
        for (int trade = 0; trade < jobs.Length; trade++) sums[families[trade]] += jobs[trade];
        double within = Entropy(jobs), between = Entropy(sums);
        return (within - between, between);
    }

    private static double Entropy(double[] jobs)
    {
        double all = jobs.Sum(), entropy = 0;
        foreach (double each in jobs)
            if (each > 0) entropy += each / all * Reproducible.Log(all / each);
        return entropy;
    }

    private static double[] Trades(World world, double[] jobs, int region) => [.. Enumerable.Range(0, world.Activities.Count).Select(trade => jobs[world.Cluster(region, trade)])];

    /// <summary>Takes the mean of a period's rows out of them.</summary>
    private static void Centre(List<double> column, int first)
    {
        double mean = Estimators.Mean(column[first..]);
        for (int row = first; row < column.Count; row++) column[row] -= mean;
    }
}
