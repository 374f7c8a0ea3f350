namespace ClusterSim.Reporting.Figures;

/// <summary>Up to four lines on a pair of axes, with their bands, named at their ends or in a key.</summary>
internal sealed class LinePanel(SvgDrawing drawing, string unit, IReadOnlyList<PanelLine> lines)
{
    private const double BandOpacity = 0.15;

    public required AxisScale Across { get; init; }

    public required AxisScale Up { get; init; }

    /// <summary>What the horizontal axis measures.</summary>
    public required string Caption { get; init; }

    /// <summary>How the last value of a line is written beside its name; nothing if left out.</summary>
    public Func<double, string> Last { get; init; } = _ => "";

    /// <summary>Signs beside those of the lines.</summary>
    public IReadOnlyList<KeyEntry> Signs { get; init; } = [];

    /// <summary>Drawn before the lines.</summary>
    public Action<PlotFrame> Beneath { get; init; } = _ => { };

    /// <summary>Drawn after the lines.</summary>
    public Action<PlotFrame> Above { get; init; } = _ => { };

    /// <summary>Draws from the top of the picture down and returns the bottom.</summary>
    public double Draw()
    {
        double height = drawing.Narrow ? 230 : 300;
        double room = lines.Count > 1 ? EndLabels.Room(drawing, [.. lines.Select(line => (line.Name, Last(line.Y.LastOrDefault(double.IsFinite, double.NaN))))], height - 30) : 0;
        bool named = room == 0 && lines.Count > 1;
        double top = FigureKey.Rows(drawing, 0, [.. named ? lines.Select(line => new KeyEntry(line.Name, SeriesLook.SwatchWidth, line.Look.Swatch)) : [], .. Signs]) + 8;
        top = drawing.Paragraph(0, top, TextWidths.Wrap(unit, drawing.SmallSize, drawing.Width), drawing.SmallSize, Palette.Muted) + 8;
        double edge = TextWidths.Of(Across.Show(Across.High), drawing.SmallSize) / 2 + 4; // half of the last tick reaches beyond the axis
        var frame = new PlotFrame(drawing, 0, top, drawing.Width - Math.Max(room, edge), height, Across, Up with { Grid = true });
        Beneath(frame);
        foreach (PanelLine line in lines)
            if (line.Low.Count > 0) FanBand.Fill(drawing, frame, line.X, line.Low, line.High, line.Look.Colour, BandOpacity);
        foreach (PanelLine line in lines) Trace(frame, line);
        Above(frame);
        if (room > 0) EndLabels.Write(drawing, [.. lines.SelectMany(line => End(frame, line))], frame.Right, room, frame.Top - 10, frame.Bottom + 10);
        return AxisCaption.Below(drawing, frame, top + height, Caption);
    }

    /// <summary>A sign for bands.</summary>
    public static KeyEntry Band(string name) => new(name, 18, (drawing, x, y) => drawing.Box(x, y - 4, 18, 8, Palette.Muted, 0.3));

    private void Trace(PlotFrame frame, PanelLine line)
    {
        drawing.Curve(Decimation.Keep(line.Y).Select(row => (frame.X(line.X[row]), frame.Y(line.Y[row]))), line.Look.Colour, 2.2, line.Look.Dash);
        if (line.Y.Count(double.IsFinite) == 1)
            foreach (LineEnd end in End(frame, line)) drawing.Dot(end.X, end.Y, 4, line.Look.Colour);
    }

    private IEnumerable<LineEnd> End(PlotFrame frame, PanelLine line)
    {
        int last = Enumerable.Range(0, line.Y.Count).LastOrDefault(row => double.IsFinite(line.Y[row]), -1);
        if (last >= 0) yield return new LineEnd(line.Name, Last(line.Y[last]), line.Look, frame.X(line.X[last]), frame.Y(line.Y[last]));
    }
}
