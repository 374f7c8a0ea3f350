using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Designs;

/// <summary>Latin hypercube (McKay, Beckman and Conover 1979): in every dimension each of n equal strata holds one point,
/// anywhere in it.</summary>
public static class LatinHypercube
{
    /// <returns>points rows of coordinates in (0, 1).</returns>
    public static double[][] Points(int points, int dimensions, ulong seed)
    {
        var draws = new Draws(Draws.RunKey(seed, 0), "latin-hypercube", 0);
        double[][] rows = [.. Enumerable.Range(0, points).Select(_ => new double[dimensions])];
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            int[] strata = Permutation(points, draws, 2 * dimension);
            for (int row = 0; row < points; row++) rows[row][dimension] = (strata[row] + draws.Uniform((ulong)row, 2 * dimension + 1)) / points;
        }
        return rows;
    }

    /// <summary>A random order of 0..count-1.</summary>
    internal static int[] Permutation(int count, Draws draws, int draw)
    {
        ulong[] keys = [.. Enumerable.Range(0, count).Select(i => draws.Bits((ulong)i, draw))];
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(keys, order);
        return order;
    }
}
