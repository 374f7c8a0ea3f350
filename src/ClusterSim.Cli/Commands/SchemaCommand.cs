using System.CommandLine;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Commands;

/// <summary><c>schema</c>: what editors need to complete and check scenarios.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new ExplainedCommand("schema", "Prints the JSON schema of scenarios and experiments, with which editors complete and check keys",
            "clustersim schema > clustersim.schema.json",
            "and as the first line of a scenario: # yaml-language-server: $schema=clustersim.schema.json");
        command.SetAction(_ => Console.Out.WriteLine(ScenarioSchema.Build().ToJsonString(Reports.Indented)));
        return command;
    }
}
