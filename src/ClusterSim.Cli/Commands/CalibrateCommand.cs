using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Calibration;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>calibrate</c>: finds parameters at which a scenario shows its targets, and says which of them the targets hold fast.</summary>
internal static class CalibrateCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("scenario") { Description = "The scenario to calibrate", HelpName = "scenario" };
        file.Validators.Add(RunOptions.RefuseOptions);
        file.CompletionSources.Add(_ => Library.All);
        var targets = new Option<string?>("--targets", "-t") { Description = "A YAML file of targets, and of factors and sizes if you like; the facts of validate --facts if left out", HelpName = "FILE" };
        var factors = new Option<string[]>("--factors") { Description = $"What may be moved: {FactorText.Forms[..FactorText.Forms.IndexOf(" for", StringComparison.Ordinal)]}, or mechanisms and parameters by name", HelpName = "NAME=...", AllowMultipleArgumentsPerToken = true };
        var spread = new Option<double?>("--spread") { Description = "Range to either side of a parameter that states none, as a share of its value (0.5 if left out)", HelpName = "SHARE" };
        Option<int?> waves = RunOptions.Count("--waves", "-w", "Rounds of history matching (2 if left out)"), runs = RunOptions.Count("--runs", "-n", "Points in each wave (ten for each factor if left out)"),
            search = RunOptions.Count("--search", "-b", "Points that the local search may try (40 if left out)"), validation = RunOptions.Count("--validation", "-v", "Histories that validate (60 if left out)");
        var run = new RunOptions();
        run.Replications.Description = "Histories at each point (6 if left out; the search takes twice as many)";
        run.Seed.Description = "Seed of the search (1 if left out); validation has a seed that no search sees";
        run.Output.Description = "The results folder; results/calibrate-NAME-HASH if left out";
        run.Quick.Description = "A first look: one wave, 2 histories at each point, 12 that validate";
        run.Json.Description = "calibration.json on standard output instead of the table";
        run.DryRun.Description = "Says how many histories would be run at most";
        run.Force.Description = "Starts anew and replaces what is there";
        var command = new ExplainedCommand("calibrate", "Finds parameters at which a scenario shows its targets, in the open",
            "clustersim calibrate scenarios/starter/default.yaml --factors spin-offs.hazard labour-mobility.contact=0.1:2    to the facts",
            "clustersim calibrate mine.yaml --targets targets.yaml                                                           to your own targets",
            "clustersim calibrate mine.yaml --targets targets.yaml --waves 3 -n 100 -r 20                                    with more care") { file };
        foreach (Option option in (Option[])[targets, factors, spread, waves, runs, run.Replications, search, validation, run.Seed, run.Threads, run.Set, run.Output, run.Quick, run.Force, run.DryRun, run.Json, run.Quiet, run.NoColor]) command.Add(option);
        command.SetAction(parsed =>
        {
            IServiceProvider services = AppHost.Build(parsed.GetValue(run.Threads), parsed.GetValue(run.Set) ?? []);
            double range = parsed.GetValue(spread) ?? 0.5;
            if (range is not (> 0 and <= 1)) throw new CommandException(ExitCodes.Usage, $"--spread {range}: more than 0 and at most 1 is allowed");
            var wishes = new CalibrationWishes(parsed.GetValue(factors) ?? [], range, parsed.GetValue(run.Quick), parsed.GetValue(waves), parsed.GetValue(runs), parsed.GetValue(run.Replications), parsed.GetValue(search), parsed.GetValue(validation), parsed.GetValue(run.Seed));
            CalibrationPlan plan = new CalibrationReader(services.GetRequiredService<ScenarioLoader>(), services.GetRequiredService<IScenarioFiles>()).Read(parsed.GetValue(file)!, parsed.GetValue(targets), wishes);
            bool quiet = parsed.GetValue(run.Quiet);
            foreach (Problem warning in quiet ? [] : plan.Warnings) Console.Error.WriteLine($"warning: {warning}");
            string key = Key(plan), folder = parsed.GetValue(run.Output) ?? Path.Combine("results", $"calibrate-{plan.Scenario.Name}-{key[..6]}");
            if (!parsed.GetValue(run.DryRun)) return Run(plan, key, folder, services.GetRequiredService<IExecutor>(), parsed.GetValue(run.Force), quiet, parsed.GetValue(run.Json), parsed.GetValue(run.NoColor));
            Console.Out.WriteLine($"{plan.Factors.Count} factors, {plan.Targets.Count} targets: at most {plan.Size.Work(plan.Factors.Count)} histories, into {folder}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static int Run(CalibrationPlan plan, string key, string path, IExecutor executor, bool force, bool quiet, bool json, bool plain)
    {
        using var folder = new CalibrationFolder(path, key, [.. plan.Targets.Select(target => target.Name)], force);
        if (folder.Count > 0 && !quiet) Console.Error.WriteLine($"{folder.Count} points are there already");
        CalibrationResult result;
        try
        {
            using var progress = new CalibrationProgress(plan, quiet, plain);
            result = CalibrationResult.Of(plan, new SimulatedMoments(plan, executor, folder, progress.Report, Interruption.Token));
        }
        catch (OperationCanceledException)
        {
            throw new CommandException(ExitCodes.Interrupted, $"interrupted. {folder.Count} points are kept in {path}; the same command goes on from there");
        }
        foreach ((string name, string text) in CalibrationFiles.Of(result, key)) folder.Write(name, text);
        if (json) Console.Out.WriteLine(CalibrationFiles.Json(result, key).ToJsonString(Reports.Indented));
        else if (quiet) Console.Out.WriteLine(path);
        else Console.Out.Write($"{CalibrationText.Of(result)}\n{path}\n");
        return result.Hits(result.After) == plan.Targets.Count ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    /// <summary>Hash of all that decides what a point gives: the model, the scenario, the factors, the targets and the seed.</summary>
    private static string Key(CalibrationPlan plan)
    {
        string text = string.Join('\n', [Versions.Model, $"{plan.Seed}", ScenarioWriter.Write(plan.Scenario.Name, "", plan.Scenario.Configuration), .. plan.Factors.Select(factor => $"{factor.Path} {factor.Range}"), .. plan.Targets.Select(target => target.ToString())]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>How far the whole of a calibration is, against the most that it can take.</summary>
    private sealed class CalibrationProgress(CalibrationPlan plan, bool quiet, bool plain) : IDisposable
    {
        private readonly int _total = (int)Math.Min(int.MaxValue, plan.Size.Work(plan.Factors.Count));
        private readonly Progress _progress = new("calibration", (int)Math.Min(int.MaxValue, plan.Size.Work(plan.Factors.Count)), quiet, plain);
        private int _before, _last;

        public void Report(int stage, int done, int of)
        {
            _progress.Note = stage switch { CalibrationSeeds.Validation => "validation", >= CalibrationSeeds.Jacobian => "directions", >= CalibrationSeeds.Search => "local search", _ => $"wave {stage + 1}" };
            _last = done;
            _progress.Report(Math.Min(_total - 1, _before + _last));
            if (done == of) _before += of;
        }

        public void Dispose() => _progress.Dispose();
    }
}
