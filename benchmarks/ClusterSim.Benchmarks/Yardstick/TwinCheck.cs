using ClusterSim.Model.Engine;

namespace ClusterSim.Benchmarks.Yardstick;

/// <summary>Holds the fast parts of the yardstick against their plain twins.</summary>
internal static class TwinCheck
{
    /// <returns>0 if all agree, else 1.</returns>
    public static int Run()
    {
        bool good = true;
        foreach (int counters in new[] { 0, 1, 3, 4, 7, 8, 15, 16, 17, 100 })
        {
            var plain = new ulong[2 * counters];
            ThreefryLanes.FillPlain(3, 5, 7, ulong.MaxValue - 4, plain);
            good &= Same<Words2>(plain) & Same<Words4>(plain) & Same<Words8>(plain);
        }
        foreach (double probability in new[] { 0, 1e-6, 0.02, 0.3, 0.5, 0.97, 1 })
            foreach (int rows in new[] { 1, 63, 4096, 4097, 10_000 })
                good &= Frequencies(rows, probability);
        Console.WriteLine(good ? "twins agree" : "twins differ");
        return good ? 0 : 1;
    }

    private static bool Same<TWords>(ulong[] plain) where TWords : struct, IWords<TWords>
    {
        var lanes = new ulong[plain.Length];
        ThreefryLanes.Fill<TWords>(3, 5, 7, ulong.MaxValue - 4, lanes);
        if (lanes.AsSpan().SequenceEqual(plain)) return true;
        Console.Error.WriteLine($"{typeof(TWords).Name} differs at {plain.Length / 2} counters");
        return false;
    }

    /// <summary>Rows ascend, and over many ticks mean and variance of the number of hits and the chance of the first,
    /// a middle and the last row are those of independent draws, within 5 standard errors.</summary>
    private static bool Frequencies(int rows, double probability)
    {
        const int Ticks = 4000;
        var places = new CountAndPlaces();
        places.Begin(new Draws(1, "check", rows));
        var rowsHit = new int[rows];
        double sum = 0, squares = 0;
        int first = 0, middle = 0, last = 0;
        double expected = rows * probability, variance = expected * (1 - probability);
        bool good = true;
        for (int tick = 0; tick < Ticks; tick++)
        {
            int count = places.Hits(rows, probability, tick, rowsHit);
            for (int i = 0; i < count; i++)
            {
                good &= rowsHit[i] >= 0 && rowsHit[i] < rows && (i == 0 || rowsHit[i - 1] < rowsHit[i]);
                if (rowsHit[i] == 0) first++;
                if (rowsHit[i] == rows / 2) middle++;
                if (rowsHit[i] == rows - 1) last++;
            }
            sum += count - expected;
            squares += (count - expected) * (count - expected);
        }
        good &= Math.Abs(sum) <= 5 * Math.Sqrt(variance * Ticks) + 1e-9;
        // The fourth moment of a binomial: 3 variance^2 + variance (1 - 6 p (1 - p)).
        double spread = Math.Sqrt(Ticks * (2 * variance * variance + variance * (1 - 6 * probability * (1 - probability))));
        good &= Math.Abs(squares - variance * Ticks) <= 5 * spread + 1;
        double error = 5 * Math.Sqrt(Ticks * probability * (1 - probability)) + 1;
        foreach (int row in new[] { first, middle, last }) good &= Math.Abs(row - Ticks * probability) <= error;
        if (!good) Console.Error.WriteLine($"hits of {rows} rows at {probability}: mean off by {sum / Ticks}, variance {squares / Ticks} for {variance}, {first} {middle} {last}");
        return good;
    }
}
