using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Hosting;

/// <summary>Scenario files on disk; <c>-</c> is standard input.</summary>
internal sealed class DiskFiles : IScenarioFiles
{
    private string? _input;

    public string? Read(string path)
    {
        if (path == "-") return _input ??= Console.In.ReadToEnd();
        if (!File.Exists(path)) return null;
        // Larger files are refused by the reader; a little more than it allows is enough for that.
        using var reader = new StreamReader(path);
        var buffer = new char[YamlTree.MostCharacters + 1];
        int length = reader.ReadBlock(buffer);
        return new string(buffer, 0, length);
    }

    public string Resolve(string from, string relative)
    {
        string path = Path.Combine(from == "-" ? "" : Path.GetDirectoryName(from) ?? "", relative);
        return Path.IsPathRooted(path) ? path : Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(path));
    }
}
