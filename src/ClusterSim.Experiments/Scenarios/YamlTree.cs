using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Reads YAML into nodes, and refuses what hides meaning or harms: anchors, aliases, tags, merge keys, doubled
/// keys, and texts too large or too deep.</summary>
public sealed class YamlTree
{
    /// <summary>No scenario is longer.</summary>
    public const int MostCharacters = 256 * 1024;

    private const int MostLevels = 24;

    private readonly string _file;
    private readonly List<Problem> _problems;
    private readonly Parser _parser;

    private YamlTree(string file, string text, List<Problem> problems)
    {
        _file = file;
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The map that the file holds; null, with problems added, if it holds none.</summary>
    public static MapNode? Read(string file, string text, List<Problem> problems)
    {
        if (text.Length > MostCharacters)
        {
            problems.Add(new Problem(file, 1, 1, ErrorCodes.TooLarge, $"{text.Length / 1024} KB: a scenario has at most {MostCharacters / 1024} KB"));
            return null;
        }
        var tree = new YamlTree(file, text, problems);
        try
        {
            return tree.Document();
        }
        catch (TooDeepException)
        {
            return null;
        }
        catch (YamlException broken)
        {
            problems.Add(new Problem(file, (int)broken.Start.Line, (int)broken.Start.Column, ErrorCodes.NotYaml, Reason(broken)));
            return null;
        }
        // The library stumbles over some characters without a word of its own.
        catch (Exception stumbled) when (stumbled is InvalidOperationException or ArgumentException or OverflowException or FormatException or IndexOutOfRangeException)
        {
            Mark place = tree._parser.Current?.End ?? Mark.Empty;
            problems.Add(new Problem(file, (int)Math.Max(1, place.Line), (int)Math.Max(1, place.Column), ErrorCodes.NotYaml, "from here on this is not YAML"));
            return null;
        }
    }

    private static string Reason(YamlException broken)
    {
        string reason = (broken.InnerException ?? broken).Message.Trim();
        return reason.Length == 0 ? "this is not YAML" : char.ToLowerInvariant(reason[0]) + reason[1..].TrimEnd('.');
    }

    private MapNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _problems.Add(new Problem(_file, 1, 1, ErrorCodes.MissingKey, "the file is empty: start with scenario: my-name"));
            return null;
        }
        Node root = Read(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out _) && _parser.Consume<DocumentStart>() is { } second)
            _problems.Add(new Problem(_file, (int)second.Start.Line, (int)second.Start.Column, ErrorCodes.NotYaml, "a file holds one document: remove what follows ---"));
        if (root is MapNode map) return map;
        _problems.Add(root.Problem(ErrorCodes.WrongKind, "a scenario is a map of keys: start with scenario: my-name"));
        return null;
    }

    private Node Read(int level)
    {
        NodeEvent start = Next();
        int line = (int)start.Start.Line, column = (int)start.Start.Column;
        if (level > MostLevels)
        {
            _problems.Add(new Problem(_file, line, column, ErrorCodes.TooDeep, $"nested deeper than {MostLevels} levels"));
            throw new TooDeepException();
        }
        switch (start)
        {
            case Scalar scalar:
                return new ValueNode(_file, line, column, scalar.Value);
            case SequenceStart:
                var items = new List<Node>();
                while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(Read(level + 1));
                return new ListNode(_file, line, column, items);
            default:
                return new MapNode(_file, line, column, Entries(level));
        }
    }

    private List<(ValueNode, Node)> Entries(int level)
    {
        var entries = new List<(ValueNode, Node)>();
        var seen = new HashSet<string>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            Node key = Read(level + 1), value = Read(level + 1);
            if (key is not ValueNode name) _problems.Add(key.Problem(ErrorCodes.WrongKind, "a key is a single word"));
            else if (name.Text == "<<") _problems.Add(name.Problem(ErrorCodes.MergeKey, "<<: use extends: other.yaml instead"));
            else if (!seen.Add(name.Text)) _problems.Add(name.Problem(ErrorCodes.DuplicateKey, $"{name.Text} stands here a second time"));
            else entries.Add((name, value));
        }
        return entries;
    }

    /// <summary>The next value, list or map; aliases are reported and read as empty values.</summary>
    private NodeEvent Next()
    {
        if (_parser.Accept<AnchorAlias>(out _))
        {
            AnchorAlias alias = _parser.Consume<AnchorAlias>();
            _problems.Add(new Problem(_file, (int)alias.Start.Line, (int)alias.Start.Column, ErrorCodes.Anchor, $"*{alias.Value}: write the value itself"));
            return new Scalar(AnchorName.Empty, TagName.Empty, "", ScalarStyle.Plain, true, false, alias.Start, alias.End);
        }
        NodeEvent start = _parser.Consume<NodeEvent>();
        if (!start.Anchor.IsEmpty)
            _problems.Add(new Problem(_file, (int)start.Start.Line, (int)start.Start.Column, ErrorCodes.Anchor, $"&{start.Anchor.Value}: anchors are not allowed"));
        if (!start.Tag.IsEmpty)
            _problems.Add(new Problem(_file, (int)start.Start.Line, (int)start.Start.Column, ErrorCodes.Tag, $"{start.Tag.Value}: tags are not allowed"));
        return start;
    }

    /// <summary>Ends the reading of a text that would go on for thousands of levels.</summary>
    private sealed class TooDeepException : Exception;
}
