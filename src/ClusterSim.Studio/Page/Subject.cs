using ClusterSim.Experiments.Scenarios;
using ClusterSim.Studio.Work;

namespace ClusterSim.Studio.Page;

/// <summary>The scenario on the page: one that is built in, or the reader's own.</summary>
public sealed record Subject(string Path, string Text, Scenario Scenario)
{
    /// <summary>Where the reader's own scenario lies.</summary>
    public const string OwnPath = "mine.yaml";

    public int Years => Scenario.Configuration.Months / 12;

    public string Title => Scenario.Title.Length > 0 ? Scenario.Title : Scenario.Name;

    public IReadOnlyList<string> Regions => [.. PlaceNames.Regions(Scenario.Configuration)];

    /// <summary>Files that workers must be told of.</summary>
    public IReadOnlyDictionary<string, string> Files => Path == OwnPath ? new Dictionary<string, string> { [OwnPath] = Text } : new Dictionary<string, string>();

    /// <summary>Reads a scenario.</summary>
    /// <exception cref="ScenarioException">With every problem found.</exception>
    public static Subject Load(string path, string text) =>
        new(path, text, new ScenarioLoader(ShippedScenarios.With(new Dictionary<string, string> { [path] = text })).LoadScenario(path));
}
