using ClusterSim.Experiments.Running;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>Made-up differences of which the true mean is known, to see how often the intervals hold it.</summary>
/// <param name="Name">In words.</param>
/// <param name="FiredShare">Share of the pairs in which the arm starts; the others differ by zero.</param>
/// <param name="LongTail">Whether the effects are exp(z) of a standard normal z; else 1 + z.</param>
public sealed record KnownTruth(string Name, double FiredShare, bool LongTail)
{
    /// <summary>Those of the coverage table.</summary>
    public static IReadOnlyList<KnownTruth> All { get; } =
    [
        new("normal effects, all fired", 1, false),
        new("lognormal effects, 40 % fired", 0.4, true),
        new("lognormal effects, 15 % fired", 0.15, true),
    ];

    /// <summary>The true mean over all pairs.</summary>
    public double Mean => FiredShare * (LongTail ? Reproducible.Exp(0.5) : 1);

    /// <summary>Whether a pair fires, and its difference.</summary>
    public (bool Fired, double Effect) Draw(Draws draws, ulong pair)
    {
        bool fired = draws.Chance(FiredShare, pair);
        if (!fired) return (false, 0);
        double z = draws.Normal(pair, 1);
        return (true, LongTail ? Reproducible.Exp(z) : 1 + z);
    }
}

/// <summary>How often intervals of one population and number of pairs held the true mean.</summary>
/// <param name="TooHigh">Share of the trials whose interval lay above the true mean.</param>
/// <param name="TooLow">Share of the trials whose interval lay below it.</param>
/// <param name="Warned">Share of the trials that said that the interval may be too narrow.</param>
public sealed record CoverageCell(KnownTruth Truth, int Pairs, int Trials, double TooHigh, double TooLow, double Warned)
{
    public const double Least = 0.93, Most = 0.97;

    public double Covered => 1 - TooHigh - TooLow;

    /// <summary>What is promised: 93 to 97 % from 100 pairs on, and with skew or zeros from 300 on.</summary>
    public bool IsPromised => Pairs >= (Truth is { FiredShare: 1, LongTail: false } ? 100 : 300);

    public bool Holds => Covered is >= Least and <= Most;
}

/// <summary>Measures the coverage of the intervals of <see cref="PairedDifference"/>.</summary>
public static class Coverage
{
    /// <summary>Numbers of pairs of the table.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [30, 100, 300];

    /// <summary>Resamples of an interval. Comparisons use five times as many; fewer make more trials possible, and cost a
    /// fifth of a per cent of coverage.</summary>
    public const int Resampled = 2_000;

    /// <summary>Trials that share their resamples.</summary>
    private const int Block = 100;

    /// <summary>One cell.</summary>
    public static CoverageCell Measure(KnownTruth truth, int pairs, int trials, ulong seed)
    {
        Resamples? resamples = null;
        double[] twin = new double[pairs], treated = new double[pairs];
        var fired = new bool[pairs];
        int high = 0, low = 0, warned = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            if (trial % Block == 0) resamples = new Resamples(seed, $"coverage {trial}", pairs, Resampled);
            var draws = new Draws(Draws.RunKey(seed, trial), truth.Name, pairs);
            for (int pair = 0; pair < pairs; pair++) (fired[pair], treated[pair]) = truth.Draw(draws, (ulong)pair);
            PairedDifference difference = PairedDifference.Of(twin, treated, fired, resamples!);
            if (difference.Interval.Low > truth.Mean) high++;
            if (difference.Interval.High < truth.Mean) low++;
            if (difference.MayBeTooNarrow) warned++;
        }
        return new CoverageCell(truth, pairs, trials, high / (double)trials, low / (double)trials, warned / (double)trials);
    }

    /// <summary>Every population at every number of pairs.</summary>
    public static IReadOnlyList<CoverageCell> Table(int trials, ulong seed, IExecutor executor, Action<int> progress, CancellationToken cancel)
    {
        (KnownTruth Truth, int Pairs)[] cells = [.. KnownTruth.All.SelectMany(truth => Sizes.Select(pairs => (truth, pairs)))];
        var table = new List<CoverageCell>();
        executor.Run<CoverageCell>(cells.Length, () => cell => Measure(cells[cell].Truth, cells[cell].Pairs, trials, seed), table.Add, progress, cancel);
        return table;
    }
}
