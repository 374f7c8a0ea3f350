namespace ClusterSim.Experiments.Discovery;

/// <summary>Peels a box down from the whole space (Friedman and Fisher 1999). Each step tries to take a thin slice off either end of
/// every number, and each word off every factor of words, and takes the one with the largest gain of density per row given up: the
/// lenient criterion, which does not favour factors of few words. Where no slice gains, the one that loses least is taken: two heaps of cases
/// can be told apart only after it. Ends where every row inside is a case, or too few rows are left.</summary>
/// <param name="alpha">Thickness of a slice, as a share of the rows in the box.</param>
/// <param name="fewest">A box never holds fewer rows.</param>
internal sealed class Peeling(CaseTable table, double alpha, int fewest)
{
    /// <summary>Factors by name, so that the order of columns settles no tie.</summary>
    private readonly int[] _factors = [.. Enumerable.Range(0, table.Factors.Count).OrderBy(factor => table.Factors[factor].Words is null ? 0 : 1).ThenBy(factor => table.Factors[factor].Name, StringComparer.Ordinal)];

    /// <summary>Boxes from the whole space on, each inside the one before.</summary>
    /// <param name="rows">The rows that count.</param>
    public IReadOnlyList<TrajectoryBox> Run(int[] rows)
    {
        var box = TrajectoryBox.Of(table, PrimBox.Whole(table.Factors.Count), rows);
        var trajectory = new List<TrajectoryBox> { box };
        int[][] sorted = [.. table.Factors.Select(factor => Sorted(factor, rows))];
        var gone = new bool[table.Rows];
        while (Best(box, sorted) is Peel best)
        {
            foreach (int row in best.Removed) gone[row] = true;
            for (int factor = 0; factor < sorted.Length; factor++) sorted[factor] = Array.FindAll(sorted[factor], row => !gone[row]);
            trajectory.Add(box = best.Box);
        }
        return trajectory;
    }

    private sealed record Peel(TrajectoryBox Box, int[] Removed, double Gain, int Restricted);

    private Peel? Best(TrajectoryBox box, int[][] sorted)
    {
        if (box.Cases == box.Rows) return null;
        Peel? best = null;
        foreach (int factor in _factors)
            foreach ((FactorLimit limit, int[] removed) in table.Factors[factor].Words is null ? EndSlices(factor, box.Box[factor], sorted[factor]) : Words(factor, box.Box[factor], sorted[factor]))
            {
                int left = box.Rows - removed.Length;
                if (removed.Length == 0 || left < fewest) continue;
                PrimBox smaller = box.Box.With(factor, limit);
                var next = new TrajectoryBox(smaller, left, box.Cases - removed.Count(row => table.Cases[row]));
                var peel = new Peel(next, removed, (next.Density - box.Density) / removed.Length, smaller.Restricted.Count());
                if (best is null || peel.Gain > best.Gain || (peel.Gain == best.Gain && peel.Restricted < best.Restricted)) best = peel;
            }
        return best;
    }

    /// <summary>A slice off the upper and one off the lower end. A limit lies midway between the last row inside and the first outside.</summary>
    /// <param name="sorted">The rows in the box by the factor's value.</param>
    private IEnumerable<(FactorLimit Limit, int[] Removed)> EndSlices(int factor, FactorLimit limit, int[] sorted)
    {
        FactorColumn column = table.Factors[factor];
        int slice = (int)((sorted.Length - 1) * alpha) + 1;
        double At(int position) => column.Values[sorted[position]];
        int cut = Cut(position => At(sorted.Length - 1 - position), sorted.Length, slice);
        if (cut > 0) yield return (limit with { High = Between(At(sorted.Length - cut - 1), At(sorted.Length - cut), column.IsWhole, Math.Floor) }, sorted[^cut..]);
        cut = Cut(At, sorted.Length, slice);
        if (cut > 0) yield return (limit with { Low = Between(At(cut - 1), At(cut), column.IsWhole, Math.Ceiling) }, sorted[..cut]);
    }

    /// <summary>How many rows to cut off: at most a slice, and never between equal values; more than a slice where its values are all equal;
    /// 0 where nothing would be left.</summary>
    private static int Cut(Func<int, double> at, int count, int slice)
    {
        for (int cut = Math.Min(slice, count - 1); cut > 0; cut--)
            if (at(cut - 1) != at(cut)) return cut;
        for (int cut = slice + 1; cut < count; cut++)
            if (at(cut - 1) != at(cut)) return cut;
        return 0;
    }

    private static double Between(double a, double b, bool isWhole, Func<double, double> round) => isWhole ? round((a + b) / 2) : (a + b) / 2;

    /// <summary>Each word taken out.</summary>
    private IEnumerable<(FactorLimit Limit, int[] Removed)> Words(int factor, FactorLimit limit, int[] rows)
    {
        FactorColumn column = table.Factors[factor];
        IReadOnlyList<int> words = limit.Words ?? [.. Enumerable.Range(0, column.Words!.Count)];
        if (words.Count == 1) yield break;
        foreach (int word in words) yield return (limit with { Words = [.. words.Where(other => other != word)] }, Array.FindAll(rows, row => (int)column.Values[row] == word));
    }

    private static int[] Sorted(FactorColumn factor, int[] rows)
    {
        int[] sorted = [.. rows];
        double[] keys = [.. rows.Select(row => factor.Values[row])];
        Array.Sort(keys, sorted);
        return sorted;
    }
}
