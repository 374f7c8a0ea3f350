namespace ClusterSim.Reporting.Figures;

/// <summary>What came out at one size, with its interval.</summary>
/// <param name="Count">Histories of a share, worlds of a mean.</param>
public sealed record SizePoint(double Size, int Count, double Value, double Low, double High);

/// <summary>What comes out by size, and the size at which it tips: where half succeed (critical mass), or where more begins to
/// hinder (turning point).</summary>
/// <param name="Value">What came out: share or mean.</param>
/// <param name="Counted">What the counts are of.</param>
/// <param name="Mark">What the marked size is.</param>
public sealed record SizeCurve(string Value, string Counted, string Mark)
{
    public static SizeCurve CriticalMass { get; } = new("share", "histories", "size at which half succeed");

    public static SizeCurve TurningPoint { get; } = new("mean", "worlds", "size at which it turns");

    /// <param name="factor">What the size is of.</param>
    /// <param name="mark">The marked size, with its interval; NaN = none, an infinite end = open.</param>
    public Figure Of(FigureText text, IReadOnlyList<SizePoint> points, string factor, (double At, double Low, double High) mark)
    {
        SizePoint[] drawn = [.. points.Where(point => double.IsFinite(point.Size) && double.IsFinite(point.Value)).OrderBy(point => point.Size)];
        return FigurePress.Print(text, Table(drawn), drawn.Length == 0 ? "no size was tried" : "", drawing => Draw(drawing, text.Unit, drawn, factor, mark));
    }

    private double Draw(SvgDrawing drawing, string unit, SizePoint[] points, string factor, (double At, double Low, double High) threshold)
    {
        AxisScale across = AxisScale.Over(points.Select(point => point.Size), zero: false, FigureNumbers.Brief);
        bool known = threshold.At >= across.Low && threshold.At <= across.High, halves = this == CriticalMass;
        return new LinePanel(drawing, unit, [new PanelLine(Value, new SeriesLook(Palette.Navy, ""), [.. points.Select(point => point.Size)], [.. points.Select(point => point.Value)])])
        {
            Across = across,
            Up = halves ? new AxisScale(0, 1, FigureNumbers.Percent) : AxisScale.Over(points.SelectMany(point => (double[])[point.Value, point.Low, point.High]).Where(double.IsFinite), zero: false, FigureNumbers.Brief),
            Caption = factor,
            Signs =
            [
                IntervalMark.Entry($"{Value} and 95 % interval", Palette.Navy),
                .. known ? [new KeyEntry($"{Mark}, and its 95 % interval", 18, Sign)] : (KeyEntry[])[],
            ],
            Beneath = frame =>
            {
                if (halves) drawing.Line(frame.Left, frame.Y(0.5), frame.Right, frame.Y(0.5), Palette.Muted, 1.2, "3 3");
                if (!known) return;
                double low = frame.X(Ended(threshold.Low, across.Low, across)), high = frame.X(Ended(threshold.High, across.High, across));
                drawing.Box(low, frame.Top, high - low, frame.Bottom - frame.Top, Palette.Orange, 0.2);
                drawing.Line(frame.X(threshold.At), frame.Top, frame.X(threshold.At), frame.Bottom, Palette.Orange, 2);
            },
            Above = frame =>
            {
                foreach (SizePoint point in points) IntervalMark.Upright(drawing, frame, frame.X(point.Size), point.Value, point.Low, point.High, Palette.Navy, hollow: false);
            },
        }.Draw();
    }

    // An open end reaches to the edge of the plot.
    private static double Ended(double end, double edge, AxisScale scale) => double.IsFinite(end) ? Math.Clamp(end, scale.Low, scale.High) : edge;

    private static void Sign(SvgDrawing drawing, double x, double y)
    {
        drawing.Box(x, y - 6, 18, 12, Palette.Orange, 0.2);
        drawing.Line(x + 9, y - 6, x + 9, y + 6, Palette.Orange, 2);
    }

    private FigureTable Table(SizePoint[] points) => new(["size", Counted, Value, "low", "high"],
        [.. points.Select(point => (IReadOnlyList<string>)
            [FigureNumbers.Cell(point.Size), FigureNumbers.Cell(point.Count), FigureNumbers.Cell(point.Value), FigureNumbers.Cell(point.Low), FigureNumbers.Cell(point.High)])]);
}
