namespace ClusterSim.Experiments.Statistics;

/// <summary>Which way is better.</summary>
public enum Better
{
    Higher,
    Lower,
}

/// <summary>An arm against its untreated twin over paired replications: intention to treat, so that replications in which
/// the arm never started count with exactly zero.</summary>
public sealed record PairedDifference
{
    /// <summary>Differences of fewer replications carry no interval: resamples of two say nothing about a third.</summary>
    private const int Fewest = 3;

    private static readonly Interval Unknown = new(double.NegativeInfinity, double.PositiveInfinity);

    public required int Pairs { get; init; }

    /// <summary>Replications in which the arm started.</summary>
    public required int Fired { get; init; }

    public required double BaselineMean { get; init; }
    public required double ArmMean { get; init; }

    /// <summary>Mean of arm less twin over all pairs.</summary>
    public required double Mean { get; init; }

    public required double StandardDeviation { get; init; }

    /// <summary>95 % bootstrap interval of the mean: BCa, or studentised where skew or zeros demand it; everything for
    /// one or two pairs that differ.</summary>
    public required Interval Interval { get; init; }

    /// <summary>True where few effective observations make even the studentised interval too narrow.</summary>
    public required bool MayBeTooNarrow { get; init; }

    /// <summary>True if arm and twin agree to the bit in every pair.</summary>
    public required bool AllIdentical { get; init; }

    /// <summary>Share of the pairs that fired in which the arm came out better, ties counting half; null if none fired.</summary>
    public required double? ShareBetter { get; init; }

    /// <summary>The same for higher instead of better.</summary>
    public required double? ShareHigher { get; init; }

    /// <summary>The same for lower; counted and not subtracted, so that 66 of 100 are 0.66 in both directions.</summary>
    public required double? ShareLower { get; init; }

    /// <summary>Variance of the difference of two independent ensembles over that of the pairs; null where all are identical.</summary>
    public required double? VarianceReduction { get; init; }

    /// <summary>Mean effect where the arm started: intention to treat over the share that fired; null if none fired.</summary>
    public double? EffectOnTriggered => Fired == 0 ? null : Mean * Pairs / Fired;

    /// <summary>Arm less twin, pair by pair.</summary>
    public static double[] Differences(ReadOnlySpan<double> baseline, ReadOnlySpan<double> arm)
    {
        var differences = new double[baseline.Length];
        for (int i = 0; i < differences.Length; i++) differences[i] = arm[i] - baseline[i];
        return differences;
    }

    /// <summary>Compares.</summary>
    /// <param name="baseline">Twins' values, one per replication.</param>
    /// <param name="arm">The arm's, row-aligned.</param>
    /// <param name="fired">Whether the arm started.</param>
    /// <param name="resamples">Of as many units as there are replications.</param>
    /// <param name="better">Which way is better.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static PairedDifference Of(double[] baseline, double[] arm, bool[] fired, Resamples resamples, Better better = Better.Higher)
    {
        if (arm.Length != baseline.Length || fired.Length != baseline.Length || resamples.Units != baseline.Length)
            throw new ArgumentException($"{baseline.Length} twins, {arm.Length} treated, {fired.Length} starts, resamples of {resamples.Units}");
        double[] differences = Differences(baseline, arm);
        double mean = Sample.Mean(differences), variance = Sample.Variance(differences);
        bool identical = Array.TrueForAll(differences, difference => difference == 0);
        int started = fired.Count(yes => yes), moved = differences.Count(difference => difference != 0);
        bool skewed = Math.Abs(Sample.Skewness(differences)) > 1 || moved < 0.6 * differences.Length;
        double? higher = ShareBeyond(differences, fired, 1), lower = ShareBeyond(differences, fired, -1);
        return new PairedDifference
        {
            Pairs = differences.Length,
            Fired = started,
            BaselineMean = Sample.Mean(baseline),
            ArmMean = Sample.Mean(arm),
            Mean = mean,
            StandardDeviation = Math.Sqrt(variance),
            Interval = identical ? new Interval(mean, mean)
                : differences.Length < Fewest ? Unknown
                : skewed ? Bootstrap.Studentised(differences, resamples) : Bootstrap.BiasCorrected(differences, resamples),
            MayBeTooNarrow = !identical && (skewed ? moved < 30 || differences.Length < 100 : differences.Length < 30),
            AllIdentical = identical,
            ShareHigher = higher,
            ShareLower = lower,
            ShareBetter = better == Better.Higher ? higher : lower,
            VarianceReduction = variance > 0 ? (Sample.Variance(baseline) + Sample.Variance(arm)) / variance : null,
        };
    }

    private static double? ShareBeyond(double[] differences, bool[] fired, int sign)
    {
        double beyond = 0;
        int count = 0;
        for (int i = 0; i < differences.Length; i++)
        {
            if (!fired[i]) continue;
            count++;
            beyond += differences[i] == 0 ? 0.5 : Math.Sign(differences[i]) == sign ? 1 : 0;
        }
        return count == 0 ? null : beyond / count;
    }
}
