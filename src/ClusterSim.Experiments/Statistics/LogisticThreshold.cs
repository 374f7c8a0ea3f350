using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>The size at which half of the histories do something: where a logistic curve, fitted by maximum likelihood (Newton's
/// method; Cox 1958), passes one half.</summary>
/// <param name="Half">NaN where the curve does not rise, or falls.</param>
/// <param name="Interval">95 %, percentiles over resampled worlds; open above where some of them do not rise.</param>
public sealed record LogisticThreshold(double Half, Interval Interval)
{
    private const int Resampled = 1_000, Steps = 30;

    /// <summary>Fits.</summary>
    /// <param name="sizes">One a world.</param>
    /// <param name="hits">By world and history.</param>
    public static LogisticThreshold Of(double[] sizes, bool[][] hits, ulong seed)
    {
        double low = sizes.Min(), range = sizes.Max() - low;
        var unknown = new Interval(double.NegativeInfinity, double.PositiveInfinity);
        if (range <= 0) return new LogisticThreshold(double.NaN, unknown);
        // Sizes are millions of pounds or a handful of firms: the fit is done between 0 and 1.
        double[] units = [.. sizes.Select(size => (size - low) / range)];
        int[] ones = [.. hits.Select(world => world.Count(hit => hit))];
        double estimate = Fit(units, ones, hits, [.. Enumerable.Range(0, sizes.Length)]);
        var resamples = new Resamples(seed, "critical mass", sizes.Length, Resampled);
        if (double.IsNaN(estimate)) return new LogisticThreshold(double.NaN, unknown);
        // Where a curve does not rise its half lies beyond every size.
        double[] found = [.. Enumerable.Range(0, resamples.Count).Select(i => Fit(units, ones, hits, resamples[i]) is var half && double.IsNaN(half) ? double.PositiveInfinity : half).Order()];
        double End(double share) => found[(int)(share * (found.Length - 1))] is var end && double.IsInfinity(end) ? end : low + range * end;
        return new LogisticThreshold(low + range * estimate, new Interval(End(0.025), End(0.975)));
    }

    /// <summary>-intercept / slope; NaN where the slope is not positive or the histories are separated perfectly in the wrong way.</summary>
    private static double Fit(double[] units, int[] ones, bool[][] hits, ReadOnlySpan<int> worlds)
    {
        double intercept = 0, slope = 0;
        for (int step = 0; step < Steps; step++)
        {
            // A little ridge keeps the curve finite where all small worlds fail and all large ones succeed.
            double a = -1e-3 * intercept, b = -1e-3 * slope, aa = 1e-3, ab = 0, bb = 1e-3;
            foreach (int world in worlds)
            {
                double x = units[world], p = 1 / (1 + Reproducible.Exp(-Math.Clamp(intercept + slope * x, -30, 30)));
                double rest = ones[world] - hits[world].Length * p, weight = hits[world].Length * p * (1 - p);
                (a, b) = (a + rest, b + rest * x);
                (aa, ab, bb) = (aa + weight, ab + weight * x, bb + weight * x * x);
            }
            double determinant = aa * bb - ab * ab, up = (bb * a - ab * b) / determinant, along = (aa * b - ab * a) / determinant;
            (intercept, slope) = (intercept + up, slope + along);
            if (Math.Abs(up) + Math.Abs(along) < 1e-10) break;
        }
        return slope > 0 ? -intercept / slope : double.NaN;
    }
}
