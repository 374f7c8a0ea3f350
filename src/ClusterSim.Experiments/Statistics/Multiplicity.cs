namespace ClusterSim.Experiments.Statistics;

/// <summary>P-values adjusted for there being many, where whole replications cannot be flipped together (<see cref="MaxT"/>
/// is sharper where they can). A null takes no part and stays null.</summary>
public static class Multiplicity
{
    /// <summary>Holds the chance of even one false finding at the level (Holm 1979): the i-th smallest of m times m - i + 1,
    /// made increasing.</summary>
    /// <param name="p">0..1; any order, kept.</param>
    public static double?[] Holm(IReadOnlyList<double?> p)
    {
        var adjusted = new double?[p.Count];
        int[] order = Order(p);
        double largest = 0;
        for (int i = 0; i < order.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - i) * p[order[i]]!.Value));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /// <summary>Holds the expected share of false ones among the findings (Benjamini and Hochberg 1995): the i-th smallest of m
    /// times m / i, made increasing from above. For exploration that is called so.</summary>
    /// <param name="p">0..1; any order, kept.</param>
    public static double?[] BenjaminiHochberg(IReadOnlyList<double?> p)
    {
        var adjusted = new double?[p.Count];
        int[] order = Order(p);
        double smallest = 1;
        for (int i = order.Length - 1; i >= 0; i--)
        {
            smallest = Math.Min(smallest, p[order[i]]!.Value * order.Length / (i + 1));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }

    private static int[] Order(IReadOnlyList<double?> p) =>
        [.. Enumerable.Range(0, p.Count).Where(i => p[i] is not null).OrderBy(i => p[i])];
}
