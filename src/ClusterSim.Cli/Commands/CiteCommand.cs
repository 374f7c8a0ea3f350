using System.CommandLine;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Commands;

/// <summary><c>cite</c>: words for a list of references.</summary>
internal static class CiteCommand
{
    public static Command Create()
    {
        var results = new Argument<string?>("results") { Description = "A results folder or a bundle, to cite its run as well", Arity = ArgumentArity.ZeroOrOne };
        results.Validators.Add(RunOptions.RefuseOptions);
        var json = new Option<bool>("--json") { Description = "The same as JSON" };
        var command = new ExplainedCommand("cite", "Says how to cite ClusterSim, as plain text and as BibTeX",
            "clustersim cite                         the program",
            "clustersim cite results/demo-1479a2     the program that wrote these results, and their identity") { results, json };
        command.SetAction(parsed => Run(parsed.GetValue(results), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string? results, bool json)
    {
        Citation citation = results is null ? Citation.OfProgram : OfResults(results);
        if (json) Console.Out.WriteLine(new JsonObject { ["text"] = citation.Plain, ["bibtex"] = citation.Bibtex, ["version"] = citation.Version, ["commit"] = citation.Commit, ["results"] = citation.Results }.ToJsonString(Reports.Indented));
        else Console.Out.WriteLine($"{citation.Plain}\n\n{citation.Bibtex}");
        return ExitCodes.Ok;
    }

    private static Citation OfResults(string path)
    {
        using var unpacked = new UnpackedResults(path);
        return Citation.Of(StoredStudy.ManifestOf(unpacked.Folder));
    }
}
