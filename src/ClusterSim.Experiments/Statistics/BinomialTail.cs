using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>How likely a binomial count is to come out so far from its mean.</summary>
public static class BinomialTail
{
    /// <summary>Probability of at least so many successes.</summary>
    /// <param name="least">0..trials.</param>
    /// <param name="probability">0..1.</param>
    public static double AtLeast(int least, int trials, double probability)
    {
        if (least <= 0 || probability >= 1) return 1;
        if (probability <= 0) return 0;
        // From the nearer end of the distribution, so that the terms fall.
        return least > trials * probability ? Falling(least, trials, probability) : 1 - Falling(trials - least + 1, trials, 1 - probability);
    }

    /// <summary>Probability of at most so many successes.</summary>
    public static double AtMost(int most, int trials, double probability) => AtLeast(trials - most, trials, 1 - probability);

    /// <summary>Terms from <paramref name="least"/> upwards: the first in logs, the others by recurrence.</summary>
    private static double Falling(int least, int trials, double probability)
    {
        if (least > trials) return 0;
        double log = least * Reproducible.Log(probability) + (trials - least) * Reproducible.Log(1 - probability);
        for (int i = 1; i <= least; i++) log += Reproducible.Log((trials - least + i) / (double)i);
        double term = Reproducible.Exp(log), sum = 0, odds = probability / (1 - probability);
        for (int k = least; k <= trials && term > sum * 1e-17; k++)
        {
            sum += term;
            term *= odds * (trials - k) / (k + 1);
        }
        return Math.Min(1, sum);
    }
}
