using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Experiments.Facts;

/// <summary>How a statistic of <see cref="FactSample"/> follows from the files that are written with it.</summary>
/// <param name="Files">Names of files.</param>
/// <param name="Columns">Their columns that are used.</param>
/// <param name="Filter">Which rows.</param>
/// <param name="Order">What is done with them, step by step.</param>
/// <param name="Over">How histories are put together.</param>
public sealed record StatisticDefinition(string Name, string Unit, IReadOnlyList<string> Files, IReadOnlyList<string> Columns, string Filter, string Order, string Over)
{
    /// <summary>Every statistic, from the file beside this one.</summary>
    /// <exception cref="ScenarioException">The file is broken.</exception>
    public static IReadOnlyList<StatisticDefinition> All { get; } = Load();

    /// <summary>Whether each history has a value of its own, whose mean is taken.</summary>
    public bool IsMean => Over == "mean";

    private static List<StatisticDefinition> Load()
    {
        using Stream stream = typeof(StatisticDefinition).Assembly.GetManifestResourceStream("statistics.yaml")!;
        using var reader = new StreamReader(stream);
        var problems = new List<Problem>();
        var binder = new Binder(problems);
        MapNode? root = YamlTree.Read("statistics.yaml", reader.ReadToEnd(), problems);
        var all = new List<StatisticDefinition>();
        foreach (Node item in binder.List(root?["statistics"], "statistics"))
            if (binder.Map(item, "a statistic") is MapNode map)
                all.Add(new StatisticDefinition(Word(map, "name"), Word(map, "unit"), Words(map, "files"), Words(map, "columns"), Word(map, "filter"), Word(map, "order"), Word(map, "over")));
        return problems.Count == 0 ? all : throw new ScenarioException(problems);

        string Word(MapNode map, string key) => binder.Text(map[key], key) ?? "";
        IReadOnlyList<string> Words(MapNode map, string key) => [.. binder.List(map[key], key).Select(node => binder.Text(node, key) ?? "")];
    }
}
