namespace ClusterSim.Reporting.Figures;

/// <summary>A line of a <see cref="RelationPlot"/>; lists are row-aligned.</summary>
public sealed record RelationLine(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);

/// <summary>How a relation is drawn.</summary>
/// <param name="Across">What the horizontal axis measures.</param>
public sealed record RelationLook(string Across)
{
    /// <summary>Powers of ten on the horizontal axis.</summary>
    public bool LogAcross { get; init; }

    /// <summary>Powers of ten on the vertical axis.</summary>
    public bool LogUp { get; init; }

    /// <summary>Shares from 0 to 1 on the vertical axis.</summary>
    public bool Shares { get; init; }

    /// <summary>Where on the horizontal axis the band of the fact is asked for; NaN = everywhere, where there is a band.</summary>
    public double BandAt { get; init; } = double.NaN;

    /// <summary>The band, in the unit of the vertical axis; infinite ends = none.</summary>
    public (double Low, double High) Band { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);
}

/// <summary>The relation behind a statistic: up to four lines, and the band that is asked for.</summary>
public static class RelationPlot
{
    public static Figure Of(FigureText text, IReadOnlyList<RelationLine> lines, RelationLook look)
    {
        RelationLine[] drawn = [.. lines.Where(line => line.Y.Any(double.IsFinite)).Take(SeriesLook.Most)];
        return FigurePress.Print(text, Table(drawn, look), drawn.Length == 0 ? "no history says anything about it" : "", drawing => Draw(drawing, text.Unit, drawn, look));
    }

    private static double Draw(SvgDrawing drawing, string unit, RelationLine[] lines, RelationLook look)
    {
        IReadOnlyList<SeriesLook> looks = SeriesLook.Each(lines.Length);
        bool banded = double.IsFinite(look.Band.Low) && double.IsFinite(look.Band.High);
        // A logarithmic axis has no place for zero: it is a gap.
        double Place(double y) => look.LogUp && y <= 0 ? double.NaN : y;
        IEnumerable<double> heights = lines.SelectMany(line => line.Y).Select(Place).Concat(banded ? [look.Band.Low, look.Band.High] : []);
        IEnumerable<double> places = lines.SelectMany(line => line.X);
        return new LinePanel(drawing, unit, [.. lines.Select((line, i) => new PanelLine(line.Name, looks[i], line.X, [.. line.Y.Select(Place)]))])
        {
            Across = look.LogAcross ? Decades(places) : AxisScale.Years(places) with { Show = FigureNumbers.Show, Whole = false },
            Up = look.LogUp ? Decades(heights) : look.Shares ? new AxisScale(0, 1, FigureNumbers.Percent) : AxisScale.Over(heights, zero: banded),
            Caption = look.Across,
            Signs = banded ? [new KeyEntry("band of the fact", 18, (canvas, x, y) => canvas.Box(x, y - 5, 18, 10, Palette.Teal, 0.3))] : [],
            Beneath = frame =>
            {
                if (!banded) return;
                double left = double.IsNaN(look.BandAt) ? frame.Left : frame.X(look.BandAt) - 5, width = double.IsNaN(look.BandAt) ? frame.Right - frame.Left : 10;
                drawing.Box(left, frame.Y(look.Band.High), width, frame.Y(look.Band.Low) - frame.Y(look.Band.High), Palette.Teal, 0.3);
            },
        }.Draw();
    }

    private static AxisScale Decades(IEnumerable<double> values)
    {
        double[] known = [.. values.Where(value => double.IsFinite(value) && value > 0)];
        double low = known.Length == 0 ? 1 : known.Min(), high = known.Length == 0 ? 10 : known.Max(), floor = 1, ceiling = 1;
        while (floor > low) floor /= 10;
        while (floor * 10 <= low) floor *= 10;
        while (ceiling < high) ceiling *= 10;
        while (ceiling / 10 >= high) ceiling /= 10;
        return new AxisScale(floor, ceiling > floor ? ceiling : floor * 10, FigureNumbers.Show) { Logarithmic = true };
    }

    private static FigureTable Table(RelationLine[] lines, RelationLook look) => new(["line", look.Across, "value"],
        [.. lines.SelectMany(line => line.X.Select((x, i) => (IReadOnlyList<string>)[line.Name, FigureNumbers.Cell(x), FigureNumbers.Cell(line.Y[i])]))]);
}
