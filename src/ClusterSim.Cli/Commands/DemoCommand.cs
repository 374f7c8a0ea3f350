using System.CommandLine;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>demo</c>: a whole comparison of the built-in experiment, from question to answer, in a few seconds.</summary>
internal static class DemoCommand
{
    private const string ExperimentFile = "scenarios/experiments/demo.yaml";

    public static Command Create()
    {
        var options = new RunOptions();
        var command = new ExplainedCommand("demo", "Compares one policy at several stages of a cluster's life, on a small built-in scenario, in about ten seconds",
            "clustersim demo            needs no file and no argument; a second call reuses the results",
            "clustersim demo --force    runs it again") { options.Output, options.Force, options.Threads, options.Quiet, options.NoColor };
        command.SetAction(parsed => Run(parsed, options));
        return command;
    }

    private static int Run(ParseResult parsed, RunOptions options)
    {
        bool quiet = parsed.GetValue(options.Quiet), force = parsed.GetValue(options.Force);
        IServiceProvider services = AppHost.Build(parsed.GetValue(options.Threads), []);
        Job job = Job.Of(services.GetRequiredService<ScenarioLoader>(), [ExperimentFile], [.. parsed.Tokens.Select(token => token.Value)], null, false, study => study);
        string folder = parsed.GetValue(options.Output) ?? job.DefaultFolder;
        if (!RunCommand.Holds(folder, job, force))
        {
            if (!quiet) Console.Error.WriteLine($"{job.Study.Replications} pairs of histories, {job.Study.Arms.Count} arms ...");
            using (var session = new StudySession(job, folder, Part.Whole, force, quiet, parsed.GetValue(options.NoColor)))
            {
                session.Simulate(services.GetRequiredService<IExecutor>());
                session.Finish();
            }
            ReportFile.Write(StoredStudy.Read(folder), Audience.Paper, services.GetRequiredService<IExecutor>(), quiet, parsed.GetValue(options.NoColor));
        }
        if (!quiet) Show(job, folder);
        string report = Path.Combine(folder, ReportFile.Name);
        Console.Out.WriteLine(File.Exists(report) ? report : folder);
        return ExitCodes.Ok;
    }

    private static void Show(Job job, string folder)
    {
        var rows = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, Reports.JsonFile)))!.AsArray();
        Console.Out.WriteLine($"""
            {job.Title}

            {PlainVerdict.Of(rows)}
            All this holds in the model, for two invented towns. Next:
              clustersim verify {folder}
              clustersim compare scenarios/experiments/when-to-act.yaml --quick
              clustersim new scenario my-cluster

            """);
    }
}
