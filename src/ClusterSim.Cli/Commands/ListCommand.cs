using System.CommandLine;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Briefing;
using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Reporting.Documents;

namespace ClusterSim.Cli.Commands;

/// <summary><c>list</c>: what there is of a kind.</summary>
internal static class ListCommand
{
    private static readonly string[] Kinds =
        ["scenarios", "cases", "theories", "experiments", "mechanisms", "parameters", "indicators", "instruments", "shocks", "statistics", "facts", "briefing", "results"];

    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = string.Join(", ", Kinds), HelpName = "kind" };
        kind.CompletionSources.Add(Kinds);
        kind.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string word }] && !Kinds.Contains(word)) result.AddError($"there are no {word} to list{Nearest.Hint(word, Kinds)}");
        });
        var json = new Option<bool>("--json") { Description = "The same as JSON: an array of objects" };
        var command = new ExplainedCommand("list", "Lists scenarios, parts of the model, or results",
            "clustersim list experiments",
            "clustersim list parameters | grep spin-offs",
            "clustersim list indicators --json") { kind, json };
        command.SetAction(parsed => Run(parsed.GetValue(kind)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string kind, bool json)
    {
        (string[] columns, IEnumerable<string[]> rows) = Table(kind);
        string[][] all = [.. rows];
        if (json) Console.Out.WriteLine(new JsonArray([.. all.Select(row => (JsonNode)new JsonObject(columns.Zip(row, (column, cell) => KeyValuePair.Create(column, (JsonNode?)cell))))]).ToJsonString(Reports.Indented));
        else if (all.Length == 0) Console.Error.WriteLine($"no {kind} here{(kind == "results" ? ": clustersim run and compare put them into the folder results/" : "")}");
        else TextTable.Columns([columns, .. all]);
        return ExitCodes.Ok;
    }

    /// <summary>Names of the columns, and the rows.</summary>
    private static (string[], IEnumerable<string[]>) Table(string kind) => kind switch
    {
        "mechanisms" => (["name", "id", "theory", "what"], ClusterModel.Mechanisms.Select(part => new[] { part.Name, ((MechanismAttribute)part.Attribute).Id, ((MechanismAttribute)part.Attribute).Theory, part.Attribute.Summary })),
        "instruments" or "shocks" => (["name", "what"], ClusterModel.Catalogue.OfKind(kind[..^1]).Select(part => new[] { part.Name, part.Attribute.Summary })),
        "indicators" => (["name", "unit", "what"], ClusterModel.Catalogue.OfKind("indicator").Select(part => new[] { part.Name, ((IndicatorAttribute)part.Attribute).Unit, part.Attribute.Summary })),
        "parameters" => (["name", "default", "allowed", "unit", "what"], ParameterNames.All.Select(each => new[]
            { each.Path, ParameterNames.Default(each.Declaration), ParameterNames.Range(each.Declaration), each.Declaration.Attribute.Unit, each.Declaration.Attribute.Summary })),
        "statistics" => (["name", "what"], CaseStatistics.All.Select(each => new[] { each.Key, each.Value.Meaning })),
        "facts" => (["id", "kind", "what"], Fact.All.Select(fact => new[] { fact.Id, fact.Kind, fact.Name })),
        "briefing" => (["id", "claim", "answered by", "seen in"], BriefingRow.All.Select(row => new[] { row.Id, row.Claim, string.Join(", ", row.Answers), $"clustersim {row.Run}" })),
        "results" => (["folder", "title", "pairs", "state"], Folders("results")),
        "scenarios" => (["file", "title"], Library.Files("starter").Concat(Library.Files("theories"))),
        _ => (["file", "title"], Library.Files(kind)),
    };

    private static IEnumerable<string[]> Folders(string root)
    {
        if (!Directory.Exists(root)) yield break;
        foreach (string folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            JsonNode? manifest = ResultsFolder.Manifest(folder);
            yield return [folder, (string?)manifest?["title"] ?? "", manifest?["replications"]?["completed"]?.ToString() ?? "", manifest is null ? "unfinished" : "finished"];
        }
    }
}
