using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Theories;

/// <summary>Tells classes apart by the nearest neighbours of each case among all others (Fix and Hodges 1951), in observables
/// scaled to a standard deviation of 1.</summary>
public static class NearestNeighbours
{
    /// <summary>Neighbours that vote.</summary>
    public const int Voters = 5;

    /// <summary>The class that the neighbours of each case give it, with the case itself left out; of classes with as many
    /// votes, that of the nearest.</summary>
    /// <param name="cases">One row of observables a case, all of one length.</param>
    /// <param name="classes">Class of each case, aligned.</param>
    public static int[] LeaveOneOut(IReadOnlyList<double[]> cases, IReadOnlyList<int> classes)
    {
        double[][] scaled = Scale(cases);
        var found = new int[cases.Count];
        var distance = new double[cases.Count];
        var order = new int[cases.Count];
        for (int one = 0; one < found.Length; one++)
        {
            for (int other = 0; other < found.Length; other++)
            {
                order[other] = other;
                distance[other] = other == one ? double.PositiveInfinity : Squared(scaled[one], scaled[other]);
            }
            Array.Sort(order, (a, b) => distance[a] != distance[b] ? distance[a].CompareTo(distance[b]) : a.CompareTo(b));
            found[one] = Elect(order.AsSpan(0, Math.Min(Voters, found.Length - 1)), classes);
        }
        return found;
    }

    private static int Elect(ReadOnlySpan<int> nearest, IReadOnlyList<int> classes)
    {
        int best = -1, most = 0;
        foreach (int candidate in nearest) // nearest first, so that a tie goes to the nearer
        {
            int votes = 0;
            foreach (int voter in nearest)
                if (classes[voter] == classes[candidate]) votes++;
            if (votes > most) (most, best) = (votes, classes[candidate]);
        }
        return best;
    }

    private static double[][] Scale(IReadOnlyList<double[]> cases)
    {
        int width = cases[0].Length;
        var scaled = cases.Select(row => (double[])row.Clone()).ToArray();
        for (int k = 0; k < width; k++)
        {
            double[] column = [.. cases.Select(row => row[k])];
            double mean = Sample.Mean(column), spread = Math.Sqrt(Sample.Variance(column));
            foreach (double[] row in scaled) row[k] = spread == 0 ? 0 : (row[k] - mean) / spread;
        }
        return scaled;
    }

    private static double Squared(double[] a, double[] b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++) sum += (a[k] - b[k]) * (a[k] - b[k]);
        return sum;
    }
}
