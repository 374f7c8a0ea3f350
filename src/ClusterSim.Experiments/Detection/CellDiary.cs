using ClusterSim.Model;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Detection;

/// <summary>What was seen of every region-activity at the end of each quarter of one history: what a statistical office would
/// count, and what only a simulation knows.</summary>
public sealed class CellDiary
{
    private CellDiary(CellPanel panel, IReadOnlyList<SimulatedFeatures> inside)
    {
        (Panel, Inside) = (panel, inside);
        Signals = new StageSignals[panel.Cells][];
        Stages = new Stage[panel.Cells][];
        for (int cell = 0; cell < panel.Cells; cell++) (Signals[cell], Stages[cell]) = (new StageSignals[panel.Dates], new Stage[panel.Dates]);
    }

    /// <summary>Four dates a year, sized by jobs, people = the working-age population.</summary>
    public CellPanel Panel { get; }

    /// <summary>What the stage detector saw, by cell and quarter.</summary>
    public StageSignals[][] Signals { get; }

    /// <summary>The stages that it told, by cell and quarter.</summary>
    public Stage[][] Stages { get; }

    /// <summary>What only a simulation knows, by quarter; empty where nobody asked.</summary>
    public IReadOnlyList<SimulatedFeatures> Inside { get; }

    /// <summary>Lives a history of a configuration to its end.</summary>
    /// <param name="inside">Whether to keep what only a simulation knows.</param>
    /// <param name="cancel">Ends it between two quarters with <see cref="OperationCanceledException"/>.</param>
    public static CellDiary Keep(History history, ulong seed, int replication, bool inside, CancellationToken cancel)
    {
        history.Begin(seed, replication);
        World world = history.World;
        int quarters = world.Configuration.Months / 3, regions = world.Regions.Count, activities = world.Activities.Count;
        var people = new double[regions * quarters];
        var panel = new CellPanel(world.RegionNames, [.. world.Configuration.Activities.Select(activity => activity.Name)], 1, quarters, perYear: 4, sizedByJobs: true) { People = people };
        var kept = new List<SimulatedFeatures>();
        var diary = new CellDiary(panel, kept);
        var seen = new (int Entries, int Exits, int SpunOff)[regions * activities];
        for (int quarter = 0; quarter < quarters; quarter++)
        {
            cancel.ThrowIfCancellationRequested();
            history.RunTo(3 * (quarter + 1));
            for (int region = 0; region < regions; region++) people[region * quarters + quarter] = world.Regions.Population[region];
            for (int cell = 0; cell < seen.Length; cell++) diary.Note(world, cell, quarter, ref seen[cell]);
            if (inside) kept.Add(new SimulatedFeatures(world));
        }
        return diary;
    }

    private void Note(World world, int cell, int quarter, ref (int Entries, int Exits, int SpunOff) seen)
    {
        Clusters clusters = world.Clusters;
        Panel.Firms[cell * Panel.Dates + quarter] = clusters.Firms[cell];
        Panel.Jobs[cell * Panel.Dates + quarter] = clusters.Jobs[cell];
        Stages[cell][quarter] = clusters.Stage[cell];
        Signals[cell][quarter] = new StageSignals
        {
            Headcount = clusters.Jobs[cell],
            FirmCount = clusters.Firms[cell],
            LocationQuotient = clusters.LocationQuotient[cell],
            Heterogeneity = clusters.Heterogeneity[cell],
            NewSubmarketShare = NewProducts.ShareOfSales(world, cell),
            Entries = clusters.EntriesSeen[cell] - seen.Entries,
            Exits = clusters.ExitsSeen[cell] - seen.Exits,
            SpunOff = clusters.SpinOffsSeen[cell] - seen.SpunOff,
        };
        seen = (clusters.EntriesSeen[cell], clusters.ExitsSeen[cell], clusters.SpinOffsSeen[cell]);
    }
}
