using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>collect DIR</c>: joins the parts of a run that <c>--shard</c> spread over processes or machines.</summary>
internal static class CollectCommand
{
    private const int Named = 3;

    public static Command Create()
    {
        var folders = new Argument<string[]>("results") { Description = "The folder in which the parts were run, or several", Arity = ArgumentArity.OneOrMore };
        folders.Validators.Add(RunOptions.RefuseOptions);
        var options = new RunOptions();
        var command = new ExplainedCommand("collect", "Joins the parts of a run: the files are those of one uninterrupted run",
            "clustersim compare mine.yaml -o out --shard 1/2",
            "clustersim compare mine.yaml -o out --shard 2/2     on this machine or another one",
            "clustersim collect out",
            "clustersim collect out-a out-b                      parts in folders of their own; the first takes them all") { folders, options.Threads, options.All, options.Json, options.Quiet, options.NoColor };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(folders)!, options));
        return command;
    }

    private static int Run(ParseResult parsed, string[] folders, RunOptions options)
    {
        foreach (string each in folders)
            if (!ResultsFolder.IsUnfinished(each) && !ResultsFolder.IsFinished(each)) StoredStudy.ManifestOf(each); // says what is wrong with it
        string folder = folders[0];
        if (ResultsFolder.IsFinished(folder))
        {
            ResultsFolder.Settle(folder);
            Console.Error.WriteLine($"{folder} is finished: there is nothing to collect");
            return RunCommand.Show(parsed, options, folder);
        }
        Job job = StoredStudy.ReadPlan(folder).JobWith(study => study);
        using var session = new StudySession(job, folder, Part.Whole, force: false, quiet: true, parsed.GetValue(options.NoColor));
        foreach (string other in folders.Skip(1)) session.Take(other);
        IReadOnlyList<int> missing = session.Missing;
        if (missing.Count == 0) return RunCommand.Finish(session, job, folder, parsed, options, AppHost.Build(parsed.GetValue(options.Threads), []).GetRequiredService<IExecutor>());
        string some = string.Join(", ", missing.Take(Named)) + (missing.Count > Named ? ", ..." : "");
        throw new CommandException(ExitCodes.CheckNotMet, $"{missing.Count} pairs are missing ({some}): run the parts that are not done{(job.Stopping is null ? "" : ", or all parts once more where more pairs are needed to be precise enough")}, or finish here with: clustersim resume {folder}");
    }
}
