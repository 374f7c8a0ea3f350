namespace ClusterSim.Reporting.Figures;

/// <summary>What a box allows of one factor, within the range that was tried.</summary>
/// <param name="Low">Minus infinity = no limit.</param>
/// <param name="High">Infinity = no limit.</param>
/// <param name="Allowed">Words that are allowed, of a factor whose values are words; empty for numbers.</param>
/// <param name="Tried">All its words; empty for numbers.</param>
public sealed record BoxRange(string Factor, double Low, double High, double Smallest, double Largest, IReadOnlyList<string> Allowed, IReadOnlyList<string> Tried, string Detail);

/// <summary>The limits of a box, each within the range of its factor: where all of them hold, the arm mostly fails.</summary>
public static class BoxFigure
{
    private const double Half = 7;

    public static Figure Of(FigureText text, IReadOnlyList<BoxRange> ranges) =>
        FigurePress.Print(text, Table(ranges), ranges.Count == 0 ? "no limit on any factor makes it more likely" : "", drawing => Draw(drawing, text.Unit, ranges));

    private static double Draw(SvgDrawing drawing, string unit, IReadOnlyList<BoxRange> ranges)
    {
        double top = FigureKey.Rows(drawing, 0,
        [
            new KeyEntry("inside the box", 22, (key, x, y) => key.Box(x, y - 5, 22, 10, Palette.Orange, 0.6)),
            new KeyEntry("range that was tried", 22, (key, x, y) => key.Box(x + 0.5, y - 4.5, 21, 9, "none", 1, Palette.Muted)),
        ]) + 10;
        PlotRow[] rows = [.. ranges.Select(range => new PlotRow(range.Factor, Limits(range), (frame, y) => Mark(drawing, frame, y, range)) { Detail = range.Detail, Verdict = Tried(range) })];
        return new RowPlot(drawing, rows).Draw(top, new AxisScale(0, 1, place => place switch { 0 => "lowest", 1 => "highest", _ => "" }) { Whole = true }, unit, zero: false);
    }

    private static void Mark(SvgDrawing drawing, PlotFrame frame, double y, BoxRange range)
    {
        foreach ((double from, double to) in Parts(range))
        {
            drawing.Box(frame.X(from), y - Half, frame.X(to) - frame.X(from), 2 * Half, Palette.Orange, 0.6);
            foreach (double end in (double[])[from, to]) drawing.Line(frame.X(end), y - Half - 3, frame.X(end), y + Half + 3, Palette.Ink, 1.4);
        }
        drawing.Box(frame.X(0), y - Half, frame.X(1) - frame.X(0), 2 * Half, "none", 1, Palette.Muted);
    }

    /// <summary>Parts of the range, 0..1, that lie inside.</summary>
    private static IEnumerable<(double From, double To)> Parts(BoxRange range)
    {
        if (range.Tried.Count > 0)
        {
            for (int i = 0; i < range.Tried.Count; i++)
                if (range.Allowed.Contains(range.Tried[i])) yield return (i / (double)range.Tried.Count, (i + 1.0) / range.Tried.Count);
            yield break;
        }
        double width = range.Largest - range.Smallest;
        if (!(width > 0)) yield break;
        yield return (Math.Clamp((range.Low - range.Smallest) / width, 0, 1), Math.Clamp((range.High - range.Smallest) / width, 0, 1));
    }

    private static string Limits(BoxRange range)
    {
        if (range.Allowed.Count > 0) return string.Join(" or ", range.Allowed);
        string low = FigureNumbers.Show(range.Low), high = FigureNumbers.Show(range.High);
        return double.IsFinite(range.Low) ? double.IsFinite(range.High) ? $"{low} to {high}" : $"{low} or more" : double.IsFinite(range.High) ? $"{high} or less" : "any";
    }

    private static string Tried(BoxRange range) => range.Tried.Count > 0 ? $"tried: {string.Join(", ", range.Tried)}"
        : range.Largest > range.Smallest ? $"tried: {FigureNumbers.Show(range.Smallest)} to {FigureNumbers.Show(range.Largest)}" : "";

    private static FigureTable Table(IReadOnlyList<BoxRange> ranges) => new(["factor", "low", "high", "words", "lowest tried", "highest tried", "how firm"],
        [.. ranges.Select(range => (IReadOnlyList<string>)
            [range.Factor, FigureNumbers.Cell(range.Low), FigureNumbers.Cell(range.High), string.Join(' ', range.Allowed), FigureNumbers.Cell(range.Smallest), FigureNumbers.Cell(range.Largest), range.Detail])]);
}
