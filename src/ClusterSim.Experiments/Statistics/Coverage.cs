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
/// <param name="Pairs">In each trial; with a stopping rule, on average.</param>
/// <param name="TooHigh">Share of the trials whose interval lay above the true mean.</param>
/// <param name="TooLow">Share of the trials whose interval lay below it.</param>
/// <param name="Warned">Share of the trials that said that the interval may be too narrow.</param>
/// <param name="Rule">What chose the number of pairs; null = it was fixed.</param>
public sealed record CoverageCell(KnownTruth Truth, int Pairs, int Trials, double TooHigh, double TooLow, double Warned, StoppingRule? Rule = null)
{
    public const double Least = 0.93, Most = 0.97;

    public double Covered => 1 - TooHigh - TooLow;

    /// <summary>The loosest stopping rule for which anything is promised: one that stops sooner stops, where a few histories carry
    /// the effect, on samples that have not met them yet.</summary>
    public const double LoosestRule = 0.2;

    /// <summary>What is promised: 93 to 97 % from 100 pairs on, and with skew or zeros from 300 on.</summary>
    public bool IsPromised => Pairs >= (Truth is { FiredShare: 1, LongTail: false } ? 100 : 300) && (Rule is null || Rule.Relative <= LoosestRule);

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

    /// <summary>The rules of the table: a half width of a fifth of the mean, and of two fifths.</summary>
    public static IReadOnlyList<StoppingRule> Rules { get; } = [new(CoverageCell.LoosestRule, Floor: 0), new(2 * CoverageCell.LoosestRule, Floor: 0)];

    /// <summary>Trials that share their resamples.</summary>
    private const int Block = 100;

    /// <summary>One cell.</summary>
    public static CoverageCell Measure(KnownTruth truth, int pairs, int trials, ulong seed) => Measure(truth, trials, seed, fewest: pairs, rule: null);

    /// <summary>One cell in which a rule says after each look whether there are pairs enough.</summary>
    public static CoverageCell Measure(KnownTruth truth, StoppingRule rule, int trials, ulong seed) => Measure(truth, trials, seed, rule.Looks[0], rule);

    private static CoverageCell Measure(KnownTruth truth, int trials, ulong seed, int fewest, StoppingRule? rule)
    {
        var resamples = new Dictionary<int, Resamples>();
        int high = 0, low = 0, warned = 0;
        long used = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            if (trial % Block == 0) resamples.Clear();
            var draws = new Draws(Draws.RunKey(seed, trial), truth.Name, fewest);
            int pairs = fewest;
            PairedDifference difference = Compare(pairs);
            while (rule?.Next(pairs, [difference]) is int more) difference = Compare(pairs = more);
            used += pairs;
            if (difference.Interval.Low > truth.Mean) high++;
            if (difference.Interval.High < truth.Mean) low++;
            if (difference.MayBeTooNarrow) warned++;

            PairedDifference Compare(int count)
            {
                (bool Fired, double Effect)[] drawn = [.. Enumerable.Range(0, count).Select(pair => truth.Draw(draws, (ulong)pair))];
                if (!resamples.TryGetValue(count, out Resamples? taken))
                    resamples[count] = taken = new Resamples(seed, $"coverage {trial}", count, Resampled);
                return PairedDifference.Of(new double[count], [.. drawn.Select(pair => pair.Effect)], [.. drawn.Select(pair => pair.Fired)], taken);
            }
        }
        double all = trials;
        return new CoverageCell(truth, (int)Math.Round(used / all), trials, high / all, low / all, warned / all, rule);
    }

    /// <summary>How many cells the table has.</summary>
    public static int Cells => KnownTruth.All.Count * (Sizes.Count + Rules.Count);

    /// <summary>Every population at every number of pairs, and with every stopping rule.</summary>
    public static IReadOnlyList<CoverageCell> Table(int trials, ulong seed, IExecutor executor, Action<int> progress, CancellationToken cancel)
    {
        Func<CoverageCell>[] cells =
        [
            .. KnownTruth.All.SelectMany(truth => Sizes.Select(pairs => (Func<CoverageCell>)(() => Measure(truth, pairs, trials, seed)))),
            .. Rules.SelectMany(rule => KnownTruth.All.Select(truth => (Func<CoverageCell>)(() => Measure(truth, rule, trials, seed)))),
        ];
        var table = new List<CoverageCell>();
        executor.Run<CoverageCell>(cells.Length, () => cell => cells[cell](), table.Add, progress, cancel);
        return table;
    }
}
