using ClusterSim.Experiments.Facts;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Theories;

/// <summary>What can be seen of a history from outside, by which theories of clusters are told apart. All of it can be computed
/// from firms.csv, stages.csv, deals.csv and timeseries.csv.</summary>
public static class TheoryObservables
{
    private const int Focal = 0;

    /// <summary>Name and meaning, in the order of the values.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> All { get; } =
    [
        ("ellison-glaeser", "concentration of the activity over regions beyond that of its firms, years 26 on"),
        ("top-region-share", "share of the largest region in jobs, at the end"),
        ("hazard-of-spin-offs", "exit hazard of spin-offs over that of de novo entrants, years 26 on"),
        ("hazard-in-clusters", "exit hazard of de novo entrants in regions with a cluster over that elsewhere, years 26 on"),
        ("spin-offs-on-top", "share of spin-offs among the ten largest firms, at the end"),
        ("branching", "share of entrants that firms of related trades set up"),
        ("moved-knowledge", "share of the competence learnt that came with people who changed jobs"),
        ("forum-knowledge", "share of it that was learnt at forums"),
        ("local-supply", "share of inputs bought in the region"),
        ("backed-share", "share of the firms ever founded that an investor has backed"),
    ];

    /// <summary>Runs a history to its end and reads it.</summary>
    /// <returns>Values in the order of <see cref="All"/>; where a history says nothing, the value of no difference.</returns>
    public static double[] Read(History history, ulong seed, int replication, CancellationToken cancel)
    {
        Dictionary<string, double> seen = FactSample.Observe(history, seed, replication, cancel: cancel).Statistics.Values;
        World world = history.World;
        double learnt = Sum(world, world.Clusters.LearntByProximity) + Sum(world, world.Clusters.LearntByImitation) + Sum(world, world.Clusters.LearntFromSuppliers)
            + Sum(world, world.Clusters.LearntFromMovers) + Sum(world, world.Clusters.LearntAtForums) + Sum(world, world.Clusters.LearntFromInstitutions);
        return
        [
            Known(seen["ellison-glaeser"], 0),
            Known(seen["top-region-share"], 0),
            Known(seen["spin-off-hazard-ratio"], 1),
            Known(HazardInClusters(world), 1),
            Known(seen["spin-offs-among-top-ten"], 0),
            Share(Founded(world, Origin.Diversifier), Founded(world, null)),
            Share(Sum(world, world.Clusters.LearntFromMovers), learnt),
            Share(Sum(world, world.Clusters.LearntAtForums), learnt),
            Share(Sum(world, world.Clusters.LocalInputs), Sum(world, world.Clusters.Inputs)),
            Share(Backed(world), Founded(world, null)),
        ];
    }

    private static double Known(double value, double otherwise) => double.IsFinite(value) ? value : otherwise;

    private static double Share(double part, double whole) => whole <= 0 ? 0 : part / whole;

    private static double Sum(World world, Column<double> column)
    {
        double sum = 0;
        for (int region = 0; region < world.Regions.Count; region++) sum += column[world.Cluster(region, Focal)];
        return sum;
    }

    private static int Founded(World world, Origin? origin)
    {
        int count = 0;
        for (int firm = 0; firm < world.Firms.Count; firm++)
            if (world.Firms.Activity[firm] == Focal && (origin is null || world.Firms.Origin[firm] == origin)) count++;
        return count;
    }

    private static int Backed(World world)
    {
        var firms = new HashSet<int>();
        for (int deal = 0; deal < world.Deals.Count; deal++)
            if (world.Firms.Activity[world.Deals.Firm[deal]] == Focal) firms.Add(world.Deals.Firm[deal]);
        return firms.Count;
    }

    /// <summary>Exits per firm-month of de novo entrants founded while their region had a cluster (growth to renewal), over those
    /// of the others; NaN where either group has fewer than 20 exits.</summary>
    private static double HazardInClusters(World world)
    {
        const int from = 300, fewest = 20;
        Firms firms = world.Firms;
        double insideMonths = 0, outsideMonths = 0;
        int inside = 0, outside = 0;
        for (int firm = 0; firm < firms.Count; firm++)
        {
            if (firms.Activity[firm] != Focal || firms.Origin[firm] != Origin.DeNovo) continue;
            int until = firms.Alive(firm) ? world.Tick : firms.ClosedAt[firm];
            if (until <= from) continue;
            double months = until - Math.Max(from, firms.FoundedAt[firm]);
            int exit = firms.Alive(firm) ? 0 : 1;
            if (StageAt(world, world.Cluster(firms.Birthplace[firm], Focal), firms.FoundedAt[firm]) >= Stage.Growth) (insideMonths, inside) = (insideMonths + months, inside + exit);
            else (outsideMonths, outside) = (outsideMonths + months, outside + exit);
        }
        return inside < fewest || outside < fewest ? double.NaN : inside / insideMonths / (outside / outsideMonths);
    }

    private static Stage StageAt(World world, int cluster, int tick)
    {
        Stage stage = Stage.None;
        for (int row = 0; row < world.StageChanges.Count; row++)
            if (world.StageChanges.Cluster[row] == cluster && world.StageChanges.Tick[row] <= tick) stage = world.StageChanges.To[row];
        return stage == Stage.Dissolved ? Stage.None : stage;
    }
}
