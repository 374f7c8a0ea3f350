using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Reporting.Facts;

namespace ClusterSim.Cli.Results;

/// <summary>The page of every fact as a file.</summary>
internal static class FactPage
{
    /// <exception cref="CommandException">The file is there already and is somebody's own.</exception>
    public static void Refuse(string path)
    {
        if (Directory.Exists(path)) throw new CommandException(ExitCodes.Usage, $"{path} is a folder: --page takes a file");
        if (File.Exists(path) && !File.ReadAllText(path).Contains(FactReport.Maker, StringComparison.Ordinal))
            throw new CommandException(ExitCodes.Usage, $"{path} is there already and is no page of facts: choose another file");
    }

    public static void Write(string path, IReadOnlyList<FactEvidence> facts, ulong seed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        WholeFile.Write(path, FactReport.Write(facts, seed).Html);
    }
}
