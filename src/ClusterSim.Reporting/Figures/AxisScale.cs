namespace ClusterSim.Reporting.Figures;

/// <summary>What an axis covers and how it writes its ticks.</summary>
internal sealed record AxisScale(double Low, double High, Func<double, string> Show)
{
    /// <summary>Powers of ten instead of equal steps.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>No ticks and no words: the drawing writes its own.</summary>
    public bool Hidden { get; init; }

    /// <summary>Lines across the plot at the ticks.</summary>
    public bool Grid { get; init; }

    /// <summary>Room between the axis and its ticks' words, for a rug.</summary>
    public double Gap { get; init; }

    /// <summary>Ticks at whole numbers only, for years and ages.</summary>
    public bool Whole { get; init; }

    /// <summary>Covers all finite values with some air, and zero where asked or where the values come near it.</summary>
    public static AxisScale Over(IEnumerable<double> values, bool zero, Func<double, string>? show = null)
    {
        (double low, double high) = Ends(values);
        if (zero || (low > 0 && low < high / 2)) low = Math.Min(low, 0);
        if (zero || (high < 0 && high > low / 2)) high = Math.Max(high, 0);
        if (high <= low)
        {
            double air = Math.Max(Math.Abs(low) * 0.1, 1);
            (low, high) = low == 0 ? (0, 1) : (low - air, high + air);
        }
        double margin = (high - low) * 0.05;
        return new AxisScale(low == 0 ? 0 : low - margin, high == 0 ? 0 : high + margin, show ?? FigureNumbers.Show);
    }

    /// <summary>Years or ages from the first to the last, without air.</summary>
    public static AxisScale Years(IEnumerable<double> values)
    {
        (double low, double high) = Ends(values);
        if (high <= low) (low, high) = (low - 1, high + 1);
        return new AxisScale(low, high, FigureNumbers.Year) { Whole = true };
    }

    private static (double Low, double High) Ends(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
            if (double.IsFinite(value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return low <= high ? (low, high) : (0, 0);
    }
}
