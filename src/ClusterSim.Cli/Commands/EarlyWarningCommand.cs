using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Detection;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>early-warning</c>: trains the score of <c>detect</c> on simulated histories and says how good it is.</summary>
internal static class EarlyWarningCommand
{
    private const int Usual = 40, Quick = 4;

    public static Command Create()
    {
        var presets = new Argument<string[]>("preset") { Description = "Scenarios to train on; every file of scenarios/theories if left out", Arity = ArgumentArity.ZeroOrMore };
        presets.Validators.Add(RunOptions.RefuseOptions);
        var quick = new Option<bool>("--quick") { Description = $"{Quick} histories of each preset instead of {Usual}: a first look" };
        var json = new Option<bool>("--json") { Description = "The tests as one object: {trained, rows, events, tests: [{on, model, measure, value, low, high}]}" };
        var output = new Option<string?>("--output", "-o") { Description = "Writes the coefficients to this file (YAML)", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replaces the file if it is there" };
        var options = new RunOptions();
        options.Replications.Description = $"Histories of each preset; {Usual} if left out";
        options.Seed.Description = $"Seed of the histories; {WarningTraining.UsualSeed} if left out";
        options.Quiet.Description = "No progress";
        var command = new ExplainedCommand("early-warning", "Trains the early-warning score of detect on simulated histories, and tests it on histories and theories that it has not seen",
            "clustersim early-warning --quick                                                   a first look",
            "clustersim early-warning -o early-warning.yaml                                     what comes with the program",
            "clustersim early-warning scenarios/theories/full.yaml my.yaml -r 20 -o mine.yaml   then: detect --coefficients mine.yaml")
            { presets, quick, output, force, options.Replications, options.Seed, options.Threads, options.Set, json, options.Quiet, options.NoColor };
        command.SetAction(parsed =>
        {
            // Before the histories are lived: an hour's training must not end in a refusal.
            if (parsed.GetValue(output) is string there && File.Exists(there) && !parsed.GetValue(force))
                throw new CommandException(ExitCodes.Usage, $"{there} is there already: choose another name with -o, or --force to replace it");
            IServiceProvider services = AppHost.Build(parsed.GetValue(options.Threads), parsed.GetValue(options.Set) ?? []);
            var loader = services.GetRequiredService<ScenarioLoader>();
            string[] files = parsed.GetValue(presets) is { Length: > 0 } given ? given : [.. Library.Files("theories").Select(file => file[0])];
            Scenario[] scenarios = [.. files.Select(loader.LoadScenario)];
            var training = new WarningTraining([.. scenarios.Select(scenario => (scenario.Name, scenario.Configuration))],
                parsed.GetValue(options.Replications) ?? (parsed.GetValue(quick) ? Quick : Usual), parsed.GetValue(options.Seed) ?? WarningTraining.UsualSeed);
            Refuse(scenarios);
            using (var progress = new Progress("histories", training.Histories, parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor)))
                training.Live(services.GetRequiredService<IExecutor>(), progress.Report, Interruption.Token);
            int events = training.Rows.Count(row => row.IsEvent);
            if (events == 0 || events == training.Rows.Count) throw new CommandException(ExitCodes.CheckNotMet, $"{events} of {training.Rows.Count} rows have the event: nothing can be learnt from that; take more histories (-r) or other presets");
            IReadOnlyList<WarningModel> models = training.Fit(_ => true);
            IReadOnlyList<WarningTrial> trials = Test(training, parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor));
            if (parsed.GetValue(output) is string path) File.WriteAllText(path, WarningFile.Write(training, models, trials));
            if (parsed.GetValue(json)) Console.Out.WriteLine(WarningText.Json(training, trials).ToJsonString(Reports.Indented));
            else Console.Out.Write(WarningText.Of(training, models, trials, parsed.GetValue(output)));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Refuse(Scenario[] scenarios)
    {
        const int needed = CellFeatures.Memory + LastingGrowth.Within + LastingGrowth.Held + 1;
        foreach (Scenario scenario in scenarios)
        {
            if (scenario.Configuration.Months < 12 * needed) throw new CommandException(ExitCodes.Usage, $"{scenario.Name}: {scenario.Configuration.Months / 12} years; {needed} or more are needed to see what came before and after");
            if (scenarios.Count(other => other.Name == scenario.Name) > 1) throw new CommandException(ExitCodes.Usage, $"two presets are called {scenario.Name}");
        }
    }

    private static List<WarningTrial> Test(WarningTraining training, bool quiet, bool plain)
    {
        var trials = new List<WarningTrial>();
        using var progress = new Progress("tests", 1 + training.Theories.Count, quiet, plain);
        if (training.Replications > 1) trials.Add(training.Halves());
        for (int theory = 0; theory < training.Theories.Count && training.Theories.Count > 1; theory++)
        {
            Interruption.Token.ThrowIfCancellationRequested();
            progress.Report(1 + theory);
            trials.Add(training.Without(theory));
        }
        progress.Report(1 + training.Theories.Count);
        return trials;
    }
}
