using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds an experiment: arms, clocks and measures over one scenario.</summary>
/// <param name="vary">Reads the scenario with the keys of an arm's <c>with</c> laid over it; null, with problems, if it cannot be read.</param>
internal sealed class ExperimentReader(Binder binder, Func<MapNode, ModelConfiguration?> vary)
{
    private static readonly string[] Answers = ["compare", "best-timing", "robust", "sensitivity", "critical-mass", "turning-point"];

    private static readonly string[] Clocks = ["start+", "year "];

    /// <summary>Words of <c>also</c> that are no indicators: results that every experiment has, in files of their own.</summary>
    private static readonly string[] Always = ["take-off", "cost-per-job", "displacement", "persistence"];

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
        string answer = binder.Word(root["answer"], "answer", Answers) ?? "compare";
        ModelConfiguration configuration = scenario?.Configuration ?? new ModelConfiguration();
        var placebos = new Dictionary<string, string>();
        List<(string Name, ModelConfiguration Configuration)> arms = ReadArms(root, configuration, scenario?.Past?.Months ?? 0, placebos);
        if (root["arms"] is null && answer is not ("sensitivity" or "turning-point")) binder.Report(root, ErrorCodes.MissingKey, "an experiment lacks arms: only answer: sensitivity and answer: turning-point go without");
        IReadOnlyList<int>? horizons = ReadTimes(root["horizons"], "horizons"), calendar = ReadTimes(root["calendar"], "calendar", configuration.Months);
        (IReadOnlyList<string>? measures, StudyPoint? date) = ReadMeasures(binder.Map(root["measure"], "measure"), configuration.Months);
        if (horizons is { Count: 0 } && calendar is { Count: 0 } && date is null)
            binder.Report(root["calendar"]!, ErrorCodes.Inconsistent, "neither horizons nor calendar names a date: there would be nothing to compare");
        if (date is not null && root["arms"] is null)
            binder.Report(((MapNode)root["measure"]!)["primary"]!, ErrorCodes.Inconsistent, "measure.primary: without arms the answer is read at the end of the history: state years, and no date here");
        (int replications, StoppingRule? stopping) = new ReplicationReader(binder).Read(root["replications"], measures?[0] ?? "jobs");
        var reader = new UncertainReader(binder, configuration, [.. arms.Select(arm => arm.Configuration)]);
        IReadOnlyList<UncertainParameter> uncertain = scenario is null ? [] : reader.Read(binder.Map(root["uncertain"], "uncertain"), scenario.Past);
        WorldDesign? worlds = reader.ReadDesign(root, uncertain);
        string size = ReadSize(root, answer, uncertain);
        if (answer is "robust" or "sensitivity" && root["uncertain"] is null)
            binder.Report(root["answer"]!, ErrorCodes.Inconsistent, $"answer: {answer} asks what depends on what is not known: add uncertain: {{spin-offs.hazard: 0.02..0.08}}");
        return scenario is null ? null : new Experiment
        {
            Name = name,
            File = root.File,
            Title = binder.Text(root["title"], "title") ?? "",
            Scenario = scenario,
            Arms = arms,
            Placebos = placebos,
            Smallest = ReadSmallest(root["measure"] as MapNode, measures?[0] ?? "jobs"),
            Replications = replications,
            Stopping = stopping,
            Uncertain = uncertain,
            Worlds = worlds,
            Quick = ReadQuick(binder.Map(root["quick"], "quick"), worlds),
            Answer = answer,
            Size = size,
            ReadAt = date,
            Measures = measures,
            Horizons = With(horizons ?? [5, 15, 25], date is { OnStart: true } ? date.Value.Years : 0),
            // A date after the end would be read at the end: it is left out instead.
            CalendarYears = [.. With(calendar ?? [30, 50, 80], date is { OnStart: false } ? date.Value.Years : 0).Where(year => 12 * year <= configuration.Months)],
        };
    }

    /// <summary>The date at which the answer is read is one of those that are looked at.</summary>
    private static IReadOnlyList<int> With(IReadOnlyList<int> years, int date) => date == 0 || years.Contains(date) ? years : [.. years.Append(date).Order()];

    private (int?, int?)? ReadQuick(MapNode? map, WorldDesign? worlds)
    {
        if (map is null) return null;
        binder.CheckKeys(map, "quick", Keyword.Quick);
        if (map["worlds"] is Node node && worlds is null) binder.Report(node, ErrorCodes.Inconsistent, "quick.worlds: the experiment has none");
        int? Count(string key) => (int?)binder.Number(map[key], $"quick.{key}", "1", 1, 1_000_000, whole: true);
        return (Count("worlds"), Count("replications"));
    }

    private string ReadSize(MapNode root, string answer, IReadOnlyList<UncertainParameter> uncertain)
    {
        if (answer is not ("critical-mass" or "turning-point"))
        {
            if (root["size"] is Node idle) binder.Report(idle, ErrorCodes.Inconsistent, "size goes with answer: critical-mass and answer: turning-point");
            return "";
        }
        string? size = binder.Text(root["size"], "size") ?? (uncertain.Count == 1 ? uncertain[0].Path : null);
        if (size is null) binder.Report(root["answer"]!, ErrorCodes.MissingKey, $"answer: {answer} lacks size: the uncertain parameter of which there may be a {(answer == "critical-mass" ? "critical mass" : "right amount")}");
        else if (uncertain.All(parameter => parameter.Path != size)) binder.Report(root["size"] ?? root, ErrorCodes.UnknownName, $"size: {size} is not uncertain{Nearest.Hint(size, uncertain.Select(parameter => parameter.Path))}");
        return size ?? "";
    }

    /// <summary>In the unit of the headline.</summary>
    private double? ReadSmallest(MapNode? measure, string headline)
    {
        string unit = MetricUnit.Declaration(headline).Unit;
        if (measure?["smallest"] is not Node node || binder.Number(node, "measure.smallest", unit, 0, 1e12) is not double smallest) return null;
        if (smallest == 0) binder.Report(node, ErrorCodes.OutOfRange, "measure.smallest = 0: the smallest difference that matters is more than 0");
        return smallest;
    }

    private List<(string Name, ModelConfiguration Configuration)> ReadArms(MapNode root, ModelConfiguration configuration, int past, Dictionary<string, string> placebos)
    {
        var arms = new List<(string Name, ModelConfiguration Configuration)>();
        foreach ((ValueNode key, Node value) in binder.Map(root["arms"], "arms")?.Entries ?? [])
        {
            binder.CheckName(key, "an arm", key.Text);
            if (key.Text == "baseline") binder.Report(key, ErrorCodes.DuplicateName, "the baseline is implied: give the arm another name");
            if (value is MapNode idle && idle["placebo"] is Node)
            {
                if (ReadPlacebo(key.Text, idle, [.. arms.Where(arm => !placebos.ContainsKey(arm.Name))]) is not (string of, ModelConfiguration same)) continue;
                placebos[key.Text] = of;
                arms.Add((key.Text, same));
                continue;
            }
            ModelConfiguration own = configuration;
            Node? stated = value;
            Node? agencies = null;
            if (value is MapNode variant && (variant["with"] is not null || variant["agencies"] is not null))
            {
                binder.CheckKeys(variant, key.Text, Keyword.Variant);
                stated = variant["policies"];
                agencies = variant["agencies"];
            }
            if (value is MapNode other && other["with"] is Node laid)
            {
                if (binder.Map(laid, $"{key.Text}: with") is not MapNode over || vary(over) is not ModelConfiguration varied) continue;
                if (varied.Months != configuration.Months) binder.Report(laid, ErrorCodes.Inconsistent, $"{key.Text}: arms share their years with the scenario");
                own = varied;
            }
            var policies = new List<Intervention>();
            var reader = new PolicyReader(binder, own, past);
            IReadOnlyList<Node> lines = stated is ListNode list ? list.Items : stated is null ? [] : [stated];
            for (int line = 0; line < lines.Count; line++)
                if (binder.Map(lines[line], key.Text) is MapNode map && reader.Read(map, lines.Count == 1 ? key.Text : $"{key.Text}-{line + 1}") is Intervention policy)
                {
                    if (own.Policies.Any(other => other.Name == policy.Name)) binder.Report(key, ErrorCodes.DuplicateName, $"the scenario itself has a policy {policy.Name}: give the arm another name");
                    policies.Add(policy);
                }
            policies.AddRange(new AgencyReader(binder, own, past).Read(binder.List(agencies, $"{key.Text}: agencies")));
            foreach (string twice in policies.Concat(own.Policies).GroupBy(policy => policy.Name).Where(group => agencies is not null && group.Count() > 1).Select(group => group.Key))
                binder.Report(agencies!, ErrorCodes.DuplicateName, $"{key.Text}: two policies would be called {twice}: give the agency another name");
            arms.Add((key.Text, own with { Policies = [.. own.Policies, .. policies] }));
        }
        return arms;
    }

    /// <summary>The arm of which one is the placebo, as it stands.</summary>
    private (string Name, ModelConfiguration Configuration)? ReadPlacebo(string name, MapNode map, IReadOnlyList<(string Name, ModelConfiguration Configuration)> earlier)
    {
        binder.CheckKeys(map, name, Keyword.Placebo);
        Node node = map["placebo"]!;
        if (binder.Word(node, $"{name}: placebo, an arm above it", earlier.Select(arm => arm.Name), ErrorCodes.UnknownName) is not string of) return null;
        (string Name, ModelConfiguration Configuration) found = earlier.First(arm => arm.Name == of);
        if (found.Configuration.Policies is not [{ Start.Month: < 0, Region: not "any each" }])
            binder.Report(node, ErrorCodes.Inconsistent, $"{name} would start when {of} did in another history: {of} must have one policy that waits for a stage or an indicator in one region, and the scenario none");
        return found;
    }

    /// <summary>Indicators, the headline first, and the date at which the answer is read; null = not stated.</summary>
    /// <param name="end">Months of a history.</param>
    private (IReadOnlyList<string>? Measures, StudyPoint? Date) ReadMeasures(MapNode? map, int end)
    {
        if (map is null) return (null, null);
        binder.CheckKeys(map, "measure", Keyword.Measure);
        string[] indicators = [.. ClusterModel.Catalogue.OfKind("indicator").Select(part => part.Name)];
        if (map["primary"] is null) binder.Report(map, ErrorCodes.MissingKey, "measure lacks primary");
        (Node? primary, StudyPoint? date) = ReadPrimary(map["primary"]);
        if (date is { OnStart: false, Years: var year } && 12 * year > end)
            binder.Report(map["primary"]!, ErrorCodes.AfterTheEnd, $"measure.primary: year {year} lies after the end of the history, in year {end / 12}");
        string[] measures = [.. new[] { primary }.Concat(binder.List(map["also"], "measure.also").Where(node => !(node is ValueNode { Text: var word } && Always.Contains(word))))
            .Select(node => binder.Word(node, "measure", indicators, ErrorCodes.UnknownName)).OfType<string>().Distinct()];
        return (measures.Length == 0 ? null : measures, date);
    }

    /// <summary><c>jobs</c>, <c>jobs at start+15y</c> or <c>jobs at year 50</c>; what is measured is the change, so that <c>jobs-uplift</c> is jobs.</summary>
    private (Node? Name, StudyPoint? Date) ReadPrimary(Node? node)
    {
        if (node is not ValueNode { Text: var text } value) return (node, null);
        string[] parts = text.Split(" at ", 2, StringSplitOptions.TrimEntries);
        string name = parts[0].EndsWith("-uplift", StringComparison.Ordinal) ? parts[0][..^"-uplift".Length] : parts[0];
        ValueNode Part(string word) => new(value.File, value.Line, value.Column, word);
        if (parts.Length == 1) return (Part(name), null);
        string? clock = Clocks.FirstOrDefault(word => parts[1].StartsWith(word, StringComparison.Ordinal));
        if (clock is null) binder.Report(node, ErrorCodes.NotAWord, $"measure.primary: \"{Quantity.Shorten(parts[1])}\" is no date: write jobs at start+15y, or jobs at year 50");
        else if (binder.Number(Part(clock == "year " ? parts[1][clock.Length..] + "y" : parts[1][clock.Length..]), "measure.primary", "month", 12, 2_400, whole: true) is double months)
            return (Part(name), new StudyPoint(clock == Clocks[0], (int)months / 12));
        return (Part(name), null);
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
