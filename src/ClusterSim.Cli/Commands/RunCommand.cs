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
        var files = new Argument<string[]>("file") { Description = "A scenario, an experiment, or several scenarios of which the first is the baseline; - reads standard input", Arity = ArgumentArity.OneOrMore, HelpName = "file" };
        files.Validators.Add(RunOptions.RefuseOptions);
        files.CompletionSources.Add(_ => Library.All);
        var options = new RunOptions();
        ExplainedCommand command = name == "run"
            ? new ExplainedCommand(name, "Runs a scenario or an experiment and writes the results",
                "clustersim run scenarios/starter/default.yaml -r 5            five histories",
                "clustersim run scenarios/cases/modena.yaml -r 30              a case beside its control",
                "clustersim run scenarios/starter/default.yaml --set years=30 --set spin-offs=off",
                "cat my.yaml | clustersim run - --json | jq .                  from standard input, to another program")
            : new ExplainedCommand(name, "Compares an experiment's arms, or scenarios with the first one",
                "clustersim compare scenarios/experiments/when-to-act.yaml --quick     a first look, 10 pairs",
                "clustersim compare scenarios/experiments/two-towns.yaml -r 200 --seed 7 -o results/seven",
                "clustersim compare mine.yaml other.yaml                               the second against the first",
                "clustersim compare scenarios/experiments/when-to-act.yaml --dry-run   how long would it take?");
        command.Add(files);
        options.AddTo(command);
        command.SetAction(parsed => Run(parsed, parsed.GetValue(files)!, options));
        return command;
    }

    /// <summary>The study with what the command line says of it.</summary>
    private static Study Asked(Study study, ParseResult parsed, RunOptions options)
    {
        int replications = parsed.GetValue(options.Replications) ?? (parsed.GetValue(options.Quick) ? RunOptions.QuickPairs : study.Replications);
        bool few = (study.Arms.Count + 1L) * replications <= RunOptions.MostRegistered;
        return study with
        {
            Replications = replications,
            Seed = parsed.GetValue(options.Seed) ?? study.Seed,
            RecordFirms = parsed.GetValue(options.Record) switch { "firms" => true, "none" => false, _ => few },
            Checked = parsed.GetValue(options.Checked),
            ContinueOnError = parsed.GetValue(options.OnError) == "continue",
        };
    }

    private static int Run(ParseResult parsed, string[] files, RunOptions options)
    {
        IServiceProvider services = AppHost.Build(parsed.GetValue(options.Threads), parsed.GetValue(options.Set) ?? []);
        var job = new Job(services.GetRequiredService<ScenarioLoader>(), files, [.. parsed.Tokens.Select(token => token.Value)], study => Asked(study, parsed, options));
        string folder = parsed.GetValue(options.Output) ?? job.DefaultFolder;
        bool quiet = parsed.GetValue(options.Quiet), force = parsed.GetValue(options.Force);
        foreach (Problem warning in quiet ? [] : job.Warnings) Console.Error.WriteLine($"warning: {warning}");
        if (parsed.GetValue(options.DryRun)) return DryRunEstimate.Print(job, folder, services.GetRequiredService<ThreadedExecutor>().Threads, quiet);
        if (Holds(folder, job, force)) return Show(parsed, options, folder);
        var profiler = parsed.GetValue(options.Profile) ? new Profiler() : null;
        var results = new ResultsFolder(folder, force);
        Ledger ledger = Simulate(services.GetRequiredService<IExecutor>(), job, results, profiler, quiet, parsed.GetValue(options.NoColor));
        if (profiler is not null) Console.Error.Write(profiler.Table(Math.Max(1, ledger.Count * (job.Study.Arms.Count + 1))));
        Show(parsed, options, folder);
        if (ledger.Failed == 0) return ExitCodes.Ok;
        Console.Error.WriteLine($"{ledger.Failed} of {job.Study.Replications} replications broke off and are left out of every arm: runs.csv says why");
        return ExitCodes.HistoriesFailed;
    }

    /// <summary>True, with a word of it, if a folder holds the results of a job already and they are to be kept.</summary>
    /// <exception cref="CommandException">It holds those of another.</exception>
    public static bool Holds(string folder, Job job, bool force)
    {
        if (force || !ResultsFolder.IsFinished(folder)) return false;
        if (ResultsFolder.Identity(folder) != job.Identity)
            throw new CommandException(ExitCodes.Usage, $"{folder} holds the results of something else: choose another folder, or --force to replace them");
        Console.Error.WriteLine($"{folder} holds these results already; --force runs again");
        return true;
    }

    /// <summary>Runs every pair, compares, and writes the folder.</summary>
    public static Ledger Simulate(IExecutor executor, Job job, ResultsFolder results, Profiler? profiler, bool quiet, bool plain)
    {
        Study study = job.Study;
        var ledger = new Ledger(study);
        var precision = new Precision(study);
        using var writer = new StudyWriter(study, results);
        try
        {
            using (var progress = new Progress(study.Name, study.Replications, quiet, plain))
            {
                executor.Run(study, outcome =>
                {
                    writer.Take(outcome);
                    ledger.Take(outcome);
                    precision.Take(outcome);
                    progress.Note = precision.ToString();
                }, progress.Report, Interruption.Token, profiler is null ? null : profiler.Watch);
            }
            using (var progress = new Progress("intervals", ComparisonTable.Cells(study), quiet, plain))
            {
                IReadOnlyList<ComparisonRow> rows = ComparisonTable.Of(ledger, progress.Report, Interruption.Token);
                IReadOnlyList<AdditionalityRow> split = AdditionalityTable.Of(ledger, Interruption.Token);
                writer.Finish();
                Reports.Write(results, job, ledger, rows, split);
            }
        }
        catch (ReplicationException failure)
        {
            writer.Discard();
            throw new CommandException(ExitCodes.HistoriesFailed, $"{failure.Message}\nThis is a defect of ClusterSim, not of your scenario: please report it. --on-error continue leaves such histories out.");
        }
        catch (OperationCanceledException)
        {
            writer.Discard();
            throw new CommandException(ExitCodes.Interrupted, $"interrupted after {ledger.Count} of {study.Replications} pairs; nothing was kept. The same command runs them again, with the same results.");
        }
        return ledger;
    }

    private static int Show(ParseResult parsed, RunOptions options, string folder)
    {
        if (parsed.GetValue(options.Json)) Console.Out.Write(File.ReadAllText(Path.Combine(folder, Reports.JsonFile)));
        else
        {
            if (!parsed.GetValue(options.Quiet)) Console.Out.Write(File.ReadAllText(Path.Combine(folder, parsed.GetValue(options.All) ? Reports.AllTablesFile : Reports.TableFile)));
            Console.Out.WriteLine(folder);
            if (!parsed.GetValue(options.Quiet)) Console.Error.WriteLine($"clustersim report {folder} makes a page of it, with figures");
        }
        return ExitCodes.Ok;
    }
}
