using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Commands;

/// <summary><c>export</c>: results for spreadsheets, for statistics, or for somebody else.</summary>
internal static class ExportCommand
{
    private static readonly string[] Formats = ["csv", "parquet", "bundle"];

    public static Command Create()
    {
        var results = new Argument<string>("results") { Description = "A results folder, or a bundle" };
        results.Validators.Add(RunOptions.RefuseOptions);
        var format = new Argument<string>("format") { Description = "csv: the tables and their units, in a folder. parquet: the same with types. bundle: one zip with everything needed to read, check and run the results again", HelpName = string.Join('|', Formats) };
        format.CompletionSources.Add(Formats);
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string word }] && !Formats.Contains(word)) result.AddError($"there is no format {word}{Nearest.Hint(word, Formats)}");
        });
        var output = new Option<string?>("--output", "-o") { Description = "The folder or, of a bundle, the zip to write; NAME-csv, NAME-parquet or NAME.zip here if left out", HelpName = "PATH" };
        var force = new Option<bool>("--force") { Description = "Replaces what an export wrote there before" };
        var options = new RunOptions();
        options.Quiet.Description = "No progress: only the path of what was written";
        var command = new ExplainedCommand("export", "Writes results as CSV or Parquet tables, or as one zip that can be checked and run again",
            "clustersim export results/demo-1479a2 csv -o tables        for a spreadsheet",
            "clustersim export results/demo-1479a2 parquet              for R (arrow), Python (pandas) or DuckDB",
            "clustersim export results/demo-1479a2 bundle -o demo.zip   for the appendix; clustersim verify demo.zip checks it") { results, format, output, force, options.Quiet, options.NoColor };
        command.SetAction(parsed => Run(parsed.GetValue(results)!, parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor)));
        return command;
    }

    private static int Run(string results, string format, string? output, bool force, bool quiet, bool plain)
    {
        using var unpacked = new UnpackedResults(results);
        var export = new Export(unpacked.Folder, results, Interruption.Token);
        string target = output ?? export.Name + (format == "bundle" ? ".zip" : "-" + format);
        switch (format)
        {
            case "csv": export.Csv(target, force); break;
            case "bundle": export.Bundle(target, force); break;
            default:
                using (var progress = new Progress("tables", export.TableCount, quiet, plain)) export.Parquet(target, force, progress.Report);
                break;
        }
        Console.Out.WriteLine(target);
        return ExitCodes.Ok;
    }
}
