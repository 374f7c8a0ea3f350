using System.Reflection;

namespace ClusterSim.Cli.Hosting;

/// <summary>The scenarios built into the program, by the names that they have in a checkout: <c>scenarios/starter/classroom.yaml</c>.</summary>
internal static class Embedded
{
    private const string Folder = "scenarios/";

    private static readonly Assembly Here = typeof(Embedded).Assembly;

    /// <summary>By name with '/', the name of the resource, whose separators are those of the machine that built it.</summary>
    private static readonly SortedDictionary<string, string> Resources = new(Here.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(name => name.Replace('\\', '/')), StringComparer.Ordinal);

    /// <summary>Every name, in order.</summary>
    public static IReadOnlyCollection<string> Names => Resources.Keys;

    /// <summary>The text; null if nothing is called so.</summary>
    public static string? Read(string name)
    {
        if (!Resources.TryGetValue(name, out string? resource)) return null;
        using var reader = new StreamReader(Here.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
