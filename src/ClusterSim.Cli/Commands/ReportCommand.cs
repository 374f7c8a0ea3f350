using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.Engine;
using ClusterSim.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>report RESULTS</c>: one HTML file that says what a results folder holds.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var results = new Argument<string>("results") { Description = "A results folder, as run or compare wrote it" };
        results.Validators.Add(RunOptions.RefuseOptions);
        var readers = new Option<string?>("--for") { Description = "minister (the answer and what it rests on), paper (everything; if left out) or class (the stories first)", HelpName = "READER", CustomParser = ReadAudience };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; report.html in the folder if left out", HelpName = "FILE" };
        var threads = RunOptions.Count("--threads", "-j", "Histories lived again at once; one per processor if left out");
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress: only the file's path" };
        var command = new ExplainedCommand("report", "Writes one HTML page about a results folder: the answer, figures, stories, assurance",
            "clustersim report results/compare-two-towns-8b0f99",
            "clustersim report results/compare-two-towns-8b0f99 --for minister -o brief.html") { results, readers, output, threads, quiet };
        command.SetAction(parsed =>
        {
            StoredStudy stored = StoredStudy.Read(parsed.GetValue(results)!);
            Audience audience = parsed.GetValue(readers) is string name ? Named(name)!.Value : Audience.Paper;
            IExecutor executor = AppHost.Build(parsed.GetValue(threads), []).GetRequiredService<IExecutor>();
            Console.Out.WriteLine(ReportFile.Write(stored, audience, executor, parsed.GetValue(quiet), plain: false, parsed.GetValue(output)));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Audience? Named(string name) => Enum.GetValues<Audience>().Where(each => Catalogue.Kebab(each.ToString()) == name).Select(each => (Audience?)each).FirstOrDefault();

    private static string? ReadAudience(System.CommandLine.Parsing.ArgumentResult result)
    {
        string given = result.Tokens[0].Value;
        if (Named(given) is not null) return given;
        string[] names = [.. Enum.GetValues<Audience>().Select(each => Catalogue.Kebab(each.ToString()))];
        result.AddError($"--for {given}: {string.Join(", ", names[..^1])} or {names[^1]} is wanted{Nearest.Hint(given, names)}");
        return null;
    }
}
