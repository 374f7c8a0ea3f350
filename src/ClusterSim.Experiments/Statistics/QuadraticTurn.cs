namespace ClusterSim.Experiments.Statistics;

/// <summary>Where an outcome turns: the vertex of a parabola fitted by least squares to one mean a world.</summary>
/// <param name="At">In the unit of the sizes; NaN where the curve does not bend, or turns outside the sizes tried.</param>
/// <param name="Interval">95 %, percentiles over resampled worlds; open where some of them do not turn between the sizes.</param>
/// <param name="IsPeak">True if the outcome rises before and falls after, false if it falls first.</param>
/// <param name="Curvature">95 % interval of the second derivative's sign-giving coefficient, on sizes stretched to 0..1.</param>
public sealed record QuadraticTurn(double At, Interval Interval, bool IsPeak, Interval Curvature)
{
    private const int Resampled = 1_000;

    /// <summary>True if nineteen resamples of twenty bend one way and turn between the sizes tried.</summary>
    public bool IsShown => double.IsFinite(At) && (Curvature.Low > 0 || Curvature.High < 0) && double.IsFinite(Interval.Low) && double.IsFinite(Interval.High);

    /// <summary>Fits.</summary>
    /// <param name="sizes">One a world, at least three that differ.</param>
    /// <param name="outcomes">Mean outcome of each world.</param>
    public static QuadraticTurn Of(double[] sizes, double[] outcomes, ulong seed)
    {
        double low = sizes.Min(), range = sizes.Max() - low;
        var open = new Interval(double.NegativeInfinity, double.PositiveInfinity);
        if (sizes.Distinct().Count() < 3) return new QuadraticTurn(double.NaN, open, false, open);
        double[] units = [.. sizes.Select(size => (size - low) / range)];
        (double slope, double bend) = Fit(units, outcomes, [.. Enumerable.Range(0, sizes.Length)]);
        var resamples = new Resamples(seed, "turning point", sizes.Length, Resampled);
        (double Slope, double Bend)[] fits = [.. Enumerable.Range(0, resamples.Count).Select(i => Fit(units, outcomes, resamples[i]))];
        double[] bends = [.. fits.Select(fit => fit.Bend).Order()];
        bool peak = bend < 0;
        // A resample that bends the other way turns nowhere: half of them are counted on either side.
        double[] turns = [.. fits.Select((fit, i) => fit.Bend < 0 == peak && fit.Bend != 0 ? -fit.Slope / (2 * fit.Bend) : i % 2 == 0 ? double.NegativeInfinity : double.PositiveInfinity).Order()];
        double at = -slope / (2 * bend);
        return new QuadraticTurn(at is >= 0 and <= 1 ? low + range * at : double.NaN, new Interval(End(turns, 0.025), End(turns, 0.975)), peak, new Interval(At(bends, 0.025), At(bends, 0.975)));

        double End(double[] ordered, double share) => At(ordered, share) is >= 0 and <= 1 and var unit ? low + range * unit : At(ordered, share) < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        static double At(double[] ordered, double share) => ordered[(int)(share * (ordered.Length - 1))];
    }

    /// <summary>Slope at 0 and coefficient of the square, by the normal equations about the means.</summary>
    private static (double Slope, double Bend) Fit(double[] units, double[] outcomes, ReadOnlySpan<int> worlds)
    {
        double x = 0, xx = 0, y = 0;
        foreach (int world in worlds) (x, xx, y) = (x + units[world], xx + units[world] * units[world], y + outcomes[world]);
        (x, xx, y) = (x / worlds.Length, xx / worlds.Length, y / worlds.Length);
        double aa = 0, ab = 0, bb = 0, ay = 0, by = 0;
        foreach (int world in worlds)
        {
            double a = units[world] - x, b = units[world] * units[world] - xx, rest = outcomes[world] - y;
            (aa, ab, bb, ay, by) = (aa + a * a, ab + a * b, bb + b * b, ay + a * rest, by + b * rest);
        }
        double determinant = aa * bb - ab * ab;
        return determinant <= 1e-12 * aa * bb ? (0, 0) : ((bb * ay - ab * by) / determinant, (aa * by - ab * ay) / determinant);
    }
}
