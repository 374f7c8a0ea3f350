using ClusterSim.Reporting.Data;

namespace ClusterSim.Cli.Results;

/// <summary>The files of a results folder on disk.</summary>
internal sealed class FolderFiles(string folder) : IResultFiles
{
    public TextReader? Open(string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path) ? new StreamReader(path) : null;
    }
}
