using System.Globalization;
using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds what an experiment does not know, and how worlds are drawn from it.</summary>
/// <param name="arms">Configurations of the arms, so that their policies can be named.</param>
internal sealed class UncertainReader(Binder binder, ModelConfiguration baseline, IReadOnlyList<ModelConfiguration> arms)
{
    private const int MostWorlds = 100_000;

    private static readonly (string Kind, string Size, int Usual)[] Designs =
        [("lhs", "n", 64), ("sobol", "n", 64), ("full-factorial", "", 0), ("fractional-factorial", "", 0), ("morris", "trajectories", 10), ("saltelli", "n", 64), ("efast", "n", 129)];

    private static readonly string[] Sizes = ["n", "trajectories"];

    private static readonly string[] PolicyTimes = ["duration", "ramp", "fallback"];

    /// <summary>The uncertain parameters; those that cannot be read are left out, with a problem.</summary>
    public IReadOnlyList<UncertainParameter> Read(MapNode? map, Past? past)
    {
        var read = new List<(UncertainParameter Parameter, Node Place)>();
        foreach ((ValueNode key, Node value) in map?.Entries ?? [])
            if (One(key, value) is UncertainParameter parameter) read.Add((parameter, value));
        if (binder.Problems.Count > 0) return [.. read.Select(each => each.Parameter)];
        foreach ((UncertainParameter parameter, Problem? problem) in UncertainWorlds.Try([.. read.Select(each => each.Parameter)], past, [baseline, .. arms]).DistinctBy(each => each.Parameter.Path))
            binder.Report(read.First(each => each.Parameter == parameter).Place, problem?.Code ?? ErrorCodes.UnknownName, problem?.Message ?? $"{parameter.Path} leads nowhere");
        return [.. read.Select(each => each.Parameter)];
    }

    /// <summary>The design; null where nothing is uncertain.</summary>
    public WorldDesign? ReadDesign(MapNode root, IReadOnlyList<UncertainParameter> uncertain)
    {
        MapNode? map = binder.Map(root["worlds"], "worlds");
        if (map is not null) binder.CheckKeys(map, "worlds", Keyword.Worlds);
        if (root["uncertain"] is null)
        {
            if (map is not null) binder.Report(map, ErrorCodes.Inconsistent, "worlds are drawn from uncertain parameters, and the experiment states none: add uncertain: {spin-offs.hazard: 0.02..0.08}");
            return null;
        }
        string kind = binder.Word(map?["design"], "worlds.design", Designs.Select(each => each.Kind)) ?? "lhs";
        (_, string size, int usual) = Designs.First(each => each.Kind == kind);
        foreach (string key in Sizes.Where(key => key != size && map?[key] is not null))
            binder.Report(map![key]!, ErrorCodes.Inconsistent, $"worlds.{key} does not go with {kind}{(size.Length > 0 ? $": state {size}" : ", whose size follows from its levels")}");
        var design = new WorldDesign(kind, size.Length == 0 ? 0 : Count(map, size, 1, MostWorlds) ?? usual)
        {
            Levels = Count(map, "levels", 2, 1_000) ?? (kind == "morris" ? 4 : 3),
            Resolution = Count(map, "resolution", 3, 5) ?? 4,
            Pairs = binder.Switch(map?["pairs"], "worlds.pairs") ?? false,
            Seed = (ulong)(Count(map, "seed", 0, int.MaxValue) ?? 1),
        };
        if (kind == "morris" && design.Levels % 2 != 0) binder.Report(map!["levels"]!, ErrorCodes.OutOfRange, $"worlds.levels = {design.Levels}: morris wants an even number");
        else if (uncertain.Count > 0 && binder.Problems.Count == 0) CheckSize((Node?)map ?? root, design, uncertain);
        return design;
    }

    private int? Count(MapNode? map, string key, int min, int max) => (int?)binder.Number(map?[key], $"worlds.{key}", "1", min, max, whole: true);

    private void CheckSize(Node place, WorldDesign design, IReadOnlyList<UncertainParameter> uncertain)
    {
        try
        {
            int count = design.Points([.. uncertain.Select(parameter => parameter.Factor)]).Length;
            if (count > MostWorlds) binder.Report(place, ErrorCodes.TooLarge, $"worlds: {count} of them; allowed are {MostWorlds}");
        }
        catch (ArgumentException broken)
        {
            binder.Report(place, ErrorCodes.OutOfRange, $"worlds: {broken.Message}");
        }
    }

    private UncertainParameter? One(ValueNode key, Node value)
    {
        if (Declared(key.Text) is not (string unit, double min, double max, bool whole, IReadOnlyList<string> words))
        {
            string first = key.Text.Split('.')[0];
            binder.Report(key, ErrorCodes.UnknownName, $"uncertain: there is no parameter {Quantity.Shorten(key.Text)}{Nearest.Hint(key.Text, Known(first))}");
            return null;
        }
        if (value is ListNode list) return Listed(key, list, unit, min, max, whole, words);
        if (binder.Text(value, key.Text) is not string text) return null;
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (words.Count > 0 || dots < 0)
        {
            binder.Report(value, ErrorCodes.WrongKind, $"{key.Text}: write {(words.Count > 0 ? $"a list such as [{string.Join(", ", words)}]" : "a range such as 0.02..0.08, or a list such as [0.6, 1.2, 1.8]")}");
            return null;
        }
        double? low = Number(value, text[..dots]), high = Number(value, text[(dots + 2)..]);
        if (low is not double from || high is not double to) return null;
        if (from < to) return new UncertainParameter(key.Text, unit, from, to, whole, []);
        binder.Report(value, ErrorCodes.OutOfRange, $"{key.Text} = {text}: the lower end comes first");
        return null;

        double? Number(Node at, string part) => binder.Number(new ValueNode(at.File, at.Line, at.Column, part.Trim()), key.Text, unit, min, max, whole);
    }

    private UncertainParameter? Listed(ValueNode key, ListNode list, string unit, double min, double max, bool whole, IReadOnlyList<string> words)
    {
        if (list.Items.Count < 2) binder.Report(list, ErrorCodes.Inconsistent, $"{key.Text}: a list of one value is not uncertain");
        string[] levels = words.Count > 0
            ? [.. list.Items.Select(item => binder.Word(item, key.Text, words)).OfType<string>()]
            : [.. list.Items.Select(item => binder.Number(item, key.Text, unit, min, max, whole)).OfType<double>().Select(number => number.ToString("R", CultureInfo.InvariantCulture))];
        if (levels.Distinct().Count() < levels.Length) binder.Report(list, ErrorCodes.DuplicateName, $"{key.Text}: a value stands here twice");
        return levels.Length < list.Items.Count ? null : new UncertainParameter(key.Text, words.Count > 0 ? "" : unit, 0, 0, whole, levels);
    }

    /// <summary>Unit, bounds and kind of what a path names; words where it is no number; null if it names nothing.</summary>
    private (string Unit, double Min, double Max, bool Whole, IReadOnlyList<string> Words)? Declared(string path)
    {
        string[] steps = path.Split('.');
        Part? mechanism = ClusterModel.Mechanisms.FirstOrDefault(part => part.Name == steps[0]);
        if (steps.Length == 1) return mechanism is null ? null : ("", 0, 0, false, ["on", "off"]);
        if (steps.Length != 2) return null;
        if (Parameters(steps[0]).FirstOrDefault(parameter => parameter.Name == steps[1]) is ParameterDeclaration declared) return Of(declared);
        if (!Policies(steps[0]).Any()) return null;
        return steps[1] switch
        {
            "budget" or "cap" => ("GBP thousand", 0, 1e9, false, []),
            "delivery-share" => ("share", 0, 0.9, false, []),
            _ when PolicyTimes.Contains(steps[1]) => ("month", 0, 2_400, true, []),
            _ => null,
        };
    }

    private static (string, double, double, bool, IReadOnlyList<string>) Of(ParameterDeclaration declared) =>
        declared.Type == typeof(bool) ? ("", 0, 0, false, ["yes", "no"])
        : declared.Type.IsEnum ? ("", 0, 0, false, [.. Enum.GetNames(declared.Type).Select(Catalogue.Kebab)])
        : (declared.Attribute.Unit, declared.Attribute.Min, declared.Attribute.Max, declared.Type == typeof(int), []);

    private IReadOnlyList<ParameterDeclaration> Parameters(string section) =>
        ClusterModel.Mechanisms.FirstOrDefault(part => part.Name == section) is Part mechanism ? mechanism.Parameters
        : section == "country" ? Catalogue.ParametersOf(typeof(CountrySetup))
        : baseline.Activities.Any(activity => activity.Name == section) ? Catalogue.ParametersOf(typeof(ActivitySetup))
        : baseline.Regions.Any(region => region.Name == section) ? Catalogue.ParametersOf(typeof(RegionSetup))
        : Policies(section).FirstOrDefault() is Intervention policy ? ClusterModel.Catalogue.Find("instrument", policy.InstrumentName)!.Parameters : [];

    private IEnumerable<Intervention> Policies(string name) => arms.SelectMany(arm => arm.Policies).Where(policy => policy.InstrumentName == name || policy.Name == name);

    /// <summary>Paths near to one that is wrong.</summary>
    private IEnumerable<string> Known(string section)
    {
        string[] sections = [.. ClusterModel.Mechanisms.Select(part => part.Name), "country", .. baseline.Activities.Select(activity => activity.Name), .. baseline.Regions.Select(region => region.Name),
            .. arms.SelectMany(arm => arm.Policies).SelectMany(policy => new[] { policy.InstrumentName, policy.Name }).Distinct()];
        string near = sections.Contains(section) ? section : Nearest.To(section, sections) ?? "";
        return Parameters(near).Select(parameter => $"{near}.{parameter.Name}").Concat(Policies(near).Any() ? [$"{near}.budget", $"{near}.duration"] : []);
    }
}
