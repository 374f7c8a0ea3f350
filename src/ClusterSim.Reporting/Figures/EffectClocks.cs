namespace ClusterSim.Reporting.Figures;

/// <summary>The uplift at a number of years, with its interval.</summary>
public sealed record EffectPoint(double Years, double Effect, double Low, double High);

/// <summary>One arm's uplift by two clocks: the calendar, and years since the arm's own start.</summary>
public sealed record EffectCurve(string Arm, IReadOnlyList<EffectPoint> Calendar, IReadOnlyList<EffectPoint> SinceStart);

/// <summary>The paired effect of up to four arms at calendar years and at years after the start.</summary>
public static class EffectClocks
{
    // More points than this run into bands; fewer stand as whiskers.
    private const int MostWhiskers = 8;

    public static Figure Of(FigureText text, IReadOnlyList<EffectCurve> curves)
    {
        EffectCurve[] drawn = [.. curves.Take(SeriesLook.Most)];
        bool empty = !drawn.SelectMany(curve => curve.Calendar.Concat(curve.SinceStart)).Any(point => double.IsFinite(point.Effect));
        return FigurePress.Print(text, Table(drawn), empty ? "no pair of histories gave an effect" : "", drawing => Draw(drawing, text.Unit, drawn));
    }

    private static double Draw(SvgDrawing drawing, string unit, EffectCurve[] curves)
    {
        IReadOnlyList<SeriesLook> looks = SeriesLook.Each(curves.Length);
        double top = FigureKey.Rows(drawing, 0, curves.Select((curve, i) => new KeyEntry(curve.Arm, SeriesLook.SwatchWidth, looks[i].Swatch))
            .Concat(Entries(curves))) + 8;
        top = drawing.Paragraph(0, top, TextWidths.Wrap(unit, drawing.SmallSize, drawing.Width), drawing.SmallSize, Palette.Muted) + 8;
        AxisScale scale = AxisScale.Over(curves.SelectMany(curve => curve.Calendar.Concat(curve.SinceStart)).SelectMany(point => (double[])[point.Effect, point.Low, point.High]), zero: true)
            with { Grid = true };
        (string Caption, IReadOnlyList<EffectPoint>[] Lines)[] panels =
            [("calendar year", [.. curves.Select(curve => curve.Calendar)]), ("years after the arm's own start", [.. curves.Select(curve => curve.SinceStart)])];

        if (drawing.Narrow)
        {
            double middle = Clock(drawing, 0, top, drawing.Width - 12, 190, panels[0].Caption, panels[0].Lines, looks, scale);
            return Clock(drawing, 0, middle + 18, drawing.Width - 12, 190, panels[1].Caption, panels[1].Lines, looks, scale);
        }
        double width = (drawing.Width - 36) / 2;
        double left = Clock(drawing, 0, top, width, 260, panels[0].Caption, panels[0].Lines, looks, scale);
        return Math.Max(left, Clock(drawing, width + 24, top, width, 260, panels[1].Caption, panels[1].Lines, looks, scale));
    }

    private static double Clock(SvgDrawing drawing, double left, double top, double width, double height, string caption,
        IReadOnlyList<EffectPoint>[] lines, IReadOnlyList<SeriesLook> looks, AxisScale scale)
    {
        AxisScale years = AxisScale.Years(lines.SelectMany(line => line.Select(point => point.Years)));
        double air = (years.High - years.Low) * (lines.Any(line => line.Count > MostWhiskers) ? 0.02 : 0.07); // whiskers stand free of the edges
        var frame = new PlotFrame(drawing, left, top, width, height, years with { Low = years.Low - air, High = years.High + air }, scale);
        drawing.Line(frame.Left, frame.Y(0), frame.Right, frame.Y(0), Palette.Ink, 1.6);
        for (int i = 0; i < lines.Length; i++)
            if (lines[i].Count > MostWhiskers) Band(drawing, frame, lines[i], looks[i].Colour);
        for (int i = 0; i < lines.Length; i++)
        {
            double aside = lines[i].Count > MostWhiskers ? 0 : (i - (lines.Length - 1) / 2.0) * 9;
            drawing.Curve(Decimation.Keep([.. lines[i].Select(point => point.Effect)]).Select(row => (frame.X(lines[i][row].Years) + aside, frame.Y(lines[i][row].Effect))),
                looks[i].Colour, 2, looks[i].Dash);
            if (lines[i].Count > MostWhiskers) continue;
            foreach (EffectPoint point in lines[i])
                IntervalMark.Upright(drawing, frame, frame.X(point.Years) + aside, point.Effect, point.Low, point.High, looks[i].Colour, IntervalMark.HoldsZero(point.Low, point.High));
        }
        if (!lines.Any(line => line.Any(point => double.IsFinite(point.Effect))))
            drawing.Words((frame.Left + frame.Right) / 2, (frame.Top + frame.Bottom) / 2 - 12, "no history started", drawing.SmallSize, Palette.Muted, "middle");
        return AxisCaption.Below(drawing, frame, top + height, caption);
    }

    private static IEnumerable<KeyEntry> Entries(EffectCurve[] curves)
    {
        IReadOnlyList<EffectPoint>[] lines = [.. curves.SelectMany(curve => (IReadOnlyList<EffectPoint>[])[curve.Calendar, curve.SinceStart])];
        if (lines.Any(line => line.Count > MostWhiskers)) yield return new KeyEntry("95 % interval", 18, (key, x, y) => key.Box(x, y - 4, 18, 8, Palette.Muted, 0.3));
        EffectPoint[] points = [.. lines.Where(line => line.Count <= MostWhiskers).SelectMany(line => line).Where(point => double.IsFinite(point.Effect))];
        if (points.Length > 0) yield return IntervalMark.Entry("mean and 95 % interval", Palette.Muted);
        if (points.Any(point => IntervalMark.HoldsZero(point.Low, point.High))) yield return IntervalMark.Entry("interval holds 0", Palette.Muted, hollow: true);
    }

    private static void Band(SvgDrawing drawing, PlotFrame frame, IReadOnlyList<EffectPoint> line, string colour)
    {
        double[] years = [.. line.Select(point => point.Years)];
        FanBand.Fill(drawing, frame, years, [.. line.Select(point => point.Low)], [.. line.Select(point => point.High)], colour, 0.2);
    }

    private static FigureTable Table(EffectCurve[] curves) => new(["arm", "clock", "years", "effect", "low", "high"],
        [.. curves.SelectMany(curve => Rows(curve.Arm, "calendar", curve.Calendar).Concat(Rows(curve.Arm, "since the start", curve.SinceStart)))]);

    private static IEnumerable<IReadOnlyList<string>> Rows(string arm, string clock, IReadOnlyList<EffectPoint> points) => points.Select(point => (IReadOnlyList<string>)
        [arm, clock, FigureNumbers.Year(point.Years), FigureNumbers.Cell(point.Effect), FigureNumbers.Cell(point.Low), FigureNumbers.Cell(point.High)]);
}
