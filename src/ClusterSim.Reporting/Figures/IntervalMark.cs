namespace ClusterSim.Reporting.Figures;

/// <summary>A value with its interval: a whisker with end strokes and a dot, hollow where the interval holds zero.</summary>
internal static class IntervalMark
{
    private const double Cap = 4;

    /// <summary>Along the horizontal axis.</summary>
    public static void Across(SvgDrawing drawing, PlotFrame frame, double y, double value, double low, double high, string colour, bool hollow)
    {
        double from = frame.X(low), to = frame.X(high), at = frame.X(value);
        if (double.IsFinite(from) && double.IsFinite(to))
        {
            drawing.Line(from, y, to, y, colour, 1.8);
            foreach (double end in (double[])[from, to]) drawing.Line(end, y - Cap, end, y + Cap, colour, 1.8);
        }
        if (double.IsFinite(at)) drawing.Dot(at, y, 4.2, hollow ? Palette.Paper : colour, colour, 1.8);
    }

    /// <summary>Up and down at a horizontal place.</summary>
    public static void Upright(SvgDrawing drawing, PlotFrame frame, double x, double value, double low, double high, string colour, bool hollow)
    {
        double from = frame.Y(low), to = frame.Y(high), at = frame.Y(value);
        if (double.IsFinite(from) && double.IsFinite(to))
        {
            drawing.Line(x, from, x, to, colour, 1.6);
            foreach (double end in (double[])[from, to]) drawing.Line(x - Cap, end, x + Cap, end, colour, 1.6);
        }
        if (double.IsFinite(at)) drawing.Dot(x, at, 3.8, hollow ? Palette.Paper : colour, colour, 1.8);
    }

    /// <summary>A small one for a key.</summary>
    public static KeyEntry Entry(string name, string colour, bool hollow = false) => new(name, 22, (drawing, x, y) =>
    {
        drawing.Line(x, y, x + 22, y, colour, 1.8);
        drawing.Dot(x + 10, y, 4.2, hollow ? Palette.Paper : colour, colour, 1.8);
    });

    /// <summary>Whether an interval tells nothing about the sign.</summary>
    public static bool HoldsZero(double low, double high) => !(low > 0 || high < 0);
}
