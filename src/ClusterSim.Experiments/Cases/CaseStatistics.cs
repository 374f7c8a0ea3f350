using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Cases;

/// <summary>What the cases of economic history are judged by: numbers read off a history at a date, in a region.</summary>
public static class CaseStatistics
{
    private const int Focal = 0;

    /// <summary>Statistics that ask for no region.</summary>
    private static readonly string[] OfTheCountry = ["jobs-of-the-country", "policy-spending"];

    /// <summary>Name, meaning, and how it is read; region = row, -1 = none. NaN = the history says nothing.</summary>
    public static IReadOnlyDictionary<string, (string Meaning, Func<World, int, double> Read)> All { get; } =
        new SortedDictionary<string, (string, Func<World, int, double>)>(StringComparer.Ordinal)
        {
            ["cluster"] = ("1 if the region has reached growth and stayed in growth or maturity for five years", (world, region) => Cluster(world, region, standing: false)),
            ["standing-cluster"] = ("1 if the region has been in growth or maturity for the last five years", (world, region) => Cluster(world, region, standing: true)),
            ["top-region"] = ("1 if the region has the most jobs of all regions", TopRegion),
            ["share-of-industry"] = ("share of the country's jobs in the activity that are in the region", ShareOfIndustry),
            ["share-of-industry-40"] = ("1 if the region has 40 % of the country's jobs in the activity", (world, region) => ShareOfIndustry(world, region) >= 0.4 ? 1 : 0),
            ["descendants-share"] = ("share of the region's jobs in firms that descend from its first inward firm", DescendantsShare),
            ["second-generation-spin-offs"] = ("spin-offs so far that descend from the region's first inward firm in the second generation or later", SecondGeneration),
            ["displaced-founder-share"] = ("share of the region's entrants so far that displaced workers founded", DisplacedShare),
            ["mean-size"] = ("mean staff of the region's firms", MeanSize),
            ["top-firm-share"] = ("share of the region's largest firm in its jobs", TopFirmShare),
            ["venture-funds"] = ("1 if a venture fund has formed in the region", (world, region) => FirstFund(world, region) < int.MaxValue ? 1 : 0),
            ["capital-after-exits"] = ("1 if the region's first venture fund formed after its first firm had been sold; says nothing where no fund has formed", CapitalAfterExits),
            ["jobs"] = ("the region's jobs", (world, region) => Jobs(world, region)),
            ["jobs-in-all-activities"] = ("the region's jobs in all activities of the scenario", AgencyStatistics.JobsHere),
            ["jobs-elsewhere"] = ("jobs of all other regions in all activities of the scenario", AgencyStatistics.JobsElsewhere),
            ["jobs-of-the-country"] = ("jobs of all regions in all activities of the scenario", (world, _) => AgencyStatistics.JobsOfTheCountry(world)),
            ["jobs-elsewhere-and-half"] = ("jobs elsewhere and half of the region's, in all activities: falls if others lose half or more of what the region gains", AgencyStatistics.JobsElsewhereAndHalf),
            ["policy-spending"] = ("what policy has spent so far in the country, GBP thousand", (world, _) => AgencyStatistics.SpentSoFar(world)),
            ["sales"] = ("what the region's firms sell in a month, in jobs at mean productivity", WorkStatistics.Sales),
            ["production-jobs"] = ("the region's jobs that make things", (world, region) => WorkStatistics.Jobs(world, region, production: true)),
            ["design-jobs"] = ("the region's other jobs: research, design, selling", (world, region) => WorkStatistics.Jobs(world, region, production: false)),
            ["innovations"] = ("innovations of the region's firms so far", (world, region) => world.Clusters.Innovations[world.Cluster(region, Focal)]),
            ["learnt-from-movers-share"] = ("what the region's firms have learnt from people who changed jobs, over that and what they learnt from suppliers and buyers; says nothing before either", WorkStatistics.LearntFromMovers),
            ["supply-links"] = ("mean supply links of the region's firms to suppliers of the country", WorkStatistics.SupplyLinks),
            ["share-of-firms"] = ("share of the country's firms in the activity that are in the region", FirmCounts.ShareOfFirms),
            ["laboratory-founder-share"] = ("share of the region's entrants so far that came from laboratories: their own people, or displaced ones", FirmCounts.LaboratoryShare),
            ["academic-lineage-share"] = ("share of the region's firms that descend from one founded by people of a university or laboratory", FirmCounts.AcademicLineage),
            ["ten-year-survival"] = ("share of the region's firms founded ten years ago or earlier that lived for ten years; says nothing before there are any", FirmCounts.TenYearSurvival),
            ["share-above-50"] = ("share of the region's firms with more than fifty staff", FirmCounts.Large),
            ["exit-rate"] = ("closures of the region's firms over the years that its firms have lived, in the last twenty years", FirmCounts.ExitRate),
            ["embryonic-year"] = ("year in which the region became embryonic for the first time; says nothing if it has not", LifeStatistics.EmbryonicYear),
            ["in-decline"] = ("1 if the region is in decline, or dissolved", LifeStatistics.InDecline),
            ["declined"] = ("1 if the region has gone into decline", LifeStatistics.Declined),
            ["renewed"] = ("1 if the region has gone from maturity to renewal", LifeStatistics.Renewed),
            ["decline-years"] = ("years since the region's last decline began, flat spells included, if neither growth nor renewal has ended it; else 0", LifeStatistics.DeclineYears),
            ["near-peak"] = ("1 if the region has 90 % of the most jobs that it ever had", (world, region) => LifeStatistics.OverPeak(world, region) >= 0.9 ? 1 : 0),
            ["jobs-over-peak"] = ("the region's jobs over the most that it ever had", LifeStatistics.OverPeak),
            ["core"] = ("1 if the region has five firms at least and its share of the country's jobs in the activity", LifeStatistics.Core),
        };

    /// <summary>Takes a probe.</summary>
    /// <exception cref="ArgumentException">No statistic or region has that name.</exception>
    public static double Measure(World world, Probe probe)
    {
        if (!All.TryGetValue(probe.Statistic, out (string Meaning, Func<World, int, double> Read) statistic))
            throw new ArgumentException($"no case statistic is called {probe.Statistic}");
        int region = world.Country.FocalRegion[0];
        if (probe.Region.Length > 0)
        {
            region = world.RegionRow(probe.Region);
            if (region < 0) throw new ArgumentException($"no region is called {probe.Region}");
        }
        return region < 0 && !OfTheCountry.Contains(probe.Statistic) ? 0 : statistic.Read(world, region);
    }

    private static double Cluster(World world, int region, bool standing)
    {
        const int held = 60;
        StageChanges changes = world.StageChanges;
        int cluster = world.Cluster(region, Focal), since = -1;
        for (int row = 0; row < changes.Count; row++)
        {
            if (changes.Cluster[row] != cluster) continue;
            bool inside = changes.To[row] is Stage.Growth or Stage.Maturity;
            if (inside && since < 0) since = changes.Tick[row];
            if (inside) continue;
            if (!standing && since >= 0 && changes.Tick[row] - since >= held) return 1;
            since = -1;
        }
        return since >= 0 && world.Tick - since >= held ? 1 : 0;
    }

    private static double TopRegion(World world, int region)
    {
        for (int other = 0; other < world.Regions.Count; other++)
            if (other != region && Jobs(world, other) >= Jobs(world, region)) return 0;
        return 1;
    }

    private static double ShareOfIndustry(World world, int region) =>
        world.Activities.Jobs[Focal] == 0 ? 0 : Jobs(world, region) / (double)world.Activities.Jobs[Focal];

    private static int Jobs(World world, int region) => world.Clusters.Jobs[world.Cluster(region, Focal)];

    private static double DescendantsShare(World world, int region)
    {
        int seed = Seed(world, region), jobs = Jobs(world, region);
        if (seed < 0 || jobs == 0) return 0;
        double descended = 0;
        foreach (int firm in world.FirmsOf(world.Cluster(region, Focal)))
            if (world.Firms.Root[firm] == seed) descended += world.Firms.Payroll[firm].Headcount;
        return descended / jobs;
    }

    private static double SecondGeneration(World world, int region)
    {
        int seed = Seed(world, region), count = 0;
        for (int firm = 0; firm < world.Firms.Count; firm++)
            if (world.Firms.Root[firm] == seed && world.Firms.Generation[firm] >= 2) count++;
        return seed < 0 ? 0 : count;
    }

    /// <summary>The first firm that came to the region from outside, -1 = none.</summary>
    private static int Seed(World world, int region)
    {
        for (int firm = 0; firm < world.Firms.Count; firm++)
            if (world.Firms.Origin[firm] == Origin.Inward && world.Firms.Region[firm] == region && world.Firms.Activity[firm] == Focal) return firm;
        return -1;
    }

    private static double DisplacedShare(World world, int region)
    {
        int entrants = 0, displaced = 0;
        for (int firm = 0; firm < world.Firms.Count; firm++)
        {
            if (world.Firms.Region[firm] != region || world.Firms.Activity[firm] != Focal) continue;
            entrants++;
            if (world.Firms.Origin[firm] == Origin.DisplacedFounder) displaced++;
        }
        return entrants == 0 ? 0 : displaced / (double)entrants;
    }

    private static double MeanSize(World world, int region)
    {
        int firms = world.Clusters.Firms[world.Cluster(region, Focal)];
        return firms == 0 ? 0 : Jobs(world, region) / (double)firms;
    }

    private static double TopFirmShare(World world, int region)
    {
        int jobs = Jobs(world, region), largest = 0;
        foreach (int firm in world.FirmsOf(world.Cluster(region, Focal))) largest = Math.Max(largest, world.Firms.Payroll[firm].Headcount);
        return jobs == 0 ? 0 : largest / (double)jobs;
    }

    /// <summary>A fund that forms where no firm was ever sold counts against the order.</summary>
    private static double CapitalAfterExits(World world, int region)
    {
        int fund = FirstFund(world, region), exit = int.MaxValue;
        if (fund == int.MaxValue) return double.NaN;
        for (int firm = 0; firm < world.Firms.Count; firm++)
            if (world.Firms.Closure[firm] == Closure.Acquisition && world.Firms.Region[firm] == region) exit = Math.Min(exit, world.Firms.ClosedAt[firm]);
        return fund >= exit ? 1 : 0;
    }

    /// <summary>Month in which the region's first venture fund formed; the last of all months where none has.</summary>
    private static int FirstFund(World world, int region)
    {
        int fund = int.MaxValue;
        for (int investor = 0; investor < world.Investors.Count; investor++)
            if (world.Investors.Kind[investor] == InvestorKind.VentureFund && world.Investors.Region[investor] == region)
                fund = Math.Min(fund, world.Investors.FoundedAt[investor]);
        return fund;
    }
}
