using System.Text.RegularExpressions;

namespace ClusterSim.Tests.House;

/// <summary>One source file, read as text: the types it defines and the names it uses.</summary>
internal sealed partial class SourceFile
{
    /// <param name="path">Relative to the root, with '/'.</param>
    /// <param name="source">The whole text.</param>
    public SourceFile(string path, string source)
    {
        Path = path;
        Lines = source.Split('\n').Length - (source.EndsWith('\n') ? 1 : 0);
        string code = CodeText.Of(source);
        Names = [.. Name().Matches(code).Select(match => match.Value)];
        Types = [.. Definition().Matches(code).Select(match => match.Groups[1].Value)];
        if (System.IO.Path.GetExtension(path) == ".razor") Types.Add(System.IO.Path.GetFileNameWithoutExtension(path));
    }

    public string Path { get; }

    public int Lines { get; }

    /// <summary>Every capitalised identifier in the code.</summary>
    public HashSet<string> Names { get; }

    /// <summary>Names of the types defined here, nested ones too; a Razor file defines the component it is named after.</summary>
    public HashSet<string> Types { get; }

    /// <summary>The folder, at most <paramref name="depth"/> levels of it.</summary>
    public string Folder(int depth = int.MaxValue)
    {
        string[] parts = Path.Split('/');
        return string.Join('/', parts.Take(Math.Min(depth, parts.Length - 1)));
    }

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:class|record(?:\s+(?:struct|class))?|struct|interface|enum|delegate\s+\S+)\s+([A-Z]\w+)")]
    private static partial Regex Definition();
}
