using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Hosting;

/// <summary>Scenario files on disk, and the built-in ones where the disk has none of that name; <c>-</c> is standard input.</summary>
internal sealed class DiskFiles : IScenarioFiles
{
    private string? _input;

    public string? Read(string path)
    {
        if (path == "-") return _input ??= Console.In.ReadToEnd();
        if (!File.Exists(path)) return Embedded.Read(Name(path));
        // Larger files are refused by the reader; a little more than it allows is enough for that.
        using var reader = new StreamReader(path);
        var buffer = new char[YamlTree.MostCharacters + 1];
        int length = reader.ReadBlock(buffer);
        return new string(buffer, 0, length);
    }

    /// <summary>Relative to the file that names it; a built-in name such as <c>scenarios/starter/classroom.yaml</c> counts everywhere.</summary>
    public string Resolve(string from, string relative)
    {
        string path = Path.Combine(from == "-" ? "" : Path.GetDirectoryName(from) ?? "", relative);
        if (!File.Exists(path) && Embedded.Names.Contains(relative)) return relative;
        return Path.IsPathRooted(path) ? path : Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(path));
    }

    /// <summary>The path from the working folder, with '/'.</summary>
    private static string Name(string path) => Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(path)).Replace('\\', '/');
}
