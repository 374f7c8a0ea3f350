using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Reporting;
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
                "clustersim compare scenarios/experiments/when-to-act.yaml --quick     a first look",
                "clustersim compare scenarios/experiments/two-towns.yaml -r 200 --seed 7 -o results/seven",
                "clustersim compare mine.yaml other.yaml                               the second against the first",
                "clustersim compare scenarios/starter/default.yaml --without norms     what a mechanism does",
                "clustersim compare scenarios/experiments/when-to-act.yaml --dry-run   how long would it take?");
        command.Add(files);
        options.AddTo(command);
        command.SetAction(parsed => Run(parsed, parsed.GetValue(files)!, options));
        return command;
    }

    /// <summary>The study with what the command line says of it.</summary>
    private static Study Asked(Study study, ParseResult parsed, RunOptions options)
    {
        bool few = (study.Arms.Count + 1L) * study.Replications <= RunOptions.MostRegistered;
        return study with
        {
            Seed = parsed.GetValue(options.Seed) ?? study.Seed,
            RecordFirms = parsed.GetValue(options.Record) switch { "firms" => true, "none" => false, _ => few },
            RecordYears = parsed.GetValue(options.Record) == "firms",
            Checked = parsed.GetValue(options.Checked),
            ContinueOnError = parsed.GetValue(options.OnError) == "continue",
        };
    }

    private static int Run(ParseResult parsed, string[] files, RunOptions options)
    {
        IServiceProvider services = AppHost.Build(parsed.GetValue(options.Threads), parsed.GetValue(options.Set) ?? []);
        Job job = Job.Of(services.GetRequiredService<ScenarioLoader>(), files, [.. parsed.Tokens.Select(token => token.Value)], parsed.GetValue(options.Replications), parsed.GetValue(options.Quick), study => Asked(study, parsed, options), parsed.GetValue(options.Without));
        string folder = parsed.GetValue(options.Output) ?? job.DefaultFolder;
        bool quiet = parsed.GetValue(options.Quiet);
        foreach (string warning in quiet ? [] : job.Warnings) Console.Error.WriteLine($"warning: {warning}");
        if (parsed.GetValue(options.DryRun)) return DryRunEstimate.Print(job, folder, services.GetRequiredService<ThreadedExecutor>().Threads, quiet);
        Part part = parsed.GetValue(options.Shard) ?? Part.Whole;
        return Run(job, folder, part, parsed, options, services.GetRequiredService<IExecutor>());
    }

    /// <summary>Runs a job as far as the folder does not hold it yet, and shows what it says.</summary>
    public static int Run(Job job, string folder, Part part, ParseResult parsed, RunOptions options, IExecutor executor, bool extend = false)
    {
        bool force = parsed.GetValue(options.Force), quiet = parsed.GetValue(options.Quiet);
        if (Holds(folder, job, force)) return Show(parsed, options, folder);
        var profiler = parsed.GetValue(options.Profile) ? new Profiler() : null;
        using var session = new StudySession(job, folder, part, force, quiet, parsed.GetValue(options.NoColor), extend);
        session.Simulate(executor, profiler);
        if (profiler is not null) Console.Error.Write(profiler.Table(Math.Max(1, session.Saved * (job.Study.Arms.Count + 1))));
        return part.IsWhole ? Finish(session, job, folder, parsed, options, executor) : Tell(session, folder, part);
    }

    /// <summary>Writes the results of a run that has all its pairs, and shows what they say.</summary>
    public static int Finish(StudySession session, Job job, string folder, ParseResult parsed, RunOptions options, IExecutor executor)
    {
        Ledger ledger = session.Finish();
        if (ReportFile.IsDue(job.Study) && ledger.Count > 0) WriteReport(folder, parsed, options, executor);
        Show(parsed, options, folder);
        if (ledger.Failed == 0) return ExitCodes.Ok;
        Console.Error.WriteLine($"{ledger.Failed} of {job.Study.Replications} replications broke off and are left out of every arm: runs.csv says why");
        return ExitCodes.HistoriesFailed;
    }

    private static void WriteReport(string folder, ParseResult parsed, RunOptions options, IExecutor executor)
    {
        try
        {
            ReportFile.Write(StoredStudy.Read(folder), Audience.Paper, executor, parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor));
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            throw new CommandException(ExitCodes.InternalError, $"the report cannot be written: {DiskFailure.Words(failure)}\nEvery table is in {folder}. Make room, and: clustersim report {folder}");
        }
    }

    /// <summary>What becomes of a part.</summary>
    private static int Tell(StudySession session, string folder, Part part)
    {
        Console.Out.WriteLine(folder);
        Console.Error.WriteLine($"part {part} is done: {session.Saved} pairs are in {folder}; when all parts are: clustersim collect {folder}");
        return ExitCodes.Ok;
    }

    /// <summary>True, with a word of it, if a folder holds the results of a job already and they are to be kept.</summary>
    public static bool Holds(string folder, Job job, bool force)
    {
        if (force || ResultsFolder.Word(ResultsFolder.Manifest(folder), "identity") != job.Identity) return false;
        ResultsFolder.Settle(folder);
        Console.Error.WriteLine($"{folder} holds these results already; --force runs again");
        return true;
    }

    public static int Show(ParseResult parsed, RunOptions options, string folder)
    {
        string sensitivity = Path.Combine(folder, Reports.SensitivityFile);
        if (parsed.GetValue(options.Json)) Console.Out.Write(File.ReadAllText(File.Exists(sensitivity) ? sensitivity : Path.Combine(folder, Reports.JsonFile)));
        else
        {
            if (!parsed.GetValue(options.Quiet)) Console.Out.Write(File.ReadAllText(Path.Combine(folder, parsed.GetValue(options.All) ? Reports.AllTablesFile : Reports.TableFile)));
            Console.Out.WriteLine(folder);
            string report = Path.Combine(folder, ReportFile.Name);
            if (!parsed.GetValue(options.Quiet)) Console.Error.WriteLine(File.Exists(report) ? $"the answer on one page: {report}" : $"clustersim report {folder} makes a page of it, with figures");
        }
        return ExitCodes.Ok;
    }
}
