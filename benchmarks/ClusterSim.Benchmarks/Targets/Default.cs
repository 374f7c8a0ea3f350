using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;

namespace ClusterSim.Benchmarks.Targets;

/// <summary>The scenario that speed is measured on: scenarios/starter/default.yaml, every mechanism on.</summary>
internal static class Default
{
    public static ModelConfiguration Configuration { get; } = Load();

    private static ModelConfiguration Load()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ClusterSim.sln"))) folder = folder.Parent;
        string file = Path.Combine(folder?.FullName ?? ".", "scenarios", "starter", "default.yaml");
        var files = new MemoryFiles(new Dictionary<string, string> { ["default.yaml"] = File.ReadAllText(file) });
        return new ScenarioLoader(files).LoadScenario("default.yaml").Configuration;
    }
}
