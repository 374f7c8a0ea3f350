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
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Scenarios and experiments to check; - reads standard input", Arity = ArgumentArity.ZeroOrMore };
        files.Validators.Add(RunOptions.RefuseOptions);
        var facts = new Option<bool>("--facts") { Description = "Checks the default scenario against facts about real firms and clusters" };
        var cases = new Option<bool>("--cases") { Description = "Checks the cases of economic history" };
        var effects = new Option<bool>("--effects") { Description = "Shows what each mechanism and instrument moves" };
        var coverage = new Option<bool>("--coverage") { Description = "Counts how often 95 % intervals hold a truth that is known" };
        var knockOuts = new Option<bool>("--knock-outs") { Description = "Switches every mechanism off, one at a time, and measures ten indicators in pairs" };
        var quick = new Option<bool>("--quick") { Description = "Fewer histories: a first look" };
        var json = new Option<bool>("--json") { Description = "One array: of files {file, kind, name, pass, problems}, of checks {id, name, kind, value, low, high, pass, n, source}" };
        var options = new RunOptions();
        options.Output.Description = "With --facts, a folder for all that the facts are computed from (about 3 MB a history)";
        options.Replications.Description = "Histories, or pairs of them, that a check runs; its own number if left out";
        options.Seed.Description = "Seed of the checks; one of their own if left out";
        options.Quiet.Description = "No progress";
        var command = new ExplainedCommand("validate", "Checks files, or the model against facts, cases and its own claims",
            "clustersim validate my.yaml                 every problem at once, with line and column",
            "clustersim validate --facts --quick         20 histories instead of 100",
            "clustersim validate --facts -r 20 -o facts  and all files from which a stranger can compute them again",
            "clustersim validate --cases --json > cases.json")
            { files, facts, cases, effects, coverage, knockOuts, quick, json, options.Threads, options.Replications, options.Seed, options.Set, options.Output, options.Quiet, options.NoColor };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(files) ?? [];
            string[] set = parsed.GetValue(options.Set) ?? [];
            bool asJson = parsed.GetValue(json), any = parsed.GetValue(facts) || parsed.GetValue(cases) || parsed.GetValue(effects) || parsed.GetValue(coverage) || parsed.GetValue(knockOuts);
            if (given.Length == 0 && !any) throw new CommandException(ExitCodes.Usage, "validate what? Name a file, or one of --facts, --cases, --effects, --coverage, --knock-outs");
            if (parsed.GetValue(options.Output) is not null && !parsed.GetValue(facts)) throw new CommandException(ExitCodes.Usage, "-o goes with --facts");
            var rows = new JsonArray();
            int worst = Files(given, set, asJson ? rows : null);
            if (any)
            {
                var model = new ModelCheck(parsed.GetValue(options.Threads), parsed.GetValue(options.Replications), parsed.GetValue(options.Seed),
                    set, parsed.GetValue(quick), asJson, parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor), parsed.GetValue(options.Output));
                if (parsed.GetValue(facts)) worst = Math.Max(worst, model.Facts());
                if (parsed.GetValue(cases)) worst = Math.Max(worst, model.Cases());
                if (parsed.GetValue(effects)) worst = Math.Max(worst, model.Effects());
                if (parsed.GetValue(coverage)) worst = Math.Max(worst, model.Coverage());
                if (parsed.GetValue(knockOuts)) worst = Math.Max(worst, model.KnockOuts());
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
