using System.CommandLine;
using System.Text.Json;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Commands;

/// <summary><c>schema</c>: what editors need to complete and check scenarios.</summary>
internal static class SchemaCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var command = new Command("schema", "Prints the JSON schema of scenarios and experiments. In an editor: # yaml-language-server: $schema=FILE");
        command.SetAction(_ => Console.Out.WriteLine(ScenarioSchema.Build().ToJsonString(Indented)));
        return command;
    }
}
