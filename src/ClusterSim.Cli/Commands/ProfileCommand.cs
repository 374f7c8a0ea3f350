using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>profile</c>: where the time of a history goes.</summary>
internal static class ProfileCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A scenario" };
        var histories = new Option<int>("--replications", "-r") { Description = "Histories to average over", DefaultValueFactory = _ => 3 };
        var command = new Command("profile", "Shows time, share, rows and memory per mechanism") { file, histories };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, Math.Max(1, parsed.GetValue(histories))));
        return command;
    }

    private static int Run(string file, int histories)
    {
        Scenario scenario = AppHost.Build(1, []).GetRequiredService<ScenarioLoader>().LoadScenario(file);
        var history = new History(scenario.Configuration);
        History once = Go(history, 0); // the first history pays for compilation and memory
        var stopwatch = new StepClock();
        history.Observer = stopwatch;
        long start = Stopwatch.GetTimestamp();
        for (int replication = 1; replication <= histories; replication++) Go(history, replication);
        double all = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        List<string[]> rows = [["mechanism", "ms a history", "share", "calls", "bytes a call"]];
        foreach ((string name, (long ticks, long calls, long bytes)) in stopwatch.Spent.OrderByDescending(entry => entry.Value.Ticks))
        {
            double milliseconds = 1000.0 * ticks / Stopwatch.Frequency;
            rows.Add([name, Number(milliseconds / histories, "0.0"), Number(100 * milliseconds / all, "0.0") + " %", Number(calls / (double)histories, "0"), Number(bytes / (double)calls, "0")]);
        }
        TextTable.Columns(rows);
        World world = history.World;
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one history: {all / histories:0.0} ms; {world.Firms.Count} firms ever, {world.LivingCount} alive, {world.Workers.Count} workers"));
        TextTable.Columns([["table", "rows", "KB"], .. world.Tables.Select(table => new[] { table.GetType().Name, Number(table.Count, "0"), Number(table.Bytes / 1024.0, "0") })]);
        return ExitCodes.Ok;
    }

    private static History Go(History history, int replication)
    {
        history.Begin(1, replication);
        history.RunTo(history.World.Configuration.Months);
        return history;
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Clock and memory around every step.</summary>
    private sealed class StepClock : IScheduleObserver<World>
    {
        private long _start, _bytes;

        public Dictionary<string, (long Ticks, long Calls, long Bytes)> Spent { get; } = [];

        public void Before(Process<World> process, World world)
        {
            _bytes = GC.GetAllocatedBytesForCurrentThread();
            _start = Stopwatch.GetTimestamp();
        }

        public void After(Process<World> process, World world)
        {
            long ticks = Stopwatch.GetTimestamp() - _start, bytes = GC.GetAllocatedBytesForCurrentThread() - _bytes;
            (long t, long c, long b) = Spent.GetValueOrDefault(process.Name);
            Spent[process.Name] = (t + ticks, c + 1, b + bytes);
        }
    }
}
