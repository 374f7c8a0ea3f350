using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds an experiment: arms, clocks and measures over one scenario.</summary>
internal sealed class ExperimentReader(Binder binder)
{
    private static readonly string[] Answers = ["compare", "best-timing"];

    /// <summary>The scenario's file as named.</summary>
    public ValueNode? ScenarioFile(MapNode root)
    {
        if (root["scenario"] is null) binder.Report(root, ErrorCodes.MissingKey, "an experiment lacks scenario: the file of the scenario that all arms share");
        return binder.Text(root["scenario"], "scenario") is null ? null : root["scenario"] as ValueNode;
    }

    /// <summary>Reads all but the scenario; arms are checked against it, or, if it is broken, against an empty one.</summary>
    public Experiment? Read(MapNode root, Scenario? scenario)
    {
        binder.CheckKeys(root, "an experiment", Keyword.Experiment);
        string name = binder.Name(root, "experiment", "the file");
        binder.Word(root["answer"], "answer", Answers);
        ModelConfiguration configuration = scenario?.Configuration ?? new ModelConfiguration();
        List<(string, ModelConfiguration)> arms = ReadArms(root, configuration, scenario?.Past?.Months ?? 0);
        int replications = (int)(binder.Number(root["replications"], "replications", "1", 1, 1_000_000, whole: true) ?? 50);
        IReadOnlyList<string>? measures = ReadMeasures(binder.Map(root["measure"], "measure"));
        IReadOnlyList<int> horizons = ReadTimes(root["horizons"], "horizons") ?? [5, 15, 25];
        IReadOnlyList<int> calendar = ReadTimes(root["calendar"], "calendar", configuration.Months) ?? [30, 50, 80];
        return scenario is null ? null : new Experiment
        {
            Name = name,
            File = root.File,
            Title = binder.Text(root["title"], "title") ?? "",
            Scenario = scenario,
            Arms = arms,
            Replications = replications,
            Measures = measures,
            Horizons = horizons,
            // A date after the end would be read at the end: it is left out instead.
            CalendarYears = [.. calendar.Where(year => 12 * year <= configuration.Months)],
        };
    }

    private List<(string, ModelConfiguration)> ReadArms(MapNode root, ModelConfiguration configuration, int past)
    {
        var arms = new List<(string, ModelConfiguration)>();
        if (root["arms"] is null) binder.Report(root, ErrorCodes.MissingKey, "an experiment lacks arms");
        var reader = new PolicyReader(binder, configuration, past);
        foreach ((ValueNode key, Node value) in binder.Map(root["arms"], "arms")?.Entries ?? [])
        {
            binder.CheckName(key, "an arm", key.Text);
            if (key.Text == "baseline") binder.Report(key, ErrorCodes.DuplicateName, "the baseline is implied: give the arm another name");
            var policies = new List<Intervention>();
            IReadOnlyList<Node> lines = value is ListNode list ? list.Items : [value];
            for (int line = 0; line < lines.Count; line++)
                if (binder.Map(lines[line], key.Text) is MapNode map && reader.Read(map, lines.Count == 1 ? key.Text : $"{key.Text}-{line + 1}") is Intervention policy)
                {
                    if (configuration.Policies.Any(other => other.Name == policy.Name)) binder.Report(key, ErrorCodes.DuplicateName, $"the scenario itself has a policy {policy.Name}: give the arm another name");
                    policies.Add(policy);
                }
            arms.Add((key.Text, configuration with { Policies = [.. configuration.Policies, .. policies] }));
        }
        return arms;
    }

    private IReadOnlyList<string>? ReadMeasures(MapNode? map)
    {
        if (map is null) return null;
        binder.CheckKeys(map, "measure", Keyword.Measure);
        string[] indicators = [.. ClusterModel.Catalogue.OfKind("indicator").Select(part => part.Name)];
        if (map["primary"] is null) binder.Report(map, ErrorCodes.MissingKey, "measure lacks primary");
        return [.. new[] { map["primary"] }.Concat(binder.List(map["also"], "measure.also"))
            .Select(node => binder.Word(node, "measure", indicators, ErrorCodes.UnknownName)).OfType<string>().Distinct()];
    }

    /// <summary>Whole years.</summary>
    /// <param name="end">Months after which a date is never read.</param>
    private List<int>? ReadTimes(Node? node, string what, int end = int.MaxValue)
    {
        if (node is null) return null;
        var years = new List<int>();
        foreach (Node item in binder.List(node, what))
        {
            if (binder.Number(item, what, "month", 12, 2_400, whole: true) is not double months) continue;
            if (months % 12 != 0) binder.Report(item, ErrorCodes.WrongUnit, $"{what}: whole years are wanted, such as 5y");
            else years.Add((int)months / 12);
            if (months > end) binder.Warn(item, ErrorCodes.AfterTheEnd, $"{what}: year {months / 12} lies after the end of the history, in year {end / 12}, and is left out");
        }
        return years;
    }
}
