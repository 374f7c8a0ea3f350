using System.Diagnostics;
using System.Globalization;
using ClusterSim.Model.Engine;

namespace ClusterSim.Benchmarks.Yardstick;

/// <summary>Runs the workload through the engine and prints what the C++ program prints.</summary>
internal static class YardstickRun
{
    private const string Usage = "usage: yardstick WORKERS TICKS SEED REPETITIONS | yardstick check";

    /// <returns>0, or 1 if a check fails, or 2 if the arguments are wrong.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments.Length != 4 || !int.TryParse(arguments[0], out int workers) || !int.TryParse(arguments[1], out int ticks)
            || !ulong.TryParse(arguments[2], out ulong seed) || !int.TryParse(arguments[3], out int repetitions)
            || workers < 20 || ticks < 1 || repetitions < 1)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var schedule = new Schedule<YardWorld>([new JobChange(), new PostedWages()]);
        // Compilation in the background takes its time; the seeds of the warm-up are its own.
        long start = Stopwatch.GetTimestamp();
        for (ulong warm = 1; warm <= 2 || Stopwatch.GetElapsedTime(start).TotalSeconds < 1.5; warm++)
            Time(schedule, new YardWorld(Math.Min(workers, 100_000), ticks, Draws.RunKey(~seed, (int)warm)), ticks, Draws.RunKey(~seed, (int)warm));
        double moves = 0, k = 0, wage = 0;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            ulong run = Draws.RunKey(seed + (ulong)repetition, 0);
            var world = new YardWorld(workers, ticks, run);
            double seconds = Time(schedule, world, ticks, run);
            Report(world, ticks, seed + (ulong)repetition, seconds);
            moves += MovesPerTick(world, ticks) / repetitions;
            k += world.MeanCompetence() / repetitions;
            wage += world.MeanWage() / repetitions;
        }
        if (ticks != 100 || workers < 10_000) return 0;
        // The means of the repetitions must agree: one run of a hundred thousand leaves the band for moves now and then.
        bool small = workers < 100_000;
        return Check("moves", moves, small ? 0.0107 : 0.0110, small ? 0.0115 : 0.0112)
            & Check("mean-k", k, small ? 0.74 : 0.75, small ? 0.79 : 0.78)
            & Check("mean-wage", wage, 1.138, 1.152) ? 0 : 1;
    }

    private static double MovesPerTick(YardWorld world, int ticks) => world.Moves / ((double)world.Workers.Count * ticks);

    private static double Time(Schedule<YardWorld> schedule, YardWorld world, int ticks, ulong run)
    {
        long start = Stopwatch.GetTimestamp();
        for (int tick = 0; tick < ticks; tick++)
        {
            schedule.Run(world, run, tick);
            world.Tick++;
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Report(YardWorld world, int ticks, ulong seed, double seconds)
    {
        double rate = (double)world.Workers.Count * ticks / seconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"labour-mobility program=engine workers={world.Workers.Count} ticks={ticks} seed={seed} seconds={seconds:F6} rate={rate:F0} moves={MovesPerTick(world, ticks):F5} mean-k={world.MeanCompetence():F4} mean-wage={world.MeanWage():F4}"));
    }

    private static bool Check(string what, double value, double low, double high)
    {
        if (value >= low && value <= high) return true;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"yardstick: {what} = {value:F5}: allowed {low}..{high}"));
        return false;
    }
}
