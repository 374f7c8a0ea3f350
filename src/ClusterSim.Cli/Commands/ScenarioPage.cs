using System.Text.Json.Nodes;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary>What a scenario or an experiment that comes with the program is about, for <c>explain</c>.</summary>
internal static class ScenarioPage
{
    /// <summary>Names of all of them.</summary>
    public static IEnumerable<string> Names => Library.All.Select(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>The page; null if none is called so.</summary>
    public static ExplainPage? Of(string name)
    {
        if (Library.All.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name) is not string file) return null;
        ScenarioLoader loader = AppHost.Build(1, []).GetRequiredService<ScenarioLoader>();
        return loader.IsExperiment(file) ? PageOf(name, file, loader.LoadExperiment(file)) : PageOf(name, file, loader.LoadScenario(file));
    }

    private static ExplainPage PageOf(string name, string file, Experiment experiment)
    {
        int shared = experiment.Scenario.Configuration.Policies.Count;
        string arms = TextTable.Of([.. experiment.Arms.Select(arm => new[] { "  " + arm.Name, experiment.Placebos.TryGetValue(arm.Name, out string? of)
            ? $"the same as {of}, when that started in another history" : string.Join(" and ", arm.Configuration.Policies.Skip(shared).Select(Words)) })]);
        string pairs = experiment.Stopping is { } rule ? $"{rule.Fewest} to {rule.Most} pairs" : $"{experiment.Replications} pairs";
        string unknown = experiment.Worlds is null ? ""
            : $"\nWhat is not known is drawn in each of {experiment.Worlds.Points([.. experiment.Uncertain.Select(parameter => parameter.Factor)]).Length} worlds:\n{TextTable.Of([.. experiment.Uncertain.Select(parameter => new[] { "  " + parameter.Path, parameter.Range })])}";
        return new ExplainPage("experiment",
            $"{name}, experiment ({file})\n{experiment.Title}\n\n{pairs} of histories{(experiment.Worlds is null ? "" : " in every world")} of {experiment.Scenario.Name}, {experiment.Scenario.Configuration.Months / 12} years, without and with each of:\n{arms}{unknown}\nRun it: clustersim compare {file} (--quick for a first look)",
            new JsonObject { ["file"] = file, ["title"] = experiment.Title });
    }

    private static ExplainPage PageOf(string name, string file, Scenario scenario)
    {
        string[] lines =
        [
            $"{name}, scenario ({file})", scenario.Title, scenario.Story,
            scenario.Configuration.Policies.Count > 0 ? "Policies: " + string.Join("; ", scenario.Configuration.Policies.Select(policy => $"{policy.Name}, {Words(policy)}")) : "",
            .. scenario.Expectations.Select(expectation => $"Claim: {expectation.Claim}"),
        ];
        return new ExplainPage("scenario", $"{string.Join('\n', lines.Where(line => line.Length > 0))}\n\nRun it: clustersim run {file} -r 20", new JsonObject { ["file"] = file, ["title"] = scenario.Title, ["story"] = scenario.Story });
    }

    private static string Words(Intervention policy) =>
        $"{policy.InstrumentName} in {policy.Region}, {Quantity.Format(policy.Budget, "GBP thousand")} GBP over {Quantity.Format(policy.Duration, "month")}, from {ScenarioWriter.Start(policy.Start).Trim('{', '}')}";
}
