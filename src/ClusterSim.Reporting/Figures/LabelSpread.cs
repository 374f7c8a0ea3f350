namespace ClusterSim.Reporting.Figures;

/// <summary>Moves labels in a column apart so that none overlaps and each stays near what it names.</summary>
public static class LabelSpread
{
    /// <summary>Centres for labels of the given heights, row-aligned with <paramref name="wanted"/>; null where the column is too short for all.</summary>
    public static double[]? Apart(IReadOnlyList<double> wanted, IReadOnlyList<double> heights, double top, double bottom)
    {
        if (heights.Sum() > bottom - top) return null;
        int[] order = [.. Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i)];
        var centres = new double[wanted.Count];
        double edge = top;
        foreach (int i in order)
        {
            centres[i] = Math.Max(wanted[i], edge + heights[i] / 2);
            edge = centres[i] + heights[i] / 2;
        }
        edge = bottom;
        foreach (int i in order.Reverse())
        {
            centres[i] = Math.Min(centres[i], edge - heights[i] / 2);
            edge = centres[i] - heights[i] / 2;
        }
        return centres;
    }
}
