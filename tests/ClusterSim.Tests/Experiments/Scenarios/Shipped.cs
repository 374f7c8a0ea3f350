using ClusterSim.Experiments.Scenarios;
using ClusterSim.Tests.House;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>The scenarios that come with the project, by their path from its root.</summary>
internal static class Shipped
{
    public static IReadOnlyList<string> Files { get; } = Repository.Files("scenarios", ".yaml");

    public static ScenarioLoader Loader { get; } = new(new MemoryFiles(Files.ToDictionary(file => file, Repository.Read)));
}
