namespace ClusterSim.Experiments.Scenarios;

/// <summary>Where scenarios are read from: a disk, or the files built into a page.</summary>
public interface IScenarioFiles
{
    /// <summary>The text of a file; null if there is none.</summary>
    string? Read(string path);

    /// <summary>The path of a file that another names relative to itself.</summary>
    string Resolve(string from, string relative);
}

/// <summary>Files in memory, by path with '/': for tests and browsers.</summary>
public sealed class MemoryFiles(IReadOnlyDictionary<string, string> files) : IScenarioFiles
{
    public string? Read(string path) => files.GetValueOrDefault(path);

    public string Resolve(string from, string relative)
    {
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (string part in relative.Split('/'))
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not (".." or ".")) parts.Add(part);
        return string.Join('/', parts);
    }
}
