using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>validate</c>: is a file sound, and is the model any good?</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Scenarios and experiments to check", Arity = ArgumentArity.ZeroOrMore };
        var facts = new Option<bool>("--facts") { Description = "Checks the default scenario against facts about real firms and clusters" };
        var cases = new Option<bool>("--cases") { Description = "Checks the cases of economic history" };
        var effects = new Option<bool>("--effects") { Description = "Shows what each mechanism and instrument moves" };
        var coverage = new Option<bool>("--coverage") { Description = "Counts how often 95 % intervals hold a truth that is known" };
        var quick = new Option<bool>("--quick") { Description = "Fewer histories: a first look" };
        var json = new Option<bool>("--json") { Description = "An array of {id, name, kind, value, low, high, pass, n, source}" };
        var options = new RunOptions();
        var command = new Command("validate", "Checks files, or the model against facts, cases and its own claims") { files, facts, cases, effects, coverage, quick, json, options.Threads, options.Replications, options.Seed, options.Set, options.Quiet };
        command.SetAction((parsed, cancel) =>
        {
            string[] given = parsed.GetValue(files) ?? [];
            var model = new ModelCheck(parsed.GetValue(options.Threads), parsed.GetValue(options.Replications), parsed.GetValue(options.Seed),
                parsed.GetValue(options.Set) ?? [], parsed.GetValue(quick), parsed.GetValue(json), parsed.GetValue(options.Quiet), cancel);
            bool any = parsed.GetValue(facts) || parsed.GetValue(cases) || parsed.GetValue(effects) || parsed.GetValue(coverage);
            if (given.Length == 0 && !any) throw new CommandException(ExitCodes.Usage, "name a file, or one of --facts, --cases, --effects, --coverage");
            int worst = given.Length > 0 ? Files(given) : ExitCodes.Ok;
            if (parsed.GetValue(facts)) worst = Math.Max(worst, model.Facts());
            if (parsed.GetValue(cases)) worst = Math.Max(worst, model.Cases());
            if (parsed.GetValue(effects)) worst = Math.Max(worst, model.Effects());
            if (parsed.GetValue(coverage)) worst = Math.Max(worst, model.Coverage());
            return Task.FromResult(worst);
        });
        return command;
    }

    private static int Files(string[] files)
    {
        ScenarioLoader loader = AppHost.Build(1, []).GetRequiredService<ScenarioLoader>();
        var problems = new List<Problem>();
        foreach (string file in files)
        {
            try
            {
                if (loader.IsExperiment(file))
                {
                    Experiment experiment = loader.LoadExperiment(file);
                    Console.Out.WriteLine($"{file}: experiment {experiment.Name} is sound: {experiment.Arms.Count} arms over scenario {experiment.Scenario.Name}");
                }
                else
                {
                    Scenario scenario = loader.LoadScenario(file);
                    Console.Out.WriteLine($"{file}: scenario {scenario.Name} is sound: {scenario.Configuration.Country.Regions} regions, {scenario.Configuration.Activities.Count} activities, {scenario.Configuration.Months / 12} years, {scenario.Configuration.Policies.Count} policies");
                }
            }
            catch (ScenarioException broken)
            {
                problems.AddRange(broken.Problems);
            }
        }
        return problems.Count == 0 ? ExitCodes.Ok : throw new ScenarioException(problems);
    }
}
