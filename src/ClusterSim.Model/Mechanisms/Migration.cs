using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Once a year some people think of living elsewhere, and weigh wages, rent, amenity, posts in their trade and
/// the distance of the move. Those of the activity who go look for work where they arrive; the rest of the population
/// moves in proportion.</summary>
/// <remarks>Utility of a region = 2 ln wage - 0.5 ln rent + amenity weight * amenity + 0.4 * share of the own activity in
/// its people (in tens of per cent) - 0.8 ln(1 + km/50), chosen by logit (McFadden 1974).</remarks>
[Mechanism("migration", Id = "M07", Theory = "labour pooling", Source = "McFadden 1974; Greenwood 1997; B25",
    Summary = "People move toward wages, posts and amenity")]
public sealed class Migration(Migration.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "1 a year", Source = "assumption: gross regional migration in the UK is about 2 % a year", Summary = "People who think of moving")]
        public double Rate { get; init; } = 0.03;

        [Parameter(0, 10, Unit = "utility per log point", Source = "assumption", Summary = "Weight of wages")]
        public double WageWeight { get; init; } = 2;

        [Parameter(0, 10, Unit = "utility per log point", Source = "assumption", Summary = "Weight of rent")]
        public double RentWeight { get; init; } = 0.5;

        [Parameter(0, 10, Unit = "utility", Source = "assumption", Summary = "Weight of amenity")]
        public double AmenityWeight { get; init; } = 0.3;

        [Parameter(0, 10, Unit = "utility per tenth of the population", Source = "assumption", Summary = "Weight of the activity's share in the region's people")]
        public double TradeWeight { get; init; } = 0.4;

        [Parameter(0, 10, Unit = "utility", Source = "assumption", Summary = "Cost of distance, per log of 1 + km/50")]
        public double DistanceWeight { get; init; } = 0.8;
    }

    public override Pace Pace => Pace.Year;

    public override void Step(World world, Draws draws)
    {
        int regions = world.Regions.Count;
        if (regions < 2) return;
        Span<double> appeal = world.Scratch.Doubles(regions, 0);
        for (int region = 0; region < regions; region++) appeal[region] = Appeal(world, region);
        Span<double> weight = world.Scratch.Doubles(regions * regions, 1);
        for (int from = 0; from < regions; from++)
            for (int to = 0; to < regions; to++)
                // Large places have more homes and posts: the logit is over persons' places, not over regions.
                weight[from * regions + to] = world.Regions.Land[to] * Reproducible.Exp(appeal[to] - Cost(world, from, to));
        MovePeople(world, weight);
        Workers workers = world.Workers;
        Span<int> hits = world.Scratch.Ints(workers.Count);
        int count = draws.Hits(workers.Lineage.Span, -Reproducible.Expm1(-p.Rate), hits);
        for (int i = 0; i < count; i++) Consider(world, draws, hits[i], weight);
    }

    private double Appeal(World world, int region)
    {
        Regions regions = world.Regions;
        int cluster = world.Cluster(region, 0);
        double trade = 10 * world.Clusters.Jobs[cluster] / regions.Population[region];
        double wage = regions.BackgroundLogWage[region];
        foreach (int firm in world.FirmsOf(cluster))
            wage += (world.Firms.LogWage[firm] - regions.BackgroundLogWage[region]) * world.Firms.Payroll[firm].Headcount / regions.Population[region];
        return p.WageWeight * wage - p.RentWeight * Reproducible.Log(Math.Max(0.01, regions.Rent[region]))
            + p.AmenityWeight * regions.Amenity[region] + p.TradeWeight * trade;
    }

    private double Cost(World world, int from, int to) =>
        p.DistanceWeight * Reproducible.Log1p(world.Distance(from, to) / 50);

    /// <summary>The background population follows the same utility, in proportion; the sum over regions is kept.</summary>
    private void MovePeople(World world, ReadOnlySpan<double> weight)
    {
        Regions regions = world.Regions;
        int count = regions.Count;
        Span<double> arriving = world.Scratch.Doubles(count, 2);
        arriving.Clear();
        for (int from = 0; from < count; from++)
        {
            double movers = -Reproducible.Expm1(-p.Rate) * regions.Population[from], sum = 0;
            ReadOnlySpan<double> row = weight.Slice(from * count, count);
            foreach (double w in row) sum += w;
            for (int to = 0; to < count; to++) arriving[to] += movers * row[to] / sum;
            regions.Population[from] -= movers;
        }
        for (int to = 0; to < count; to++) regions.Population[to] += arriving[to];
    }

    /// <summary>The logit as a race: the region with the earliest exponential clock of rate exp(utility) is chosen.</summary>
    private static void Consider(World world, Draws draws, int worker, ReadOnlySpan<double> weight)
    {
        Workers workers = world.Workers;
        if (workers.Standing[worker] == Standing.Gone) return;
        int home = workers.Region[worker];
        ReadOnlySpan<ulong> places = world.Regions.Lineage.Span;
        int best = draws.Choose(workers.Lineage[worker], places, weight.Slice(home * places.Length, places.Length));
        if (best == home || best < 0) return;
        if (workers.Standing[worker] == Standing.Employed)
        {
            int firm = workers.Job[worker].Employer;
            if (world.Firms.Payroll[firm].Headcount == 1) return;
            Staff.Separate(world, worker);
        }
        // Staff.Separate has counted the mover among the unemployed of home.
        world.Regions.Unemployed[home]--;
        world.Regions.Unemployed[best]++;
        workers.Region[worker] = (short)best;
        world.Clusters.Arrivals[world.Cluster(best, workers.Activity[worker])]++;
    }
}
