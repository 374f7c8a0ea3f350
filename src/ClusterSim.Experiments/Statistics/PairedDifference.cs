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
    public required int Pairs { get; init; }

    /// <summary>Replications in which the arm started.</summary>
    public required int Fired { get; init; }

    public required double BaselineMean { get; init; }
    public required double ArmMean { get; init; }

    /// <summary>Mean of arm less twin over all pairs; where there are several worlds, the mean of their means.</summary>
    public required double Mean { get; init; }

    /// <summary>Of the differences; where there are several worlds, of their means.</summary>
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
    public double? EffectOnTriggered { get; init; }

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
    /// <param name="resamples">Of as many units as there are replications, or worlds.</param>
    /// <param name="better">Which way is better.</param>
    /// <param name="units">What is resampled; replications if left out.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static PairedDifference Of(
        double[] baseline, double[] arm, bool[] fired, Resamples resamples, Better better = Better.Higher, SamplingUnits? units = null)
    {
        units ??= SamplingUnits.Replications(baseline.Length);
        if (arm.Length != baseline.Length || fired.Length != baseline.Length || units.Rows != baseline.Length || resamples.Units != units.Count)
            throw new ArgumentException($"{baseline.Length} twins, {arm.Length} treated, {fired.Length} starts, {units.Count} units of {units.Rows}, resamples of {resamples.Units}");
        double[] differences = Differences(baseline, arm);
        double[] twins = units.Means(baseline), treated = units.Means(arm), effects = units.Means(differences);
        double mean = Sample.Mean(effects), variance = Sample.Variance(effects);
        int started = fired.Count(yes => yes);
        (Interval interval, bool narrow) = MeanInterval.Of(effects, resamples);
        double? higher = ShareBeyond(differences, fired, 1), lower = ShareBeyond(differences, fired, -1);
        return new PairedDifference
        {
            Pairs = differences.Length,
            Fired = started,
            BaselineMean = Sample.Mean(twins),
            ArmMean = Sample.Mean(treated),
            Mean = mean,
            StandardDeviation = Math.Sqrt(variance),
            Interval = interval,
            MayBeTooNarrow = narrow,
            AllIdentical = Array.TrueForAll(differences, difference => difference == 0),
            EffectOnTriggered = started == 0 ? null
                : units.AreWorlds ? mean / Sample.Mean(units.Means([.. fired.Select(yes => yes ? 1.0 : 0)])) : mean * differences.Length / started,
            ShareHigher = higher,
            ShareLower = lower,
            ShareBetter = better == Better.Higher ? higher : lower,
            VarianceReduction = variance > 0 ? (Sample.Variance(twins) + Sample.Variance(treated)) / variance : null,
        };
    }

    /// <summary>One arm against another, paired directly: two intervals against the twin do not tell which of two arms did
    /// better. All replications count, those in which neither started with exactly zero; a pair has fired where either has.</summary>
    /// <param name="first">The arm asked about, one value per replication.</param>
    /// <param name="second">The arm that it is held against, row-aligned.</param>
    /// <param name="firstFired">Whether the first arm started.</param>
    /// <param name="secondFired">Whether the second did.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static PairedDifference OfArms(
        double[] first, double[] second, bool[] firstFired, bool[] secondFired, Resamples resamples, Better better = Better.Higher, SamplingUnits? units = null)
    {
        if (firstFired.Length != secondFired.Length) throw new ArgumentException($"{firstFired.Length} starts of the first arm, {secondFired.Length} of the second");
        return Of(second, first, [.. firstFired.Zip(secondFired, (one, other) => one || other)], resamples, better, units);
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
