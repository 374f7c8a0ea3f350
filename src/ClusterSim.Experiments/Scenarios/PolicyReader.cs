using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds policies: the lines of a scenario and the arms of an experiment.</summary>
/// <param name="past">Months of a past before which nothing can start.</param>
internal sealed class PolicyReader(Binder binder, ModelConfiguration configuration, int past)
{
    private static readonly string[] Ways = ["year", "month", "stage", "when"];

    private static readonly string[] Stages = ["birth", .. Enum.GetValues<Stage>().Where(stage => stage != Stage.None).Select(stage => Catalogue.Kebab(stage.ToString()))];

    /// <summary>The policies of a scenario, each with a name.</summary>
    public List<Intervention> ReadList(IReadOnlyList<Node> items)
    {
        var policies = new List<Intervention>();
        foreach (Node item in items)
        {
            if (binder.Map(item, "a policy") is not MapNode map) continue;
            string name = binder.Name(map, "name", "a policy");
            if (policies.Exists(other => other.Name == name)) binder.Report(map["name"] ?? map, ErrorCodes.DuplicateName, $"policy {name} stands here a second time");
            if (Read(map, name) is Intervention policy) policies.Add(policy);
        }
        return policies;
    }

    /// <summary>One policy under the name given.</summary>
    public Intervention? Read(MapNode map, string name)
    {
        string[] instruments = [.. ClusterModel.Catalogue.OfKind("instrument").Select(part => part.Name)];
        if (map["instrument"] is null) binder.Report(map, ErrorCodes.MissingKey, $"{name} lacks instrument: allowed {string.Join(", ", instruments)}");
        if (binder.Word(map["instrument"], $"{name}: instrument", instruments, ErrorCodes.UnknownName) is not string instrument) return null;
        Part part = ClusterModel.Catalogue.Find("instrument", instrument)!;
        binder.CheckKeys(map, name, Keyword.Policy, part.Parameters);
        object? parameters = part.DefaultParameters();
        if (parameters is not null) binder.Fill(parameters, part.Parameters, map, name);
        StartRule start = ReadStart(map, name);
        double budget = binder.Number(map["budget"], $"{name}: budget", "GBP thousand", 0, 1e9) ?? 0;
        if (map["budget"] is null) binder.Report(map, ErrorCodes.MissingKey, $"{name} lacks budget, such as budget: 2m");
        var policy = new Intervention
        {
            Name = name,
            InstrumentName = instrument,
            Parameters = parameters,
            Region = PlaceNames.Region(binder, configuration, map["region"], "focal", "best", "any once", "any each") ?? "focal",
            Guide = binder.Word(map["guide"], $"{name}: guide", ClusterModel.Catalogue.OfKind("indicator").Select(each => each.Name), ErrorCodes.UnknownName) ?? "",
            Lag = Months(map, name, "lag", 0, 0),
            Activity = PlaceNames.Activity(binder, configuration, map["activity"]) ?? "",
            Start = start,
            Duration = Months(map, name, "duration", 1, 60),
            Ramp = Months(map, name, "ramp", 0, 0),
            Budget = budget,
            YearlyCap = binder.Number(map["cap"], $"{name}: cap", "GBP thousand", 0, 1e9) ?? 0,
            DeliveryShare = binder.Number(map["delivery-share"], $"{name}: delivery-share", "share", 0, 0.9) ?? 0.1,
            Fallback = Months(map, name, "fallback", 0, -1),
            ExitStage = ReadStage(map["exit"], $"{name}: exit"),
        };
        CheckDates(map, policy);
        return policy;
    }

    private int Months(MapNode map, string name, string key, int min, int otherwise) =>
        (int)(binder.Number(map[key], $"{name}: {key}", "month", min, 2_400, whole: true) ?? otherwise);

    private StartRule ReadStart(MapNode map, string name)
    {
        var never = new StartRule { Month = int.MaxValue };
        if (map["start"] is null) binder.Report(map, ErrorCodes.MissingKey, $"{name} lacks start, such as start: {{stage: growth}}");
        if (binder.Map(map["start"], $"{name}: start") is not MapNode start) return never;
        binder.CheckKeys(start, $"{name}: start", Keyword.Start);
        int ways = Ways.Count(key => start[key] is not null);
        if (ways != 1) binder.Report(start, ErrorCodes.Inconsistent, $"{name}: start says {(ways == 0 ? "nothing" : "several things")}: state one of year, month, stage, when");
        double? month = binder.Number(start["month"], $"{name}: start.month", "month", 0, 12_000, whole: true)
            ?? 12 * binder.Number(start["year"], $"{name}: start.year", "year", 0, 1_000, whole: true);
        double quarters = (binder.Number(start["for"], $"{name}: start.for", "month", 3, 600, whole: true) ?? 3) / 3;
        if (start["for"] is not null && quarters != Math.Floor(quarters)) binder.Report(start["for"]!, ErrorCodes.WrongUnit, $"{name}: start.for is counted in whole quarters, such as 2q");
        if (start["for"] is Node held && start["when"] is null) binder.Report(held, ErrorCodes.Inconsistent, $"{name}: start.for says how long a when must have held, and there is no when");
        return new StartRule
        {
            Month = month is double date ? (int)date : -1,
            Stage = ReadStage(start["stage"], $"{name}: start.stage"),
            All = ReadConditions(binder.Map(start["when"], $"{name}: start.when"), name),
            Quarters = (int)quarters,
        };
    }

    private List<Condition> ReadConditions(MapNode? when, string name)
    {
        var conditions = new List<Condition>();
        string[] indicators = [.. ClusterModel.Catalogue.OfKind("indicator").Select(part => part.Name)];
        foreach ((ValueNode key, Node value) in when?.Entries ?? [])
        {
            if (binder.Word(key, $"{name}: indicator", indicators, ErrorCodes.UnknownName) is not string indicator) continue;
            if (Comparison.Read(binder, value, $"{name}: {indicator}") is not (string sign, double number)) continue;
            if (CannotHold(indicator, sign, number))
                binder.Report(value, ErrorCodes.Unreachable, $"{name}: {indicator} is a share, from 0 to 1: it is never {sign} {number}");
            conditions.Add(new Condition(indicator, sign, number));
        }
        return conditions;
    }

    private static bool CannotHold(string indicator, string sign, double number) =>
        MetricUnit.Declaration(indicator).Unit == "share"
        && sign switch { ">" => number >= 1, ">=" => number > 1, "<" => number <= 0, _ => number < 0 };

    private Stage? ReadStage(Node? node, string what) => binder.Word(node, what, Stages) switch
    {
        null => null,
        "birth" => Stage.None,
        string word => Enum.GetValues<Stage>().First(stage => Catalogue.Kebab(stage.ToString()) == word),
    };

    private void CheckDates(MapNode map, Intervention policy)
    {
        Node place = map["start"] ?? map;
        if (policy.Start.Month != int.MaxValue && policy.Start.Month >= configuration.Months)
            binder.Report(place, ErrorCodes.Unreachable, $"{policy.Name} starts in month {policy.Start.Month}: the history has {configuration.Months} months");
        else if (policy.Start.Month >= 0 && policy.Start.Month < past)
            binder.Report(place, ErrorCodes.Unreachable, $"{policy.Name} starts in month {policy.Start.Month}: that lies in the past of {past} months");
        else if (policy.Start.Month >= 0 && policy.Start.Month != int.MaxValue && policy.Start.Month + policy.Duration > configuration.Months)
            binder.Report(map["duration"] ?? place, ErrorCodes.AfterTheEnd,
                $"{policy.Name} runs to month {policy.Start.Month + policy.Duration}, the history to {configuration.Months}: part of its budget could never be spent");
        else if (policy.Start.Month < 0 && policy.Duration > configuration.Months - past)
            binder.Report(map["duration"] ?? place, ErrorCodes.AfterTheEnd,
                $"{policy.Name} runs for {policy.Duration} months, the history for {configuration.Months - past}: part of its budget could never be spent");
        if (policy.Fallback >= configuration.Months)
            binder.Report(map["fallback"]!, ErrorCodes.Unreachable, $"{policy.Name}: fallback in month {policy.Fallback}: the history has {configuration.Months} months");
        if (policy.Region == "best" && (policy.Guide.Length == 0 || policy.Start.Month < 0))
            binder.Report(map["region"]!, ErrorCodes.Inconsistent, $"{policy.Name} goes to the best region: state a guide, such as guide: location-quotient, and a date, such as start: {{year: 10}}");
        if (map["guide"] is Node guide && policy.Region != "best")
            binder.Report(guide, ErrorCodes.Inconsistent, $"{policy.Name}: a guide chooses among regions, and region is {policy.Region}: state region: best");
        if (policy.Ramp > policy.Duration)
            binder.Warn(map["ramp"]!, ErrorCodes.Inconsistent, $"{policy.Name}: a ramp of {policy.Ramp} months never reaches its full rate within {policy.Duration}");
        if (policy.Start.Stage is null && policy.Region == "focal" && configuration.IsOff("life-cycle"))
            binder.Report(map["region"] ?? place, ErrorCodes.Unreachable, $"{policy.Name} acts on the focal region, and none comes into focus: life-cycle is switched off");
        if (policy.ExitStage is not null && configuration.IsOff("life-cycle"))
            binder.Report(map["exit"]!, ErrorCodes.Unreachable, $"{policy.Name} would end at a stage, but life-cycle is switched off");
        if (policy.Start.Stage is Stage stage && stage != Stage.None && configuration.IsOff("life-cycle"))
            binder.Report(place, ErrorCodes.Unreachable, $"{policy.Name} waits for a stage, but life-cycle is switched off");
        if (policy.Start.Stage == Stage.None && policy.Region is ("focal" or "any once"))
            binder.Report(map["region"] ?? place, ErrorCodes.Inconsistent, $"{policy.Name} starts at birth, when no region is in focus yet: name its region");
        if (configuration.IsOff("policy-delivery")) binder.Report(map, ErrorCodes.Unreachable, $"{policy.Name} can do nothing: policy-delivery is switched off");
    }

}
