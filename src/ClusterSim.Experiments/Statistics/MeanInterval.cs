namespace ClusterSim.Experiments.Statistics;

/// <summary>The 95 % interval of a mean by the bootstrap that suits the values.</summary>
/// <param name="MayBeTooNarrow">True where few effective observations make even the studentised interval too narrow.</param>
public readonly record struct MeanInterval(Interval Interval, bool MayBeTooNarrow)
{
    /// <summary>Fewer values carry no interval: resamples of two say nothing about a third.</summary>
    private const int Fewest = 3;

    /// <summary>An interval of which nothing is known.</summary>
    public static Interval Everything { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>BCa (Efron 1987), or studentised (Hall 1988) where the values are skewed or fewer than 60 % of them differ from
    /// zero; the mean itself where all are zero; everything for one or two values.</summary>
    /// <param name="values">Length = resamples.Units.</param>
    public static MeanInterval Of(double[] values, Resamples resamples)
    {
        if (Array.TrueForAll(values, value => value == 0)) return new MeanInterval(new Interval(0, 0), false);
        bool skewed = IsSkewed(values);
        Interval interval = values.Length < Fewest ? Everything
            : skewed ? Bootstrap.Studentised(values, resamples) : Bootstrap.BiasCorrected(values, resamples);
        return new MeanInterval(interval, skewed ? Moved(values) < 30 || values.Length < 100 : values.Length < 30);
    }

    /// <summary>Whether the BCa interval would be too narrow.</summary>
    public static bool IsSkewed(double[] values) => Math.Abs(Sample.Skewness(values)) > 1 || Moved(values) < 0.6 * values.Length;

    private static int Moved(double[] values) => values.Count(value => value != 0);
}
