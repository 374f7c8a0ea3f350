using System.Security.Cryptography;

namespace ClusterSim.Tests.Cli;

/// <summary>Folders as their bytes, to hold one against another.</summary>
internal static class FolderBytes
{
    /// <summary>A line for every file, hidden ones as well: its path within and its hash.</summary>
    public static string[] Of(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}").Order(StringComparer.Ordinal)];

    public static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
