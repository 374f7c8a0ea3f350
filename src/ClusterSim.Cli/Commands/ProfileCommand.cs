using System.CommandLine;
using System.Globalization;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.State;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>profile</c>: where the time of a history goes.</summary>
internal static class ProfileCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A scenario; of an experiment, its scenario without arms" };
        var histories = RunOptions.Count("--replications", "-r", "Histories to average over (3 if left out)");
        var command = new ExplainedCommand("profile", "Shows time, share, rows and memory per mechanism",
            "clustersim profile scenarios/starter/default.yaml -r 10") { file, histories };
        file.Validators.Add(RunOptions.RefuseOptions);
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(histories) ?? 3));
        return command;
    }

    private static int Run(string file, int histories)
    {
        ScenarioLoader loader = AppHost.Build(1, []).GetRequiredService<ScenarioLoader>();
        Scenario scenario = loader.IsExperiment(file) ? loader.LoadExperiment(file).Scenario : loader.LoadScenario(file);
        var history = new History(scenario.Configuration);
        using var progress = new Progress($"profile {scenario.Name}", histories + 1, quiet: false);
        Go(history, 0); // the first history pays for compilation and memory
        progress.Report(1);
        var profiler = new Profiler();
        history.Observer = profiler.Watch();
        for (int replication = 1; replication <= histories; replication++)
        {
            Go(history, replication);
            progress.Report(replication + 1);
        }
        progress.Dispose();
        Console.Out.Write(profiler.Table(histories));
        World world = history.World;
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at the end of the last: {world.Firms.Count} firms ever, {world.LivingCount} alive, {world.Workers.Count} workers\n"));
        TextTable.Columns([["table", "rows", "KB"], .. world.Tables.Select(table => new[] { table.GetType().Name, Number(table.Count), Number(table.Bytes / 1024.0) })]);
        return ExitCodes.Ok;
    }

    private static void Go(History history, int replication)
    {
        history.Begin(1, replication);
        for (int month = 12; month <= history.World.Configuration.Months; month += 12)
        {
            Interruption.Token.ThrowIfCancellationRequested();
            history.RunTo(month);
        }
    }

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
