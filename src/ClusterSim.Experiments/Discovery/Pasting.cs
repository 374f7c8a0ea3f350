namespace ClusterSim.Experiments.Discovery;

/// <summary>Lets a peeled box grow again where early slices took too much: limits move outwards as long as the box gains cases and its
/// density does not fall.</summary>
/// <param name="alpha">Rows that a limit takes in at a time, as a share of those in the box.</param>
internal sealed class Pasting(CaseTable table, double alpha, int[] rows)
{
    public TrajectoryBox Run(TrajectoryBox box)
    {
        while (Best(box) is TrajectoryBox larger) box = larger;
        return box;
    }

    private TrajectoryBox? Best(TrajectoryBox box)
    {
        TrajectoryBox? best = null;
        foreach (int factor in box.Box.Restricted.OrderBy(factor => table.Factors[factor].Name, StringComparer.Ordinal))
            foreach (FactorLimit limit in Wider(box, factor))
            {
                var larger = TrajectoryBox.Of(table, box.Box.With(factor, limit), rows);
                if (larger.Cases <= box.Cases || larger.Density < box.Density) continue;
                if (best is null || Gain(larger) > Gain(best)) best = larger;
            }
        return best;

        double Gain(TrajectoryBox larger) => (larger.Cases - box.Cases) / (double)(larger.Rows - box.Rows);
    }

    private IEnumerable<FactorLimit> Wider(TrajectoryBox box, int factor)
    {
        FactorColumn column = table.Factors[factor];
        FactorLimit limit = box.Box[factor];
        if (limit.Words is IReadOnlyList<int> words)
        {
            int all = column.Words!.Count;
            foreach (int word in Enumerable.Range(0, all).Except(words)) yield return words.Count + 1 == all ? FactorLimit.None : limit with { Words = [.. words.Append(word).Order()] };
            yield break;
        }
        int count = (int)(box.Rows * alpha) + 1;
        if (limit.High < double.PositiveInfinity)
        {
            double[] above = Beyond(limit with { Low = Math.BitIncrement(limit.High), High = double.PositiveInfinity }, value => value);
            yield return limit with { High = Edge(above, count, column.IsWhole ? Math.Floor : null, double.PositiveInfinity) };
        }
        if (limit.Low > double.NegativeInfinity)
        {
            double[] below = Beyond(limit with { High = Math.BitDecrement(limit.Low), Low = double.NegativeInfinity }, value => -value);
            yield return limit with { Low = Edge(below, count, column.IsWhole ? Math.Ceiling : null, double.NegativeInfinity) };
        }

        double[] Beyond(FactorLimit beyond, Func<double, double> distance) =>
            [.. box.Box.With(factor, beyond).Inside(table, rows).Select(row => column.Values[row]).OrderBy(distance)];
    }

    /// <summary>The limit that takes in so many of the values beyond, those that are equal together.</summary>
    private static double Edge(double[] beyond, int count, Func<double, double>? round, double none)
    {
        int last = Math.Min(count, beyond.Length) - 1;
        while (last >= 0 && last + 1 < beyond.Length && beyond[last + 1] == beyond[last]) last++;
        if (last + 1 >= beyond.Length) return none;
        double edge = (beyond[last] + beyond[last + 1]) / 2;
        return round is null ? edge : round(edge);
    }
}
