namespace ClusterSim.Reporting.Figures;

/// <summary>Thins a long line to what a screen can show and keeps its peaks, troughs and gaps.</summary>
public static class Decimation
{
    /// <summary>Points that a line keeps at most.</summary>
    public const int Most = 150;

    /// <summary>Rows to keep, in order: the ends, and of each block the rows with the lowest and the highest value, and a gap if it has one.</summary>
    public static IReadOnlyList<int> Keep(IReadOnlyList<double> values, int most = Most)
    {
        if (values.Count <= most) return [.. Enumerable.Range(0, values.Count)];
        var kept = new SortedSet<int> { 0, values.Count - 1 };
        int blocks = (most - 2) / 3;
        for (int block = 0; block < blocks; block++)
        {
            int from = (int)((long)block * values.Count / blocks), to = (int)((long)(block + 1) * values.Count / blocks);
            int low = -1, high = -1, gap = -1;
            for (int row = from; row < to; row++)
            {
                if (!double.IsFinite(values[row]))
                {
                    gap = row;
                    continue;
                }
                if (low < 0 || values[row] < values[low]) low = row;
                if (high < 0 || values[row] > values[high]) high = row;
            }
            if (gap >= 0) kept.Add(gap);
            if (low >= 0) kept.Add(low);
            if (high >= 0) kept.Add(high);
        }
        return [.. kept];
    }
}
