using System.CommandLine;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>validate</c>: is a file sound, and is the model any good?</summary>
internal static class ValidateCommand
{
    /// <summary>What of the model can be checked, and how.</summary>
    private static readonly (Option<bool> Option, Func<ModelCheck, int> Run)[] Checks =
    [
        Check("--facts", "Checks the default scenario against facts about real firms and clusters", model => model.Facts()),
        Check("--cases", "Checks the cases of economic history", model => model.Cases()),
        Check("--theories", "Tells theories apart by what is seen of their histories: the confusion matrix", model => model.Theories()),
        Check("--effects", "Shows what each mechanism and instrument moves", model => model.Effects()),
        Check("--knock-outs", "Switches every mechanism off, one at a time, and measures ten indicators in pairs", model => model.KnockOuts()),
        Check("--coverage", "Counts how often 95 % intervals hold a truth that is known", model => model.Coverage()),
        Check("--stages", "Scores the stage detector against hindsight, on made and simulated lives", model => model.Stages()),
    ];

    private static (Option<bool>, Func<ModelCheck, int>) Check(string name, string what, Func<ModelCheck, int> run) => (new Option<bool>(name) { Description = what }, run);

    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Scenarios and experiments to check; - reads standard input", Arity = ArgumentArity.ZeroOrMore };
        files.Validators.Add(RunOptions.RefuseOptions);
        var quick = new Option<bool>("--quick") { Description = "Fewer histories: a first look" };
        var json = new Option<bool>("--json") { Description = "One array: of files {file, kind, name, pass, problems}, of checks {id, name, kind, value, low, high, pass, n, source}" };
        var options = new RunOptions();
        var page = new Option<string?>("--page") { Description = "With --facts, a file for a page of every fact, with figures (HTML)", HelpName = "FILE" };
        options.Output.Description = "With --facts, a folder for all that the facts are computed from (about 2 MB a history), and the page";
        options.Replications.Description = "Histories, or pairs of them, that a check runs; its own number if left out";
        options.Seed.Description = "Seed of the checks; one of their own if left out";
        options.Quiet.Description = "No progress";
        var command = new ExplainedCommand("validate", "Checks files, or the model against facts, cases and its own claims",
            "clustersim validate my.yaml                 every problem at once, with line and column",
            "clustersim validate --facts --quick         20 histories instead of 100",
            "clustersim validate --facts --page facts.html    and a page of every fact, with figures",
            "clustersim validate --facts -r 20 -o facts  and all files from which a stranger can compute them again",
            "clustersim validate --cases --json > cases.json")
            { files, quick, json, options.Threads, options.Replications, options.Seed, options.Set, options.Output, page, options.Quiet, options.NoColor };
        foreach ((Option<bool> option, _) in Checks) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(files) ?? [];
            string[] set = parsed.GetValue(options.Set) ?? [];
            bool asJson = parsed.GetValue(json), any = Checks.Any(check => parsed.GetValue(check.Option));
            if (given.Length == 0 && !any) throw new CommandException(ExitCodes.Usage, $"validate what? Name a file, or one of {string.Join(", ", Checks.Select(check => check.Option.Name))}");
            if (parsed.GetValue(options.Output) is not null && !parsed.GetValue(Checks[0].Option)) throw new CommandException(ExitCodes.Usage, "-o goes with --facts");
            if (parsed.GetValue(page) is not null && !parsed.GetValue(Checks[0].Option)) throw new CommandException(ExitCodes.Usage, "--page goes with --facts");
            var rows = new JsonArray();
            int worst = Files(given, set, asJson ? rows : null);
            if (any)
            {
                var model = new ModelCheck(parsed.GetValue(options.Threads), parsed.GetValue(options.Replications), parsed.GetValue(options.Seed),
                    set, parsed.GetValue(quick), asJson, parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor), parsed.GetValue(options.Output), parsed.GetValue(page));
                foreach ((Option<bool> option, Func<ModelCheck, int> check) in Checks)
                    if (parsed.GetValue(option)) worst = Math.Max(worst, check(model));
                foreach (JsonObject row in model.Rows) rows.Add(row);
            }
            if (asJson) Console.Out.WriteLine(rows.ToJsonString(Reports.Indented));
            return worst;
        });
        return command;
    }

    /// <summary>Checks files; all their problems come in one list.</summary>
    /// <param name="rows">Takes a row for each file instead of the text; null = text.</param>
    private static int Files(string[] files, string[] set, JsonArray? rows)
    {
        ScenarioLoader loader = AppHost.Build(1, set).GetRequiredService<ScenarioLoader>();
        var problems = new List<Problem>();
        foreach (string file in files)
        {
            (string kind, string name, string words, IReadOnlyList<Problem> wrong) = Check(loader, file);
            problems.AddRange(wrong);
            if (rows is not null)
                rows.Add((JsonNode)new JsonObject { ["file"] = file, ["kind"] = kind, ["name"] = name, ["pass"] = wrong.Count == 0, ["problems"] = new JsonArray([.. wrong.Select(Row)]) });
            else if (wrong.Count == 0) Console.Out.WriteLine($"{file}: {kind} {name} is sound: {words}");
        }
        foreach (Problem warning in loader.Warnings) Console.Error.WriteLine($"warning: {warning}");
        return problems.Count == 0 ? ExitCodes.Ok : rows is not null ? ExitCodes.ScenarioInvalid : throw new ScenarioException(problems);
    }

    private static (string Kind, string Name, string Words, IReadOnlyList<Problem> Problems) Check(ScenarioLoader loader, string file)
    {
        try
        {
            if (loader.IsExperiment(file))
            {
                Experiment experiment = loader.LoadExperiment(file);
                return ("experiment", experiment.Name, $"{Count(experiment.Arms.Count, "arm")} over scenario {experiment.Scenario.Name}", []);
            }
            Scenario scenario = loader.LoadScenario(file);
            ModelConfiguration said = scenario.Configuration;
            string activities = said.Activities.Count == 1 ? "1 activity" : $"{said.Activities.Count} activities", policies = said.Policies.Count == 1 ? "1 policy" : $"{said.Policies.Count} policies";
            return ("scenario", scenario.Name, $"{Count(said.Country.Regions, "region")}, {activities}, {Count(said.Months / 12, "year")}, {policies}", []);
        }
        catch (ScenarioException broken)
        {
            return ("", "", "", broken.Problems);
        }
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static JsonNode Row(Problem problem) => new JsonObject
    {
        ["file"] = problem.File,
        ["line"] = problem.Line,
        ["column"] = problem.Column,
        ["code"] = problem.Code,
        ["message"] = problem.Message,
    };
}
