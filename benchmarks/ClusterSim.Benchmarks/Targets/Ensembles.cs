using System.Diagnostics;
using System.Globalization;
using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Benchmarks.Targets;

/// <summary>What many histories cost: on two threads, in memory, in a tick that has seen it all before.</summary>
internal static class Ensembles
{
    /// <summary>Prints how much sooner two threads are done than one.</summary>
    /// <returns>1 if they do not end in the same state.</returns>
    public static int Threads(int histories, int months, ulong seed)
    {
        var digests = new string[3][];
        for (int i = 0; i < 3; i++) digests[i] = new string[histories];
        Ensemble(Math.Min(2, histories), 2, months, ~seed, digests[0]); // warm-up
        double one = 0, two = 0;
        // Alternately, so that what else the machine does meets both; the middle one of the ratios counts.
        const int Rounds = 3;
        var ratios = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            one = Ensemble(histories, 1, months, seed, digests[1]);
            two = Ensemble(histories, 2, months, seed, digests[2]);
            ratios[round] = one / two;
        }
        Array.Sort(ratios);
        bool same = digests[1].AsSpan().SequenceEqual(digests[2]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"threads histories={histories} months={months} one={one:F4} two={two:F4} ratio={ratios[Rounds / 2]:F4} same={same}"));
        return same ? 0 : 1;
    }

    /// <summary>Prints how much more memory is held after many short histories than after a few.</summary>
    public static int Memory(int few, int many)
    {
        var world = new World();
        double early = 0;
        for (int replication = 0; replication < many; replication++)
        {
            // A configuration of its own, as every point of a design has.
            var history = new History(Classroom(), world);
            history.Begin(1, replication);
            history.RunTo(120);
            if (replication + 1 == few) early = GC.GetTotalMemory(forceFullCollection: true);
        }
        double late = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(world);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory few={few} many={many} early={early:F0} late={late:F0} ratio={late / early:F4}"));
        return 0;
    }

    /// <summary>Prints the bytes allocated per tick by a history that is lived through a second time in its own world.</summary>
    public static int Allocation(int months, ulong seed)
    {
        var history = new History(Default.Configuration);
        history.Begin(seed, 0);
        history.RunTo(months);
        history.Begin(seed, 0);
        var watch = new AllocationWatch();
        history.Observer = watch;
        watch.Bytes.EnsureCapacity(64);
        history.Advance();
        watch.Bytes.Clear();
        long before = GC.GetAllocatedBytesForCurrentThread();
        history.RunTo(months);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"allocation months={months} bytes={bytes} per-tick={(double)bytes / (months - 1):F3}"));
        foreach ((string name, long own) in watch.Bytes.OrderByDescending(pair => pair.Value))
            if (own > 0) Console.WriteLine($"allocation-of mechanism={name} bytes={own}");
        return 0;
    }

    private static ModelConfiguration Classroom() => new()
    {
        Country = new CountrySetup { Regions = 6, Population = 30_000 },
        Activities = [new ActivitySetup { Name = "focal", PeakDemand = 2_000, EntryPotential = 5 }],
        Months = 120,
    };

    /// <summary>Thread i takes every history whose number modulo the threads is i.</summary>
    private static double Ensemble(int histories, int threads, int months, ulong seed, string[] digests)
    {
        long start = Stopwatch.GetTimestamp();
        var crew = new Thread[threads];
        for (int i = 0; i < threads; i++)
        {
            int first = i;
            crew[i] = new Thread(() =>
            {
                var history = new History(Default.Configuration);
                for (int replication = first; replication < histories; replication += threads)
                {
                    history.Begin(seed, replication);
                    history.RunTo(months);
                    digests[replication] = history.Digest();
                }
            });
            crew[i].Start();
        }
        foreach (Thread thread in crew) thread.Join();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
