using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>Shares of replications.</summary>
public static class Proportions
{
    private const double Z = 1.959963984540054;

    /// <summary>95 % score interval of a share (Wilson 1927).</summary>
    /// <param name="hits">0..trials.</param>
    /// <param name="trials">At least 1; for none the interval is 0..1.</param>
    public static Interval Wilson(double hits, int trials)
    {
        if (trials == 0) return new Interval(0, 1);
        double share = hits / trials, weight = Z * Z / trials;
        double centre = (share + weight / 2) / (1 + weight);
        double half = Z / (1 + weight) * Math.Sqrt(share * (1 - share) / trials + weight / (4 * trials));
        // Rounding would leave a whisker where there is none.
        return new Interval(hits == 0 ? 0 : Math.Max(0, centre - half), hits == trials ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>Exact two-sided p-value of discordant pairs (McNemar 1947): the binomial with a fair coin.</summary>
    public static double McNemar(int onlyFirst, int onlySecond)
    {
        int n = onlyFirst + onlySecond, few = Math.Min(onlyFirst, onlySecond);
        if (n == 0) return 1;
        // Terms of the binomial by recurrence, in logs so that a thousand pairs do not underflow.
        double log = -n * Reproducible.Log(2), sum = 0;
        for (int k = 0; k <= few; k++)
        {
            sum += Reproducible.Exp(log);
            log += Reproducible.Log((n - k) / (k + 1.0));
        }
        return Math.Min(1, 2 * sum);
    }
}
