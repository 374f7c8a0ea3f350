namespace ClusterSim.Experiments.Designs;

/// <summary>Every combination of levels.</summary>
public static class FullFactorial
{
    public const int MostPoints = 10_000_000;

    /// <param name="levels">Levels of each dimension, at least 1; the first dimension changes slowest.</param>
    /// <returns>Rows of coordinates 0..1, the first and last level at the ends.</returns>
    /// <exception cref="ArgumentException">More than ten million combinations.</exception>
    public static double[][] Points(IReadOnlyList<int> levels)
    {
        long count = 1;
        foreach (int each in levels)
            if ((count *= each) is > MostPoints or < 1) throw new ArgumentException($"a full factorial holds 1 to {MostPoints} points", nameof(levels));
        var rows = new double[count][];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = new double[levels.Count];
            for (int dimension = levels.Count - 1, rest = row; dimension >= 0; rest /= levels[dimension], dimension--)
                rows[row][dimension] = levels[dimension] > 1 ? (double)(rest % levels[dimension]) / (levels[dimension] - 1) : 0;
        }
        return rows;
    }
}
