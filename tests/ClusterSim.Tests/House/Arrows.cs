namespace ClusterSim.Tests.House;

/// <summary>Who names whom. A node is a file or a folder; an arrow runs from a node to another whose type it names,
/// and remembers the names. A name that is defined in two files draws no arrow, since text cannot tell which is meant.</summary>
internal sealed class Arrows
{
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _arrows = new(StringComparer.Ordinal);

    /// <summary>Arrows between files.</summary>
    public static Arrows BetweenFiles(IReadOnlyList<SourceFile> files) => Draw(files, file => file.Path);

    /// <summary>Arrows between folders; deeper folders count as the folder at <paramref name="depth"/> that holds them.</summary>
    public static Arrows BetweenFolders(IReadOnlyList<SourceFile> files, int depth = int.MaxValue) =>
        Draw(files, file => file.Folder(depth));

    public IEnumerable<string> Nodes => _arrows.Keys;

    /// <summary>Nodes that a node names, in ordinal order.</summary>
    public IEnumerable<string> From(string node) => _arrows[node].Keys;

    /// <summary>The names that make the arrow.</summary>
    public IReadOnlyCollection<string> Names(string from, string to) => _arrows[from][to];

    /// <summary>One shortest circle for each knot of nodes that reach one another, told arrow by arrow.</summary>
    public IReadOnlyList<string> Circles() =>
        [.. Knots.Of(Nodes, From).Select(knot => Tell(Knots.ShortestCircle(knot, From), knot.Count))];

    private static Arrows Draw(IReadOnlyList<SourceFile> files, Func<SourceFile, string> node)
    {
        Dictionary<string, SourceFile> homes = files
            .SelectMany(file => file.Types.Select(type => (type, file)))
            .GroupBy(pair => pair.type)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single().file);

        var arrows = new Arrows();
        foreach (SourceFile file in files)
        {
            string from = node(file);
            arrows._arrows.TryAdd(from, new(StringComparer.Ordinal));
            foreach (string name in file.Names)
                if (homes.TryGetValue(name, out SourceFile? home) && node(home) is string to && to != from)
                    arrows.Add(from, to, home.Path == to ? name : $"{name} in {System.IO.Path.GetFileName(file.Path)}");
        }
        return arrows;
    }

    private void Add(string from, string to, string name)
    {
        if (!_arrows[from].TryGetValue(to, out SortedSet<string>? names))
            _arrows[from][to] = names = new(StringComparer.Ordinal);
        names.Add(name);
    }

    private string Tell(IReadOnlyList<string> circle, int knot)
    {
        IEnumerable<string> steps = circle.Select((from, i) =>
        {
            string to = circle[(i + 1) % circle.Count];
            return $"  {from} -> {to}   names {string.Join(", ", Names(from, to).Take(6))}";
        });
        return $"circle of {circle.Count} (in a knot of {knot}):\n{string.Join('\n', steps)}";
    }
}
