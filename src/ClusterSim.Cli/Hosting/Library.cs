namespace ClusterSim.Cli.Hosting;

/// <summary>The scenarios that come with the program.</summary>
internal static class Library
{
    /// <summary>The folder <c>scenarios</c>: of the working directory or one above it, else beside the program.</summary>
    public static string? Root { get; } = Find(Environment.CurrentDirectory) ?? Find(AppContext.BaseDirectory);

    /// <summary>Files of a subfolder with their titles.</summary>
    public static IEnumerable<string[]> Files(string folder)
    {
        if (Root is null || !Directory.Exists(Path.Combine(Root, folder))) yield break;
        foreach (string file in Directory.GetFiles(Path.Combine(Root, folder), "*.yaml").Order(StringComparer.Ordinal))
            yield return [Path.GetRelativePath(Environment.CurrentDirectory, file), Title(file)];
    }

    private static string Title(string file) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith("title:", StringComparison.Ordinal))?["title:".Length..].Trim().Trim('"') ?? "";

    private static string? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "scenarios", "starter"))) return Path.Combine(folder.FullName, "scenarios");
        return null;
    }
}
