using System.CommandLine;
using System.Text.Json;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>diff</c>: what differs between two scenarios, in words.</summary>
internal static class DiffCommand
{
    private static readonly JsonSerializerOptions Readable = new(Reports.Indented) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var before = new Argument<string>("before") { Description = "A scenario" };
        var after = new Argument<string>("after") { Description = "Another" };
        var json = new Option<bool>("--json") { Description = "The same as JSON" };
        var command = new ExplainedCommand("diff", "Says what differs between two scenarios, defaults included",
            "clustersim diff scenarios/starter/default.yaml scenarios/starter/classroom.yaml") { before, after, json };
        command.SetAction(parsed => Run(parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string before, string after, bool json)
    {
        ScenarioLoader loader = AppHost.Build(1, []).GetRequiredService<ScenarioLoader>();
        IReadOnlyList<Difference> differences = ScenarioDiff.Between(loader.LoadScenario(before).Configuration, loader.LoadScenario(after).Configuration);
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(differences, Readable));
        else if (differences.Count == 0) Console.Out.WriteLine("both say the same");
        foreach (Difference difference in json ? [] : differences) Console.Out.WriteLine(difference);
        return ExitCodes.Ok;
    }
}
