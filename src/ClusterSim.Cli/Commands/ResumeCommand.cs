using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>resume RESULTS</c>: goes on with a run that was broken off.</summary>
internal static class ResumeCommand
{
    public static Command Create()
    {
        var results = new Argument<string>("results") { Description = "The folder of a run that was interrupted, killed, or ran out of disk" };
        results.Validators.Add(RunOptions.RefuseOptions);
        var options = new RunOptions();
        var command = new ExplainedCommand("resume", "Goes on with a run that was broken off, or adds pairs to a finished one; it ends with the same bytes as if it never had been",
            "clustersim resume results/compare-when-to-act-8b0f99",
            "clustersim resume results/compare-when-to-act-8b0f99 -r 400     more pairs for a run that is finished") { results, options.Replications, options.Threads, options.Shard, options.OnError, options.All, options.Json, options.Quiet, options.NoColor };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetValue(results)!;
            int? pairs = parsed.GetValue(options.Replications);
            bool finished = ResultsFolder.IsFinished(folder);
            if (!finished && !ResultsFolder.IsUnfinished(folder)) StoredStudy.ManifestOf(folder); // says what is wrong with it
            StoredStudy? stored = !finished ? StoredStudy.ReadPlan(folder) : pairs is null ? null : StoredStudy.Read(folder);
            if (stored is null || (finished && stored.PairsWith(pairs) <= stored.Study.Replications))
            {
                ResultsFolder.Settle(folder);
                Console.Error.WriteLine($"{folder} is finished: there is nothing to go on with");
                return RunCommand.Show(parsed, options, folder);
            }
            IExecutor executor = AppHost.Build(parsed.GetValue(options.Threads), []).GetRequiredService<IExecutor>();
            Job job = stored.JobWith(study => study with { ContinueOnError = parsed.GetValue(options.OnError) == "continue" }, pairs);
            return RunCommand.Run(job, folder, parsed.GetValue(options.Shard) ?? Part.Whole, parsed, options, executor, extend: true);
        });
        return command;
    }
}
