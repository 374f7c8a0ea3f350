namespace ClusterSim.Experiments.Scenarios;

/// <summary>A piece of a YAML file that knows where it stands.</summary>
public abstract record Node(string File, int Line, int Column)
{
    /// <summary>A problem at this place.</summary>
    public Problem Problem(string code, string message) => new(File, Line, Column, code, message);
}

/// <summary>A single value.</summary>
public sealed record ValueNode(string File, int Line, int Column, string Text) : Node(File, Line, Column);

/// <summary>A list.</summary>
public sealed record ListNode(string File, int Line, int Column, IReadOnlyList<Node> Items) : Node(File, Line, Column);

/// <summary>A map, in the order of its file; keys are unique.</summary>
public sealed record MapNode(string File, int Line, int Column, IReadOnlyList<(ValueNode Key, Node Value)> Entries) : Node(File, Line, Column)
{
    /// <summary>The value of a key, or null.</summary>
    public Node? this[string key]
    {
        get
        {
            foreach ((ValueNode name, Node value) in Entries)
                if (name.Text == key) return value;
            return null;
        }
    }

    /// <summary>This map with another laid over it: maps are merged key by key, everything else is replaced.</summary>
    public MapNode With(MapNode over)
    {
        var entries = new List<(ValueNode, Node)>();
        foreach ((ValueNode key, Node value) in Entries)
            entries.Add(over[key.Text] is not Node other ? (key, value)
                : value is MapNode mine && other is MapNode theirs ? (key, mine.With(theirs)) : (key, other));
        foreach ((ValueNode key, Node value) in over.Entries)
            if (this[key.Text] is null) entries.Add((key, value));
        return new MapNode(over.File, over.Line, over.Column, entries);
    }

    /// <summary>This map without a key.</summary>
    public MapNode Without(string key) => this with { Entries = [.. Entries.Where(entry => entry.Key.Text != key)] };
}
