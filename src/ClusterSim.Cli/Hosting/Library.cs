using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Hosting;

/// <summary>The scenarios that come with the program: the files of a checkout, or the same built in.</summary>
internal static class Library
{
    /// <summary>The folder <c>scenarios</c> of the working folder or one above it; null = only the built-in files are at hand.</summary>
    public static string? Root { get; } = Find(Environment.CurrentDirectory);

    /// <summary>Paths that every command understands, in order.</summary>
    public static IEnumerable<string> All => Root is null
        ? Embedded.Names
        : Directory.GetFiles(Root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(Environment.CurrentDirectory, file));

    /// <summary>Path of a file such as <c>theories/full.yaml</c>.</summary>
    public static string PathOf(string file) => Root is null ? "scenarios/" + file : Path.Combine(Root, file);

    /// <summary>Files of a subfolder with their titles.</summary>
    public static IEnumerable<string[]> Files(string folder)
    {
        var files = new DiskFiles();
        return All.Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == folder).Select(path => new[] { path, Title(files.Read(path) ?? "") });
    }

    /// <summary>Words to append to a problem: the file that may have been meant, where one asked for is not there; empty otherwise.</summary>
    public static string HintFor(Problem problem)
    {
        if (problem.Code != ErrorCodes.NoFile || (problem.Line, problem.Column) != (1, 1)) return "";
        string stem = Path.GetFileNameWithoutExtension(problem.File), near = Nearest.To(stem, All.Select(Path.GetFileNameWithoutExtension).OfType<string>()) ?? "";
        return All.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == near) is string file ? $"; did you mean {file}?" : " (clustersim list scenarios, experiments or cases shows those that are built in)";
    }

    private static string Title(string text) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith("title:", StringComparison.Ordinal))?["title:".Length..].Trim().Trim('"') ?? "";

    private static string? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "scenarios", "starter"))) return Path.Combine(folder.FullName, "scenarios");
        return null;
    }
}
