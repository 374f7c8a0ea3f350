using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>Start times of a placebo: every replication in which the arm started gets the time at which it started in another
/// one. The times are as early and as late as before; what is lost is that they were read off the replication's own stage.</summary>
public static class PlaceboTiming
{
    /// <summary>A random permutation without fixed point among the replications that fired, all such equally likely
    /// (shuffle until none stays in place: a third of the shuffles).</summary>
    /// <param name="starts">Tick of the start in each replication; below 0 = never.</param>
    /// <param name="seed">The study's; the same seed and starts give the same placebo.</param>
    /// <returns>Starts of the placebo, row-aligned, never staying never; null where fewer than two fired.</returns>
    public static int[]? Derangement(IReadOnlyList<int> starts, ulong seed)
    {
        int[] fired = [.. Enumerable.Range(0, starts.Count).Where(i => starts[i] >= 0)];
        if (fired.Length < 2) return null;
        int[] from = [.. fired];
        for (int attempt = 0; attempt == 0 || HasFixedPoint(from, fired); attempt++)
        {
            var draws = new Draws(Draws.RunKey(seed, 0), "placebo-timing", attempt);
            fired.CopyTo(from, 0);
            for (int i = from.Length - 1; i > 0; i--)
            {
                int other = (int)Math.BigMul(draws.Bits((ulong)i), (ulong)i + 1, out _);
                (from[i], from[other]) = (from[other], from[i]);
            }
        }
        int[] placebo = [.. starts];
        for (int i = 0; i < fired.Length; i++) placebo[fired[i]] = starts[from[i]];
        return placebo;
    }

    private static bool HasFixedPoint(int[] from, int[] fired) => from.Zip(fired).Any(pair => pair.First == pair.Second);
}
