namespace ClusterSim.Experiments.Designs;

/// <summary>Blocks for Sobol indices (Saltelli 2002): a point A, the points that have one factor, or group, from another point B,
/// on request those that have all but one from B, and B itself. A and B are halves of one point of a Sobol sequence.</summary>
public static class SaltelliBlocks
{
    /// <summary>Factors there are dimensions for.</summary>
    public const int MostFactors = SobolSequence.MostDimensions / 2;

    /// <param name="points">Blocks; a power of two keeps the sequence even.</param>
    /// <param name="withPairs">Whether to add the rows that indices of pairs need.</param>
    /// <returns>points x (groups + 2) rows, with pairs points x (2 groups + 2), of coordinates in (0, 1).</returns>
    public static double[][] Points(int points, IReadOnlyList<FactorGroup> groups, ulong seed, bool withPairs = true)
    {
        int dimensions = groups.Sum(group => group.Members.Count);
        var rows = new List<double[]>();
        foreach (double[] point in SobolSequence.Scrambled(points, 2 * dimensions, seed))
        {
            double[] a = point[..dimensions], b = point[dimensions..];
            rows.Add(a);
            foreach (FactorGroup group in groups) rows.Add(Mixed(a, b, group));
            if (withPairs)
                foreach (FactorGroup group in groups) rows.Add(Mixed(b, a, group));
            rows.Add(b);
        }
        return [.. rows];
    }

    /// <summary>One point with a group's coordinates from the other.</summary>
    private static double[] Mixed(double[] most, double[] group, FactorGroup of)
    {
        double[] mixed = [.. most];
        foreach (int member in of.Members) mixed[member] = group[member];
        return mixed;
    }
}
