using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>A small comparison that was never interrupted: what every other way to the same pairs must end with.</summary>
internal static class Whole
{
    public const int Pairs = 15;

    private static readonly Lazy<string> Made = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("clustersim-whole-").FullName;
        CliRun run = CliRun.Of(folder, Compare("out"));
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        return Path.Combine(folder, "out");
    });

    /// <summary>The folder; leave it as it is.</summary>
    public static string Folder => Made.Value;

    public static string[] Bytes => FolderBytes.Of(Folder);

    /// <summary>The command: three files of finished work of five pairs each.</summary>
    public static string[] Compare(string folder, params string[] more) => Of(Pairs, folder, more);

    public static string[] Of(int pairs, string folder, params string[] more) =>
        ["compare", Repository.Path("scenarios/experiments/demo.yaml"), "-r", $"{pairs}", "--record", "none", "-q", "-o", folder, .. more];

    /// <summary>A folder in which the run was broken off: its plan, its scenarios, and these files of finished work.</summary>
    public static string BrokenOff(string folder, params int[] files)
    {
        string made = Path.Combine(folder, "out");
        CliRun part = CliRun.Of(folder, Compare("out", "--shard", "9999/9999"));
        Assert.That(part.ExitCode, Is.Zero, part.Errors);
        foreach (int file in files) File.Copy(Path.Combine(Folder, Shard(file)), Path.Combine(made, Shard(file)));
        return made;
    }

    public static string Shard(int file) => Path.Combine("shards", $"pairs-{5 * file:D7}.shard");

    public static void CleanUp()
    {
        if (Made.IsValueCreated) Directory.Delete(Path.GetDirectoryName(Made.Value)!, recursive: true);
    }
}
