using NUnit.Framework;

namespace ClusterSim.Tests.House;

/// <summary>The files that make up the project, found from wherever the tests run.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs =
        [".git", ".build", ".vs", ".idea", ".vscode", "bin", "obj", "packages", "results", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>The folder that holds ClusterSim.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Absolute path of a file or folder given relative to the root.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    /// <summary>Paths relative to the root, with '/', in ordinal order, of the files below a folder; what builds and
    /// runs leave behind is left out. Empty where the folder does not exist.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions)
    {
        var files = new List<string>();
        Collect(Path(folder), files);
        return [.. files
            .Where(file => extensions.Length == 0 || extensions.Contains(System.IO.Path.GetExtension(file)))
            .Select(file => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Every C# and Razor file below a folder with its text.</summary>
    public static IReadOnlyList<SourceFile> Sources(string folder) =>
        [.. Files(folder, ".cs", ".razor").Select(path => new SourceFile(path, Read(path)))];

    private static void Collect(string folder, List<string> files)
    {
        if (!Directory.Exists(folder)) return;
        files.AddRange(Directory.GetFiles(folder).Where(IsOurs));
        foreach (string child in Directory.GetDirectories(folder).Where(IsOurs)) Collect(child, files);
    }

    // In a second working tree .git is a file.
    private static bool IsOurs(string path) => !NotOurs.Contains(System.IO.Path.GetFileName(path));

    private static string FindRoot()
    {
        string? folder = TestContext.CurrentContext.TestDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "ClusterSim.sln")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"no ClusterSim.sln above {TestContext.CurrentContext.TestDirectory}");
    }
}
