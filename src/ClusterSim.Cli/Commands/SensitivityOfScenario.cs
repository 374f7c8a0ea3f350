using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>sensitivity SCENARIO</c>: runs a scenario in the worlds that a method needs, as any other study: it resumes, splits into
/// parts, and leaves a results folder.</summary>
internal static class SensitivityOfScenario
{
    public static int Run(string file, SensitivityWishes wishes, string? to, ParseResult parsed, RunOptions options)
    {
        if (wishes.Spread is not (> 0 and <= 1)) throw new CommandException(ExitCodes.Usage, $"--spread {wishes.Spread}: more than 0 and at most 1 is allowed");
        IServiceProvider services = AppHost.Build(parsed.GetValue(options.Threads), parsed.GetValue(options.Set) ?? []);
        var loader = services.GetRequiredService<ScenarioLoader>();
        Experiment experiment = loader.LoadSensitivity(file, wishes);
        Job job = Job.Of(loader, experiment, Words(parsed), study => study with { Seed = wishes.Seed, ContinueOnError = parsed.GetValue(options.OnError) == "continue" });
        string folder = to ?? job.DefaultFolder;
        bool quiet = parsed.GetValue(options.Quiet);
        foreach (string warning in quiet ? [] : job.Warnings) Console.Error.WriteLine($"warning: {warning}");
        if (parsed.GetValue(options.DryRun)) return DryRunEstimate.Print(job, folder, services.GetRequiredService<ThreadedExecutor>().Threads, quiet);
        if (!quiet) Console.Error.WriteLine($"{experiment.Uncertain.Count} parameters, {wishes.Method}: {job.Study.Worlds!.Count} worlds");
        return RunCommand.Run(job, folder, parsed.GetValue(options.Shard) ?? Part.Whole, parsed, options, services.GetRequiredService<IExecutor>());
    }

    /// <summary>The command line, with the indicator glued to its option: elsewhere <c>--output X</c> names a folder, which is not recorded.</summary>
    private static List<string> Words(ParseResult parsed)
    {
        List<string> words = [.. parsed.Tokens.Select(token => token.Value)];
        int at = words.IndexOf("--output");
        if (at < 0) return words;
        words[at] = $"--output={words[at + 1]}";
        words.RemoveAt(at + 1);
        return words;
    }
}
