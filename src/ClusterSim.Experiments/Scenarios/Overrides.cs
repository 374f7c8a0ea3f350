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
            string[] path = setting[..at].Split('.');
            Node value = Value(setting[(at + 1)..]);
            if (ClusterModel.Catalogue.Find("mechanism", path[0]) is not null) root = root.With(Nest(["mechanisms", .. path], value));
            else if (path[0] is "country" or "years" or "past") root = root.With(Nest(path, value));
            else if (path.Length == 2 && WithActivity(root, path, value) is MapNode changed) root = changed;
            else problems.Add(new Problem(File, 1, 1, ErrorCodes.UnknownName, $"{setting}: no mechanism, activity or section is called {path[0]}{Nearest.Hint(path[0], Names(root))}"));
        }
        return root;
    }

    private static IEnumerable<string> Names(MapNode root) =>
        [.. ClusterModel.Mechanisms.Select(part => part.Name), "country", "years", .. Items(root, "activities").Concat(Items(root, "regions")).Select(NameOf)];

    private static MapNode? WithActivity(MapNode root, string[] path, Node value)
    {
        foreach (string section in new[] { "activities", "regions" })
        {
            if (root[section] is not ListNode list || !Items(root, section).Any(item => NameOf(item) == path[0])) continue;
            Node[] items = [.. list.Items.Select(item => item is MapNode map && NameOf(map) == path[0] ? map.With(Nest([path[1]], value)) : item)];
            return root.With(Nest([section], list with { Items = items }));
        }
        return null;
    }

    private static IEnumerable<MapNode> Items(MapNode root, string section) => (root[section] as ListNode)?.Items.OfType<MapNode>() ?? [];

    private static string NameOf(MapNode map) => (map["name"] as ValueNode)?.Text ?? "";

    private static ValueNode Value(string text) => new(File, 1, 1, text);

    private static MapNode Nest(ReadOnlySpan<string> path, Node value) =>
        new(File, 1, 1, [(Value(path[0]), path.Length == 1 ? value : Nest(path[1..], value))]);
}
