using ClusterSim.Experiments.Scenarios;
using ClusterSim.Tests.House;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>The files in scenarios/, on disk and in memory.</summary>
internal static class Shipped
{
    /// <summary>Paths with '/', relative to the root.</summary>
    public static IReadOnlyList<string> Files { get; } = Repository.Files("scenarios", ".yaml");

    public static IEnumerable<string> Scenarios => Files.Where(path => !IsExperiment(path));

    public static IEnumerable<string> Experiments => Files.Where(IsExperiment);

    public static Dictionary<string, string> Texts() => Files.ToDictionary(path => path, Repository.Read);

    public static ScenarioLoader Loader(params string[] overrides) => new(new MemoryFiles(Texts()), overrides);

    /// <summary>Loads a text as the file <c>scenarios/starter/test.yaml</c> among the shipped ones.</summary>
    public static Scenario Load(string yaml, params string[] overrides)
    {
        Dictionary<string, string> files = Texts();
        files["scenarios/starter/test.yaml"] = yaml;
        return new ScenarioLoader(new MemoryFiles(files), overrides).LoadScenario("scenarios/starter/test.yaml");
    }

    private static bool IsExperiment(string path) => Repository.Read(path).Contains("\nexperiment:", StringComparison.Ordinal) || Repository.Read(path).StartsWith("experiment:", StringComparison.Ordinal);
}
