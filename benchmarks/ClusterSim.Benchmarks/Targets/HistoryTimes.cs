using System.Diagnostics;
using System.Globalization;
using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.Instruments;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;

namespace ClusterSim.Benchmarks.Targets;

/// <summary>Times whole histories, with indicators taken every quarter as a study does.</summary>
internal static class HistoryTimes
{
    /// <summary>The default country times <paramref name="scale"/>: people, demand and founders; 200 regions at most.</summary>
    public static ModelConfiguration Country(int scale)
    {
        ModelConfiguration plain = Default.Configuration;
        return plain with
        {
            Country = plain.Country with
            {
                Population = plain.Country.Population * scale,
                Regions = Math.Min(plain.Country.Regions * scale, 200),
            },
            Activities = [.. plain.Activities.Select(activity => activity with
            {
                PeakDemand = activity.PeakDemand * scale,
                InitialDemand = activity.InitialDemand * scale,
                EntryPotential = activity.EntryPotential * scale,
            })],
        };
    }

    /// <summary>Prints a line per repetition, after some that do not count.</summary>
    public static int Run(int scale, int months, ulong seed, int repetitions)
    {
        var history = new History(Country(scale));
        Indicator[] indicators = [.. new Study { Name = "speed", Baseline = Country(scale) }.Measures
            .Select(name => (Indicator)ClusterModel.Catalogue.Find("indicator", name)!.Create(null))];
        var series = new Series(indicators);
        // Compilation in the background takes its time; a small country warms up what a large one needs.
        var small = new History(Country(1));
        for (ulong warm = 1; warm <= 8; warm++) Once(small, series, 600, ~seed - warm, out _);
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            double seconds = Once(history, series, months, seed + (ulong)repetition, out double workerTicks);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"history scale={scale} months={months} seed={seed + (ulong)repetition} seconds={seconds:F6} worker-ticks={workerTicks:F0} nanoseconds={seconds / workerTicks * 1e9:F3} workers={history.World.Workers.Count} firms={history.World.LivingCount} bytes={BytesPerWorker(history.World):F0}"));
        }
        return 0;
    }

    private static double Once(History history, Series series, int months, ulong seed, out double workerTicks)
    {
        workerTicks = 0;
        long start = Stopwatch.GetTimestamp();
        history.Begin(seed, 0);
        series.Clear(history.World.Regions.Count);
        while (history.World.Tick < months)
        {
            history.Advance();
            workerTicks += history.World.Workers.Count;
            if (history.World.Tick % 3 == 0) series.Record(history.World);
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double BytesPerWorker(World world) => (double)world.Workers.Bytes / Math.Max(1, world.Workers.Count);
}
