using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>Shares of the output's variance: of a factor alone (S1), with all that it takes part in (ST), of a pair beyond the two
/// alone (S2). Estimators of Saltelli et al. (2010), Jansen (1999) and Saltelli (2002) as in SALib, intervals from a bootstrap of
/// blocks. Where the outputs have standard errors, <c>chance</c> is the ST that a factor without influence would show: the mean square
/// of the errors over the variance.</summary>
public static class SobolIndices
{
    public const string Name = "sobol";

    /// <summary>Intervals of half this width deserve a word.</summary>
    private const double Wide = 0.1;

    public const int FewestBlocks = 8;

    /// <exception cref="UnfitSampleException">The rows are no Saltelli blocks.</exception>
    public static SensitivityResult Analyse(SensitivitySample sample, SensitivityOptions options)
    {
        SaltelliLayout layout = SaltelliLayout.Of(sample);
        if (layout.Blocks < FewestBlocks) throw new UnfitSampleException($"{layout.Blocks} blocks of {layout.Height} rows are too few: {FewestBlocks} at least, and hundreds for intervals that say something");
        var terms = new BlockTerms(sample, layout);
        double[] all = [.. Enumerable.Repeat(1.0, layout.Blocks)];
        double[] estimates = terms.Estimates(all);
        var resampled = new double[estimates.Length][];
        for (int i = 0; i < resampled.Length; i++) resampled[i] = new double[options.Resamples];
        var resamples = new Resamples(options.Seed, "sobol-indices", layout.Blocks, options.Resamples);
        double[] weights = new double[layout.Blocks];
        for (int resample = 0; resample < resamples.Count; resample++)
        {
            Array.Clear(weights);
            foreach (int block in resamples[resample]) weights[block]++;
            double[] values = terms.Estimates(weights);
            for (int i = 0; i < values.Length; i++) resampled[i][resample] = values[i];
        }
        SensitivityIndex Index(string name, int at) => new(name, estimates[at], EstimateInterval.Middle(resampled[at][..resamples.Count]));

        int groups = sample.Groups.Count;
        SensitivityIndex? chance = sample.Errors is double[] errors ? SensitivityIndex.Chance(Sample.Mean([.. errors.Select(error => error * error)]) / Sample.Variance(sample.Outputs)) : null;
        SensitivityIndex[] known = chance is null ? [] : [chance];
        FactorSensitivity[] factors = [.. sample.Groups.Select((group, i) => new FactorSensitivity(group.Name,
            [Index("S1", i), Index("ST", groups + i).Beside(chance), .. known]))];
        PairSensitivity[] pairs = [.. terms.Pairs.Select((pair, i) => new PairSensitivity(sample.Groups[pair.First].Name, sample.Groups[pair.Second].Name, Index("S2", 2 * groups + i)))];
        return new SensitivityResult(Name, "ST", factors, pairs, Notes(factors, layout));
    }

    private static List<string> Notes(FactorSensitivity[] factors, SaltelliLayout layout)
    {
        var notes = new List<string>();
        double widest = factors.SelectMany(factor => factor.Indices).Max(index => index.Interval?.HalfWidth ?? 0);
        if (widest > Wide) notes.Add(FormattableString.Invariant($"intervals are up to {widest:0.00} wide to either side: four times the {layout.Blocks} blocks would halve them"));
        if (factors[0].Chance is not null) notes.Add("chance: the ST that luck alone would make; four times the histories of every row make it a quarter. S1 is free of it");
        if (!layout.WithPairs) notes.Add("no indices of pairs: the sample has no BA rows");
        return notes;
    }

    /// <summary>Every index is a mean over blocks divided by a variance; this keeps what is averaged.</summary>
    private sealed class BlockTerms
    {
        private readonly double[] _sum, _squares;
        private readonly double[][] _first, _total, _pair;

        public BlockTerms(SensitivitySample sample, SaltelliLayout layout)
        {
            double mean = Sample.Mean(sample.Outputs);
            int groups = sample.Groups.Count;
            double[] Rows(int place) => [.. Enumerable.Range(0, layout.Blocks).Select(block => sample.Outputs[block * layout.Height + place] - mean)];
            double[] a = Rows(0), b = Rows(layout.Height - 1);
            double[][] ab = [.. Enumerable.Range(1, groups).Select(Rows)];
            double[][] ba = layout.WithPairs ? [.. Enumerable.Range(1 + groups, groups).Select(Rows)] : [];
            double[] Of(Func<int, double> term) => [.. Enumerable.Range(0, layout.Blocks).Select(term)];
            Pairs = layout.WithPairs ? [.. from first in Enumerable.Range(0, groups) from second in Enumerable.Range(first + 1, groups - first - 1) select (first, second)] : [];
            _sum = Of(i => a[i] + b[i]);
            _squares = Of(i => a[i] * a[i] + b[i] * b[i]);
            _first = [.. ab.Select(mixed => Of(i => b[i] * (mixed[i] - a[i])))];
            _total = [.. ab.Select(mixed => Of(i => 0.5 * (a[i] - mixed[i]) * (a[i] - mixed[i])))];
            _pair = [.. Pairs.Select(pair => Of(i => ba[pair.First][i] * ab[pair.Second][i] - a[i] * b[i]))];
        }

        public IReadOnlyList<(int First, int Second)> Pairs { get; }

        /// <summary>S1 of each group, then ST of each, then S2 of each pair.</summary>
        /// <param name="weights">How often each block counts; they add up to the number of blocks.</param>
        public double[] Estimates(double[] weights)
        {
            double centre = Mean(_sum, weights) / 2, variance = Mean(_squares, weights) / 2 - centre * centre;
            double[] first = [.. _first.Select(terms => Mean(terms, weights) / variance)];
            return [.. first, .. _total.Select(terms => Mean(terms, weights) / variance), .. _pair.Select((terms, i) => Mean(terms, weights) / variance - first[Pairs[i].First] - first[Pairs[i].Second])];
        }

        private static double Mean(double[] terms, double[] weights)
        {
            double sum = 0;
            for (int i = 0; i < terms.Length; i++) sum += weights[i] * terms[i];
            return sum / terms.Length;
        }
    }
}
