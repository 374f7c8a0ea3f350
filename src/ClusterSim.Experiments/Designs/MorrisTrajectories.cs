using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Designs;

/// <summary>Morris's trajectories (1991): from a random point of a grid every factor, or group of factors, takes one step of
/// p / (2 (p - 1)), in random order. A trajectory costs one run more than there are groups.</summary>
public static class MorrisTrajectories
{
    /// <param name="levels">Levels p of the grid: even, so that all levels are equally likely.</param>
    /// <returns>trajectories x (groups + 1) rows of coordinates 0..1.</returns>
    public static double[][] Points(int trajectories, IReadOnlyList<FactorGroup> groups, ulong seed, int levels = 4)
    {
        if (levels < 2 || levels % 2 != 0) throw new ArgumentOutOfRangeException(nameof(levels), levels, "an even number of levels is wanted");
        var draws = new Draws(Draws.RunKey(seed, 0), "morris-trajectories", 0);
        int dimensions = groups.Sum(group => group.Members.Count);
        var rows = new List<double[]>();
        for (int trajectory = 0; trajectory < trajectories; trajectory++)
        {
            // A step from the lower half leads up by half the levels, from the upper half down: the grid is never left.
            int[] level = [.. Enumerable.Range(0, dimensions).Select(dimension => (int)Math.BigMul(draws.Bits((ulong)dimension, 2 * trajectory), (ulong)levels, out _))];
            rows.Add(At(level, levels));
            foreach (int group in LatinHypercube.Permutation(groups.Count, draws, 2 * trajectory + 1))
            {
                foreach (int member in groups[group].Members) level[member] += level[member] < levels / 2 ? levels / 2 : -levels / 2;
                rows.Add(At(level, levels));
            }
        }
        return [.. rows];
    }

    private static double[] At(int[] level, int levels) => [.. level.Select(each => (double)each / (levels - 1))];
}
