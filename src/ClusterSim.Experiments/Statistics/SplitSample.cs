namespace ClusterSim.Experiments.Statistics;

/// <summary>Chooses among arms on one half of the replications and measures on the other, then the other way round, and
/// averages. The arm with the largest mean owes it in part to luck; on replications that had no say in the choice the luck
/// is gone (optimizer's curse: Smith and Winkler 2006).</summary>
public static class SplitSample
{
    /// <summary>Value of the arm that would be chosen.</summary>
    /// <param name="values">By arm and replication, row-aligned; higher is better; two replications at least.</param>
    /// <returns>The largest mean, which is too high, and the mean of the chosen arm on the other half.</returns>
    /// <exception cref="ArgumentException">No arms, fewer than two replications, or unequal lengths.</exception>
    public static (double Naive, double Corrected) Best(double[][] values)
    {
        double[] odd = Means(values, 1), even = Means(values, 0);
        return (values.Max(arm => Sample.Mean(arm)), (even[Chosen(odd)] + odd[Chosen(even)]) / 2);
    }

    /// <summary>What each arm falls short of the chosen one. Of an arm that is best it may be negative by chance.</summary>
    /// <param name="values">As above.</param>
    public static double[] Regret(double[][] values)
    {
        double[] odd = Means(values, 1), even = Means(values, 0);
        int byOdd = Chosen(odd), byEven = Chosen(even);
        return [.. values.Select((_, arm) => (even[byOdd] - even[arm] + (odd[byEven] - odd[arm])) / 2)];
    }

    private static double[] Means(double[][] values, int parity)
    {
        if (values.Length == 0 || values[0].Length < 2 || Array.Exists(values, arm => arm.Length != values[0].Length))
            throw new ArgumentException("arms with the same two replications or more are needed");
        return [.. values.Select(arm => Sample.Mean([.. arm.Where((_, replication) => replication % 2 == parity)]))];
    }

    private static int Chosen(double[] means) => Array.IndexOf(means, means.Max());
}
