using System.Reflection;
using ClusterSim.Model;

namespace ClusterSim.Cli.Results;

/// <summary>Versions that stand in every result.</summary>
internal static class Versions
{
    /// <summary>Of the files' columns and of the manifest.</summary>
    public const int Schema = 7;

    /// <summary>Of the model: the same version, scenario and seed give the same files.</summary>
    public static string Model { get; } = typeof(ClusterModel).Assembly.GetName().Version!.ToString(3);

    /// <summary>The commit that was built; empty where the sources were not under git.</summary>
    public static string Commit { get; } = CommitOf(typeof(ClusterModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    /// <summary>What follows the plus sign, if it is a hash.</summary>
    public static string CommitOf(string informationalVersion)
    {
        string[] parts = informationalVersion.Split('+');
        return parts.Length == 2 && parts[1].Length >= 7 && parts[1].All(char.IsAsciiHexDigitLower) ? parts[1] : "";
    }
}
