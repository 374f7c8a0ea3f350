using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>P-values of many paired contrasts at once, adjusted for there being many.</summary>
public static class MaxT
{
    /// <summary>Flips the signs of whole replications for all arms at once and compares every |t| with the largest of
    /// the flipped (Westfall and Young 1993). Arms that are zero throughout take no part and get null.</summary>
    /// <param name="differences">One array per arm, row-aligned by replication.</param>
    /// <param name="flips">Random sign vectors; the smallest p is 1/(flips + 1).</param>
    public static double?[] Adjusted(IReadOnlyList<double[]> differences, ulong seed, string label, int flips)
    {
        var adjusted = new double?[differences.Count];
        int[] moving = [.. Enumerable.Range(0, differences.Count).Where(arm => Array.Exists(differences[arm], d => d != 0))];
        if (moving.Length == 0) return adjusted;
        int n = differences[0].Length;
        double[] squares = [.. moving.Select(arm => Reproducible.Sum([.. differences[arm].Select(d => d * d)]))];
        double[] observed = [.. moving.Select((arm, i) => Score(Reproducible.Sum(differences[arm]), squares[i], n))];
        var reached = new int[moving.Length];
        var draws = new Draws(Draws.RunKey(seed, 0), label, 0);
        var sign = new double[n];
        for (int flip = 0; flip < flips; flip++)
        {
            for (int i = 0; i < n; i += 64)
            {
                ulong bits = draws.Bits((ulong)i, flip);
                for (int k = i; k < Math.Min(n, i + 64); k++) sign[k] = (bits >> (k - i) & 1) == 0 ? 1 : -1;
            }
            double largest = 0;
            for (int i = 0; i < moving.Length; i++)
            {
                double[] row = differences[moving[i]];
                double sum = 0;
                for (int k = 0; k < n; k++) sum += sign[k] * row[k];
                largest = Math.Max(largest, Score(sum, squares[i], n));
            }
            for (int i = 0; i < moving.Length; i++)
                if (largest >= observed[i] * (1 - 1e-12)) reached[i]++;
        }
        for (int i = 0; i < moving.Length; i++) adjusted[moving[i]] = (reached[i] + 1.0) / (flips + 1);
        return adjusted;
    }

    /// <summary>|t| of a mean from sum and sum of squares.</summary>
    private static double Score(double sum, double squares, int n)
    {
        double variance = (squares - sum * sum / n) / Math.Max(1, n - 1);
        return variance <= 0 ? double.MaxValue : Math.Abs(sum) / Math.Sqrt(variance * n);
    }
}
