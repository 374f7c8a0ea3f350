using System.Globalization;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Turns nodes into values and gathers every problem on the way instead of stopping at the first.</summary>
/// <param name="problems">What makes the input unusable.</param>
/// <param name="warnings">What it may not mean; null = nobody wants to know.</param>
public sealed class Binder(List<Problem> problems, List<Problem>? warnings = null)
{
    public IReadOnlyList<Problem> Problems => problems;

    public void Report(Node node, string code, string message) => problems.Add(node.Problem(code, message));

    /// <summary>Notes something that can be run and may not be meant.</summary>
    public void Warn(Node node, string code, string message) => warnings?.Add(node.Problem(code, message));

    /// <summary>The node as a map; null, with a problem, if it is something else.</summary>
    public MapNode? Map(Node? node, string what)
    {
        if (node is not (null or MapNode)) Report(node, ErrorCodes.WrongKind, $"{what} is a map of keys, such as {{key: value}}");
        return node as MapNode;
    }

    /// <summary>The items of a list; empty, with a problem, if it is something else.</summary>
    public IReadOnlyList<Node> List(Node? node, string what)
    {
        if (node is not (null or ListNode)) Report(node, ErrorCodes.WrongKind, $"{what} is a list, such as [a, b]");
        return (node as ListNode)?.Items ?? [];
    }

    /// <summary>The node as text; null, with a problem, if it is a list or map.</summary>
    public string? Text(Node? node, string what)
    {
        if (node is not (null or ValueNode)) Report(node, ErrorCodes.WrongKind, $"{what} is a single value");
        return (node as ValueNode)?.Text;
    }

    /// <summary>Text that must be there and be kebab-case.</summary>
    public string Name(MapNode map, string key, string what)
    {
        Node? node = map[key];
        string? text = Text(node, $"{what} {key}");
        if (node is null) Report(map, ErrorCodes.MissingKey, $"{what} lacks {key}");
        else if (text is not null) CheckName(node, key, text);
        return text ?? "";
    }

    /// <summary>Complains about a name that is not kebab-case: it becomes the name of a file.</summary>
    public void CheckName(Node node, string what, string text)
    {
        if (!IsKebab(text))
            Report(node, ErrorCodes.NotAWord, $"{what}: \"{Quantity.Shorten(text)}\": a name has small letters, digits and hyphens, such as {(Suggest(text) is { Length: > 0 } better ? better : "my-name")}");
    }

    /// <summary>One of a set of words; null, with a problem, if it is none.</summary>
    public string? Word(Node? node, string what, IEnumerable<string> words, string code = ErrorCodes.NotAWord)
    {
        string? text = Text(node, what);
        if (text is null || words.Contains(text)) return text;
        Report(node!, code, $"{what}: \"{Quantity.Shorten(text)}\" is unknown{Nearest.Hint(text, words)}");
        return null;
    }

    /// <summary>A number in a unit and a range.</summary>
    public double? Number(Node? node, string what, string unit, double min, double max, bool whole = false)
    {
        if (Text(node, what) is not string text) return null;
        if (!Quantity.TryParse(text, unit, out double value, out var problem)) Report(node!, problem.Code, $"{what}: {problem.Reason}");
        else if (value < min || value > max)
            Report(node!, ErrorCodes.OutOfRange, $"{what} = {text}: allowed {Quantity.Format(min, unit)}..{Quantity.Format(max, unit)} {UnitOf(unit)}".TrimEnd());
        else if (whole && value != Math.Floor(value)) Report(node!, ErrorCodes.NotANumber, $"{what} = {text}: a whole number is wanted");
        else return value;
        return null;
    }

    /// <summary>yes or no.</summary>
    public bool? Switch(Node? node, string what) =>
        Word(node, what, ["yes", "no", "true", "false", "on", "off"]) is string word ? word is "yes" or "true" or "on" : null;

    /// <summary>Complains about keys that are neither among the words of the language nor parameters.</summary>
    public void CheckKeys(MapNode map, string what, IReadOnlyList<Keyword> keys, IEnumerable<ParameterDeclaration>? parameters = null)
    {
        string[] allowed = [.. keys.Select(key => key.Name), .. (parameters ?? []).Select(parameter => parameter.Name)];
        foreach ((ValueNode key, _) in map.Entries)
            if (!allowed.Contains(key.Text)) Report(key, ErrorCodes.UnknownKey, $"{what} has no key \"{Quantity.Shorten(key.Text)}\"{Nearest.Hint(key.Text, allowed)}");
    }

    /// <summary>A record of parameters with what the map says and the defaults for the rest. Keys that are no parameters are
    /// left to <see cref="CheckKeys"/>.</summary>
    /// <param name="record">An instance with its defaults; its init-only properties are set.</param>
    public void Fill(object record, IEnumerable<ParameterDeclaration> parameters, MapNode? map, string what)
    {
        if (map is null) return;
        foreach (ParameterDeclaration parameter in parameters)
            if (map[parameter.Name] is Node node && Value(node, parameter, $"{what}.{parameter.Name}") is object value)
                parameter.Property.SetValue(record, value);
    }

    private object? Value(Node node, ParameterDeclaration parameter, string what)
    {
        if (parameter.Type == typeof(bool)) return Switch(node, what);
        if (parameter.Type.IsEnum)
            return Word(node, what, Enum.GetNames(parameter.Type).Select(Catalogue.Kebab)) is string word
                ? Enum.GetValues(parameter.Type).Cast<object>().First(value => Catalogue.Kebab(value.ToString()!) == word) : null;
        bool whole = parameter.Type == typeof(int);
        double? number = Number(node, what, parameter.Attribute.Unit, parameter.Attribute.Min, parameter.Attribute.Max, whole);
        if (number is not double value) return null;
        ParameterAttribute said = parameter.Attribute;
        if (said.IsUnusual(value))
            Warn(node, ErrorCodes.Unusual, $"{what} = {Quantity.Format(value, said.Unit)}: plausible are {Quantity.Format(said.Low, said.Unit)}..{Quantity.Format(said.High, said.Unit)} {UnitOf(said.Unit)}".TrimEnd());
        return whole ? (object)(int)value : value;
    }

    /// <summary>The unit as words where the suffix does not say it.</summary>
    private static string UnitOf(string unit) =>
        unit is "month" or "1" || unit == "share" ? "" : unit.StartsWith("GBP thousand", StringComparison.Ordinal) ? "GBP" + unit["GBP thousand".Length..] : unit;

    private static bool IsKebab(string text) =>
        text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && text[0] != '-' && text[^1] != '-';

    private static string Suggest(string text)
    {
        string kebab = string.Concat(text.ToLower(CultureInfo.InvariantCulture).Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')).Trim('-');
        return kebab.Length <= 60 ? kebab : kebab[..60].Trim('-');
    }
}
