using System.Globalization;

namespace ClusterSim.Benchmarks.Targets;

/// <summary>Measures one thing that has a target.</summary>
internal static class TargetRun
{
    private const string Usage = """
        usage: target history SCALE MONTHS SEED REPETITIONS
               target threads HISTORIES MONTHS SEED
               target memory FEW MANY
               target allocation MONTHS SEED
        """;

    /// <returns>0, or 1 if results differ that must not, or 2 if the arguments are wrong.</returns>
    public static int Run(string[] arguments)
    {
        int[] numbers = [.. arguments.Skip(1).Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : 0)];
        if (numbers.Contains(0)) numbers = [];
        switch (arguments.FirstOrDefault(), numbers)
        {
            case ("history", [int scale, int months, int seed, int repetitions]): return HistoryTimes.Run(scale, months, (ulong)seed, repetitions);
            case ("threads", [int histories, int months, int seed]): return Ensembles.Threads(histories, months, (ulong)seed);
            case ("memory", [int few, int many]) when few < many: return Ensembles.Memory(few, many);
            case ("allocation", [int months, int seed]): return Ensembles.Allocation(months, (ulong)seed);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
