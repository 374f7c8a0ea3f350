namespace ClusterSim.Experiments.Statistics;

/// <summary>When half of the uplift was gone: years after the policy's end, null = not within the years that are known.</summary>
/// <param name="Years">The first year in which the mean uplift was below half of that at the end.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct HalfLife(int? Years, int? Low, int? High);

/// <summary>What is left of an uplift after the policy has ended.</summary>
public sealed class UpliftPersistence
{
    private readonly double[][] _uplift;
    private readonly Resamples _resamples;

    /// <param name="uplift">A row a unit, 0, 1, 2, ... years after the policy's end, all rows equally long; from <see cref="SinceTheEnd"/>.</param>
    /// <param name="resamples">Of as many units.</param>
    /// <exception cref="ArgumentException">The rows differ in length, are empty or are not as many as the resamples' units.</exception>
    public UpliftPersistence(double[][] uplift, Resamples resamples)
    {
        if (uplift.Length != resamples.Units || uplift.Length == 0 || uplift[0].Length == 0 || Array.Exists(uplift, row => row.Length != uplift[0].Length))
            throw new ArgumentException($"{uplift.Length} paths for resamples of {resamples.Units}, all equally long and not empty");
        _uplift = uplift;
        _resamples = resamples;
    }

    /// <summary>Cuts yearly uplifts so that the year in which the policy ended comes first; where it never started, zeros.</summary>
    /// <param name="uplift">Arm less twin, one row a replication, by year of the history.</param>
    /// <param name="ended">Year in which the policy ended; below 0 = it never started.</param>
    /// <param name="years">Years after the end that are wanted.</param>
    /// <exception cref="ArgumentException">A replication is not followed that long: leaving it out would select the early starters.</exception>
    public static double[][] SinceTheEnd(double[][] uplift, int[] ended, int years) => [.. uplift.Select((path, i) =>
        ended[i] < 0 ? new double[years + 1]
        : ended[i] + years < path.Length ? path[ended[i]..(ended[i] + years + 1)]
        : throw new ArgumentException($"replication {i}: followed for {path.Length - 1 - ended[i]} years after the end, and {years} were asked for"))];

    /// <summary>Years known after the end.</summary>
    public int Years => _uplift[0].Length - 1;

    /// <summary>Share of the uplift at the end that is still there so many years later: a ratio of means.</summary>
    /// <param name="years">0..Years.</param>
    public RatioOfMeans ShareLeft(int years) => RatioOfMeans.Bootstrapped(Column(years), Column(0), _resamples);

    /// <summary>The half-life, with the 2.5 and 97.5 % of its resampled values (a step function has no smoother interval);
    /// null where the uplift at the end may be zero.</summary>
    public HalfLife? Half()
    {
        double[][] columns = [.. Enumerable.Range(0, Years + 1).Select(Column)];
        if (MeanInterval.Of(columns[0], _resamples).Interval.Holds(0)) return null;
        // After all years stands for "not reached" while they are sorted.
        int[] found = [.. Enumerable.Range(0, _resamples.Count).Select(i => FirstBelow(columns, _resamples[i])).Order()];
        int tail = (int)(0.025 * found.Length);
        int[] everyone = [.. Enumerable.Range(0, _uplift.Length)];
        return new HalfLife(Known(FirstBelow(columns, everyone)), Known(found[tail]), Known(found[^(tail + 1)]));
    }

    private int? Known(int year) => year > Years ? null : year;

    private static int FirstBelow(double[][] columns, ReadOnlySpan<int> units)
    {
        double end = Total(columns[0], units);
        for (int year = 1; year < columns.Length; year++)
            if (Math.Sign(end) * Total(columns[year], units) < Math.Abs(end) / 2) return year;
        return columns.Length;
    }

    private static double Total(double[] column, ReadOnlySpan<int> units)
    {
        double sum = 0;
        foreach (int unit in units) sum += column[unit];
        return sum;
    }

    private double[] Column(int year) => [.. _uplift.Select(row => row[year])];
}
