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

    /// <summary>Prints the page; false if none is called so.</summary>
    public static bool Print(string name)
    {
        if (Library.All.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name) is not string file) return false;
        ScenarioLoader loader = AppHost.Build(1, []).GetRequiredService<ScenarioLoader>();
        if (loader.IsExperiment(file))
        {
            Experiment experiment = loader.LoadExperiment(file);
            Console.Out.WriteLine($"{name}, experiment ({file})\n{experiment.Title}\n\n{experiment.Replications} pairs of histories of {experiment.Scenario.Name}, {experiment.Scenario.Configuration.Months / 12} years, without and with each of:");
            TextTable.Columns([.. experiment.Arms.Select(arm => new[] { "  " + arm.Name, string.Join(" and ", arm.Configuration.Policies.Skip(experiment.Scenario.Configuration.Policies.Count).Select(Words)) })]);
            Console.Out.WriteLine($"\nRun it: clustersim compare {file}");
            return true;
        }
        Scenario scenario = loader.LoadScenario(file);
        Console.Out.WriteLine($"{name}, scenario ({file})\n{scenario.Title}\n{scenario.Story}".TrimEnd());
        if (scenario.Configuration.Policies.Count > 0) Console.Out.WriteLine("Policies: " + string.Join("; ", scenario.Configuration.Policies.Select(policy => $"{policy.Name}, {Words(policy)}")));
        foreach (Expectation expectation in scenario.Expectations) Console.Out.WriteLine($"Claim: {expectation.Claim}");
        Console.Out.WriteLine($"\nRun it: clustersim run {file} -r 20");
        return true;
    }

    private static string Words(Intervention policy) =>
        $"{policy.InstrumentName} in {policy.Region}, {Quantity.Format(policy.Budget, "GBP thousand")} GBP over {Quantity.Format(policy.Duration, "month")}, from {ScenarioWriter.Start(policy.Start).Trim('{', '}')}";
}
