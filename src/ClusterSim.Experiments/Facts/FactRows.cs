using System.Globalization;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Facts;

/// <summary>Rows of one history from which anybody can compute its statistics again.</summary>
/// <param name="Values">Statistics of the history itself, in the order of <see cref="HistoryStatistics.Values"/>.</param>
public sealed record FactRows(string Scenario, int Replication, ulong Seed, int Years, IReadOnlyList<KeyValuePair<string, double>> Values, string Firms, string Deals, string Stages, string Activities, YearFiles Yearly)
{
    public const string StagesHeader = "scenario_id,replication,region,activity,stage,entered_tick,left_tick\n";
    public const string ActivitiesHeader = "scenario_id,activity,family\n";

    internal static FactRows Of(World world, string scenario, ulong seed, int replication, HistoryStatistics statistics, YearRecorder recorder) =>
        new(scenario, replication, seed, world.Tick / 12, [.. statistics.Values.Select(each => KeyValuePair.Create(Column(each.Key), each.Value))],
            HistoryFiles.Firms(world, scenario, replication), HistoryFiles.Deals(world, scenario, replication), StageRows(world, scenario, replication), ActivityRows(world, scenario), recorder.Files);

    /// <summary>A statistic as the name of a column.</summary>
    public static string Column(string statistic) => statistic.ToLower(CultureInfo.InvariantCulture).Replace('-', '_');

    /// <summary>Every activity with the first of its family; the same in all histories of a scenario.</summary>
    private static string ActivityRows(World world, string scenario)
    {
        var csv = new Csv();
        int[] families = VarietyGrowth.Families(world);
        for (int activity = 0; activity < families.Length; activity++)
            csv.Add(scenario).Add(world.Configuration.Activities[activity].Name).Add(world.Configuration.Activities[families[activity]].Name).EndRow();
        return csv.ToString();
    }

    /// <summary>Every stage of the focal activity but none, by the month in which it was entered; the last has no end.</summary>
    private static string StageRows(World world, string scenario, int replication)
    {
        StageChanges changes = world.StageChanges;
        var csv = new Csv();
        for (int row = 0; row < changes.Count; row++)
        {
            int cluster = changes.Cluster[row], left = row + 1;
            if (cluster % world.Activities.Count != 0 || changes.To[row] == Stage.None) continue;
            while (left < changes.Count && changes.Cluster[left] != cluster) left++;
            csv.Add(scenario).Add(replication).Add(world.RegionNames[cluster / world.Activities.Count]).Add(world.Configuration.Activities[0].Name)
                .Add(Catalogue.Kebab(changes.To[row].ToString())).Add(changes.Tick[row]).Add(left < changes.Count ? changes.Tick[left] : null).EndRow();
        }
        return csv.ToString();
    }
}

/// <summary>Takes the rows of histories, in the order of replications.</summary>
/// <param name="Scenario">What the histories are called in the files.</param>
public sealed record FactRecording(string Scenario, Action<FactRows> Take);
