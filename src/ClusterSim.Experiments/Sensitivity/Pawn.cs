using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>How far the distribution of the output moves when a factor is held in a slice of its range: Kolmogorov-Smirnov distances of
/// the slices from the whole (Pianosi and Wagener 2015, 2018). Needs no special design and no order of values, and sees more than
/// variance. A factor whose median distance is one that a dummy without influence reaches is named so.</summary>
public static class Pawn
{
    public const string Name = "pawn";

    private const int FewestInASlice = 10;

    /// <exception cref="UnfitSampleException">Too few rows or values for the slices.</exception>
    public static SensitivityResult Analyse(SensitivitySample sample, SensitivityOptions options)
    {
        int fewest = options.Slices * FewestInASlice;
        if (sample.Rows < fewest) throw new UnfitSampleException($"{sample.Rows} rows are too few for {options.Slices} slices: {fewest} at least, or fewer slices (--slices)");
        var outputs = new RankedOutputs(sample.Outputs);
        var draws = new Draws(Draws.RunKey(options.Seed, 0), "pawn", 0);
        (int[] Slice, int Count)[] slices = [.. sample.Factors.Select((_, factor) => Slices.Of(sample, factor, options.Slices))];
        double[][] halves = [.. slices.Select(_ => new double[options.Resamples])];
        for (int resample = 0; resample < options.Resamples; resample++)
        {
            bool[] half = EstimateInterval.Half(sample.Rows, draws, resample);
            for (int factor = 0; factor < slices.Length; factor++) halves[factor][resample] = Sample.Quantile(outputs.Distances(slices[factor].Slice, slices[factor].Count, half), 0.5);
        }
        var thresholds = new Dictionary<string, double>();
        FactorSensitivity[] factors = [.. sample.Factors.Select((factor, i) => Of(factor.Name, slices[i].Slice, slices[i].Count, halves[i]))];
        return new SensitivityResult(Name, "median", factors, [], [$"dummy is the median distance that 95 % of {options.Resamples} factors without influence stay below"]);

        FactorSensitivity Of(string name, int[] slice, int count, double[] medians)
        {
            double[] distances = outputs.Distances(slice, count, null);
            double median = Sample.Quantile(distances, 0.5), mean = Sample.Mean(distances), threshold = Threshold(slice, count);
            Interval interval = EstimateInterval.OfHalves(median, medians);
            double spread = Math.Sqrt(Sample.Variance(distances) * (count - 1) / count);
            return new FactorSensitivity(name,
            [
                new SensitivityIndex("median", median, new Interval(Math.Max(0, interval.Low), Math.Min(1, interval.High))) { IsNone = median <= threshold },
                new SensitivityIndex("dummy", threshold), new SensitivityIndex("minimum", distances.Min()), new SensitivityIndex("mean", mean),
                new SensitivityIndex("maximum", distances.Max()), new SensitivityIndex("CV", mean > 0 ? spread / mean : 0),
            ]);
        }

        // Slices of the same sizes with rows dealt at random; factors with the same sizes share the dummies.
        double Threshold(int[] slice, int count)
        {
            int[] sorted = [.. slice.Order()];
            string sizes = string.Join(' ', sorted.CountBy(each => each).Select(each => each.Value));
            if (thresholds.TryGetValue(sizes, out double known)) return known;
            double[] medians = new double[options.Resamples];
            for (int resample = 0; resample < medians.Length; resample++)
            {
                ulong[] keys = [.. Enumerable.Range(0, sample.Rows).Select(row => draws.Of(1).Bits((ulong)row, resample))];
                int[] dealt = [.. sorted];
                Array.Sort(keys, dealt);
                medians[resample] = Sample.Quantile(outputs.Distances(dealt, count, null), 0.5);
            }
            return thresholds[sizes] = Sample.Quantile(medians, 0.95);
        }
    }

    /// <summary>Rows in ascending order of output, so that all distances take one pass.</summary>
    private sealed class RankedOutputs
    {
        private readonly double[] _outputs;
        private readonly int[] _rows;

        public RankedOutputs(double[] outputs)
        {
            _outputs = outputs;
            _rows = [.. Enumerable.Range(0, outputs.Length).OrderBy(row => outputs[row])];
        }

        /// <summary>The Kolmogorov-Smirnov distance of each slice from all rows.</summary>
        /// <param name="half">Rows that count; null = all.</param>
        public double[] Distances(int[] slice, int count, bool[]? half)
        {
            int[] sizes = new int[count], seen = new int[count];
            int all = 0, passed = 0;
            foreach (int row in _rows)
            {
                if (half is not null && !half[row]) continue;
                all++;
                if (slice[row] >= 0) sizes[slice[row]]++;
            }
            double[] distances = new double[count];
            for (int i = 0; i < _rows.Length; i++)
            {
                int row = _rows[i];
                if (half is not null && !half[row]) continue;
                passed++;
                if (slice[row] >= 0) seen[slice[row]]++;
                if (i + 1 < _rows.Length && _outputs[_rows[i + 1]] == _outputs[row]) continue; // a step of the distribution ends with the last equal output
                for (int each = 0; each < count; each++) distances[each] = Math.Max(distances[each], Math.Abs(seen[each] / (double)Math.Max(1, sizes[each]) - passed / (double)all));
            }
            return distances;
        }
    }
}
