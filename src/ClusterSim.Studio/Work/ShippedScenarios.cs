using System.Reflection;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Studio.Work;

/// <summary>The scenarios that come with the program, built into this assembly from the folder <c>scenarios</c>.</summary>
internal static class ShippedScenarios
{
    private static readonly Dictionary<string, string> Texts = Read();

    /// <summary>Paths from the root of the project, ordered.</summary>
    public static IEnumerable<string> Paths => Texts.Keys.Order(StringComparer.Ordinal);

    public static string Text(string path) => Texts[path];

    /// <summary>These files and others that lie over them.</summary>
    public static MemoryFiles With(IReadOnlyDictionary<string, string> others)
    {
        var all = new Dictionary<string, string>(Texts);
        foreach ((string path, string text) in others) all[path] = text;
        return new MemoryFiles(all);
    }

    private static Dictionary<string, string> Read()
    {
        Assembly assembly = typeof(ShippedScenarios).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith("scenarios/", StringComparison.Ordinal)).ToDictionary(name => name, name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        });
    }
}
