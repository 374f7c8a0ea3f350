namespace ClusterSim.Experiments.Statistics;

/// <summary>How many histories a question needs, before they are run.</summary>
public static class SampleSize
{
    private const int Most = 1 << 24;

    /// <summary>Pairs for a 95 % interval of so small a half width: the least n with t(n - 1) sd / sqrt(n) at most that.</summary>
    /// <param name="deviation">Standard deviation of the differences in a pilot.</param>
    /// <param name="halfWidth">More than 0, in the same unit.</param>
    /// <returns>At least 2; null where 16 million are not enough.</returns>
    public static int? ForHalfWidth(double deviation, double halfWidth)
    {
        if (!(halfWidth > 0)) throw new ArgumentOutOfRangeException(nameof(halfWidth), halfWidth, "a half width must be more than 0");
        return Least(n => StudentT.Quantile975(n - 1) * deviation / Math.Sqrt(n) <= halfWidth);
    }

    /// <summary>Pairs to find a mean difference with so much power by the paired t-test at 5 %, two-sided: exact, since
    /// t squared is F with one degree of freedom.</summary>
    /// <param name="deviation">Standard deviation of the differences in a pilot, more than 0.</param>
    /// <param name="effect">Not 0, in the same unit.</param>
    /// <param name="power">0..1.</param>
    public static int? ForEffect(double deviation, double effect, double power = 0.8)
    {
        if (effect == 0 || !(deviation > 0)) throw new ArgumentException($"effect {effect}, standard deviation {deviation}: neither may be 0");
        double score = effect / deviation;
        return Least(n => NoncentralF.Power(1, n - 1, n * score * score, 0.05) >= power);
    }

    /// <summary>Histories in each group of an unpaired one-way comparison (analysis of variance), for those who cannot pair.</summary>
    /// <param name="groups">At least 2.</param>
    /// <param name="effect">Cohen's f: standard deviation of the groups' means over that within groups; more than 0.</param>
    /// <param name="level">Of the test.</param>
    /// <param name="power">0..1.</param>
    /// <remarks>Secchi and Seri 2017 give approximations to these numbers for agent-based models, and their defaults.</remarks>
    public static int? OneWay(int groups, double effect, double level = 0.01, double power = 0.95)
    {
        if (groups < 2 || !(effect > 0)) throw new ArgumentException($"{groups} groups, f = {effect}: two groups and an effect above 0 are needed");
        return Least(n => NoncentralF.Power(groups - 1, groups * (n - 1.0), groups * n * effect * effect, level) >= power);
    }

    /// <summary>The least n of at least 2 that is enough; being enough must not end with larger n.</summary>
    private static int? Least(Func<int, bool> isEnough)
    {
        int low = 1, high = 2;
        while (!isEnough(high))
        {
            if (high >= Most) return null;
            (low, high) = (high, 2 * high);
        }
        while (high - low > 1)
        {
            int middle = low + (high - low) / 2;
            if (isEnough(middle)) high = middle;
            else low = middle;
        }
        return high;
    }
}
