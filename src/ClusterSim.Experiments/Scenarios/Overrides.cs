using ClusterSim.Model;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Settings given beside the file: <c>spin-offs.hazard=0.1</c>, <c>supply-chain=off</c>, <c>country.regions=6</c>,
/// <c>machines.peak-demand=9000</c>, <c>years=30</c>.</summary>
internal static class Overrides
{
    private const string File = "--set";

    /// <summary>The scenario's tree with the settings laid over it.</summary>
    public static MapNode Apply(IReadOnlyList<string> settings, MapNode root, List<Problem> problems)
    {
        foreach (string setting in settings)
        {
            int at = setting.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                problems.Add(new Problem(File, 1, 1, ErrorCodes.WrongKind, $"\"{Quantity.Shorten(setting)}\": write key=value, such as spin-offs.hazard=0.1"));
                continue;
            }
            string path = setting[..at];
            if (Lay(root, path, Value(setting[(at + 1)..])) is MapNode changed) root = changed;
            else problems.Add(new Problem(File, 1, 1, ErrorCodes.UnknownName, $"{setting}: no mechanism, activity, region, policy, instrument or section is called {path.Split('.')[0]}{Nearest.Hint(path.Split('.')[0], Names(root))}"));
        }
        return root;
    }

    /// <summary>The tree with one value laid over it, at a path such as <c>spin-offs.hazard</c>, <c>shoes.peak-demand</c> or
    /// <c>start-up-grant.budget</c> (every policy with that instrument); null = the tree has no such place.</summary>
    public static MapNode? Lay(MapNode root, string path, string value) => Lay(root, path, Value(value));

    private static MapNode? Lay(MapNode root, string path, Node value)
    {
        string[] steps = path.Split('.');
        if (ClusterModel.Catalogue.Find("mechanism", steps[0]) is not null) return root.With(Nest(["mechanisms", .. steps], value));
        if (steps[0] is "country" or "years" or "tick" or "past") return root.With(Nest(steps, value));
        return steps.Length != 2 ? null
            : WithItem(root, "activities", steps, value, "name") ?? WithItem(root, "regions", steps, value, "name")
            ?? WithItem(root, "policies", steps, value, "instrument") ?? WithItem(root, "policies", steps, value, "name");
    }

    /// <summary>Every name with which a path into the tree can begin.</summary>
    public static IEnumerable<string> Names(MapNode root) =>
        [.. ClusterModel.Mechanisms.Select(part => part.Name), "country", "years", "tick", .. Items(root, "activities").Concat(Items(root, "regions")).Concat(Items(root, "policies")).Select(item => TextOf(item, "name")),
            .. Items(root, "policies").Select(item => TextOf(item, "instrument")).Distinct()];

    private static MapNode? WithItem(MapNode root, string section, string[] path, Node value, string naming)
    {
        if (root[section] is not ListNode list || !Items(root, section).Any(item => TextOf(item, naming) == path[0])) return null;
        Node[] items = [.. list.Items.Select(item => item is MapNode map && TextOf(map, naming) == path[0] ? map.With(Nest([path[1]], value)) : item)];
        return root.With(Nest([section], list with { Items = items }));
    }

    private static IEnumerable<MapNode> Items(MapNode root, string section) => (root[section] as ListNode)?.Items.OfType<MapNode>() ?? [];

    private static string TextOf(MapNode map, string key) => (map[key] as ValueNode)?.Text ?? "";

    private static ValueNode Value(string text) => new(File, 1, 1, text);

    private static MapNode Nest(ReadOnlySpan<string> path, Node value) =>
        new(File, 1, 1, [(Value(path[0]), path.Length == 1 ? value : Nest(path[1..], value))]);
}
