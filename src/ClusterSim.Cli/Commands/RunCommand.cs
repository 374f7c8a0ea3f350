using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>run</c> and <c>compare</c>: histories of a scenario, of several, or of an experiment, and what they say.</summary>
internal static class RunCommand
{
    public static Command Create(string name)
    {
        var files = new Argument<string[]>("file") { Description = "A scenario, an experiment, or several scenarios of which the first is the baseline; - reads standard input", Arity = ArgumentArity.OneOrMore };
        var options = new RunOptions();
        var all = new Option<bool>("--all") { Description = "Prints every measure, place and date, not only the headline" };
        var command = new Command(name, name == "run" ? "Runs a scenario or an experiment and writes the results" : "Compares an experiment's arms, or scenarios with the first one") { files, all };
        options.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(name, parsed, files, all, options, cancel)));
        return command;
    }

    private static int Run(string verb, ParseResult parsed, Argument<string[]> files, Option<bool> all, RunOptions options, CancellationToken cancel)
    {
        IServiceProvider services = AppHost.Build(parsed.GetValue(options.Threads), parsed.GetValue(options.Set) ?? []);
        var job = new Job(services.GetRequiredService<ScenarioLoader>(), parsed.GetValue(files)!, verb, study => study with
        {
            Replications = parsed.GetValue(options.Replications) ?? study.Replications,
            Seed = parsed.GetValue(options.Seed) ?? study.Seed,
            RecordFirms = parsed.GetValue(options.Record) is not null,
            Checked = parsed.GetValue(options.Checked),
        });
        string folder = parsed.GetValue(options.Output) ?? job.DefaultFolder;
        bool quiet = parsed.GetValue(options.Quiet), json = parsed.GetValue(options.Json);
        if (parsed.GetValue(options.DryRun)) return job.Describe(folder);
        if (ResultsFolder.IsFinished(folder) && !parsed.GetValue(options.Force))
        {
            if (ResultsFolder.Identity(folder) != job.Identity)
                throw new CommandException(ExitCodes.Usage, $"{folder} holds the results of something else: choose another folder, or --force to replace them");
            Console.Error.WriteLine($"{folder} holds these results already; --force runs again");
            return Show(folder, json, quiet);
        }
        Study study = job.Study;
        var ledger = new Ledger(study);
        var progress = new Progress(study.Name, study.Replications, quiet);
        var results = new ResultsFolder(folder, parsed.GetValue(options.Force));
        using (var writer = new StudyWriter(study, results))
        {
            try
            {
                services.GetRequiredService<IExecutor>().Run(study, outcome =>
                {
                    writer.Take(outcome);
                    ledger.Take(outcome);
                }, progress.Report, cancel);
            }
            catch (OperationCanceledException)
            {
                progress.Close();
                writer.Discard();
                Console.Error.WriteLine($"interrupted after {ledger.Count} of {study.Replications} pairs; nothing was kept. The same command runs them again, with the same results.");
                return ExitCodes.Interrupted;
            }
            progress.Close();
            writer.Finish();
        }
        IReadOnlyList<ComparisonRow> rows = ComparisonTable.Of(ledger);
        Reports.Write(results, job, ledger, rows, parsed.GetValue(all));
        return Show(folder, json, quiet);
    }

    private static int Show(string folder, bool json, bool quiet)
    {
        if (json) Console.Out.Write(File.ReadAllText(Path.Combine(folder, Reports.JsonFile)));
        else
        {
            if (!quiet) Console.Out.Write(File.ReadAllText(Path.Combine(folder, Reports.TableFile)));
            Console.Out.WriteLine(folder);
        }
        return ExitCodes.Ok;
    }
}
