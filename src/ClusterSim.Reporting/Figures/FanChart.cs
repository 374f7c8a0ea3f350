namespace ClusterSim.Reporting.Figures;

/// <summary>One arm's histories year by year: median, the middle half and the middle nine tenths; lists are row-aligned, NaN is a gap.</summary>
public sealed record Fan(string Name, bool Baseline, IReadOnlyList<double> Years, IReadOnlyList<double> Median,
    IReadOnlyList<double> Low50, IReadOnlyList<double> High50, IReadOnlyList<double> Low90, IReadOnlyList<double> High90);

/// <summary>An indicator over the years in up to four arms, as fans of their histories.</summary>
public static class FanChart
{
    private const double RugHeight = 9;

    /// <summary><paramref name="startYears"/>: when the policy started, one year a history in which it did.</summary>
    public static Figure Of(FigureText text, IReadOnlyList<Fan> fans, IReadOnlyList<double>? startYears = null)
    {
        Fan[] drawn = [.. fans.Take(SeriesLook.Most)];
        double[] starts = [.. (startYears ?? []).Where(double.IsFinite).Distinct().Order()];
        bool empty = !drawn.Any(fan => fan.Median.Any(double.IsFinite));
        string note = drawn.Length > 2 ? "With more than two arms the picture leaves the 90 % bands out; the table has them." : "";
        return FigurePress.Print(text, Table(drawn), empty ? "no history gave a number" : "", drawing => Draw(drawing, text.Unit, drawn, starts), note);
    }

    private static double Draw(SvgDrawing drawing, string unit, Fan[] fans, double[] starts)
    {
        double height = drawing.Narrow ? 230 : 300;
        bool wideBands = fans.Length <= 2;
        IReadOnlyList<SeriesLook> looks = SeriesLook.Each(fans.Select(fan => fan.Baseline));
        double room = EndLabels.Room(drawing, [.. fans.Select(fan => (fan.Name, FigureNumbers.Show(fan.Median.LastOrDefault(double.IsFinite))))], height - 30);

        double top = FigureKey.Rows(drawing, 0, Entries(fans, looks, named: room == 0, wideBands, starts.Length > 0)) + 8;
        top = drawing.Paragraph(0, top, TextWidths.Wrap(unit, drawing.SmallSize, drawing.Width), drawing.SmallSize, Palette.Muted) + 8;
        IEnumerable<double> values = fans.SelectMany(fan => wideBands ? fan.Median.Concat(fan.Low90).Concat(fan.High90) : fan.Median.Concat(fan.Low50).Concat(fan.High50));
        AxisScale years = AxisScale.Years(fans.SelectMany(fan => fan.Years)) with { Gap = starts.Length > 0 ? RugHeight : 0 };
        var frame = new PlotFrame(drawing, 0, top, drawing.Width - Math.Max(room, 12), height, years, AxisScale.Over(values, zero: false) with { Grid = true });

        if (wideBands) for (int i = 0; i < fans.Length; i++) FanBand.Fill(drawing, frame, fans[i].Years, fans[i].Low90, fans[i].High90, looks[i].Colour, 0.13);
        for (int i = 0; i < fans.Length; i++) FanBand.Fill(drawing, frame, fans[i].Years, fans[i].Low50, fans[i].High50, looks[i].Colour, wideBands ? 0.22 : 0.12);
        for (int i = 0; i < fans.Length; i++)
            drawing.Curve(Decimation.Keep(fans[i].Median).Select(row => (frame.X(fans[i].Years[row]), frame.Y(fans[i].Median[row]))), looks[i].Colour, 2.2, looks[i].Dash);
        for (int i = 0; i < fans.Length; i++)
            if (fans[i].Median.Count(double.IsFinite) == 1)
                foreach (LineEnd end in Ends(frame, [fans[i]], [looks[i]])) drawing.Dot(end.X, end.Y, 4, end.Look.Colour);
        foreach (double year in starts.Where(year => year >= years.Low && year <= years.High))
            drawing.Line(frame.X(year), frame.Bottom + 3, frame.X(year), frame.Bottom + 2 + RugHeight, Palette.Orange, 1.2);
        if (room > 0) EndLabels.Write(drawing, [.. Ends(frame, fans, looks)], frame.Right, room, frame.Top - 10, frame.Bottom + 10);
        return AxisCaption.Below(drawing, frame, top + height, "year");
    }

    private static IEnumerable<KeyEntry> Entries(Fan[] fans, IReadOnlyList<SeriesLook> looks, bool named, bool wideBands, bool rug)
    {
        if (named)
            for (int i = 0; i < fans.Length; i++)
                yield return new KeyEntry(fans[i].Name, SeriesLook.SwatchWidth, looks[i].Swatch);
        yield return new KeyEntry("median", 18, (drawing, x, y) => drawing.Line(x, y, x + 18, y, Palette.Muted, 2.2));
        yield return new KeyEntry("half of the histories", 18, (drawing, x, y) => drawing.Box(x, y - 4, 18, 8, Palette.Muted, 0.5));
        if (wideBands) yield return new KeyEntry("90 % of the histories", 18, (drawing, x, y) => drawing.Box(x, y - 4, 18, 8, Palette.Muted, 0.22));
        if (rug) yield return new KeyEntry("start of the policy in a history", 10, Ticks);
    }

    private static void Ticks(SvgDrawing drawing, double x, double y)
    {
        foreach (double tick in (double[])[1, 4, 9]) drawing.Line(x + tick, y - 4, x + tick, y + 4, Palette.Orange, 1.2);
    }

    private static IEnumerable<LineEnd> Ends(PlotFrame frame, Fan[] fans, IReadOnlyList<SeriesLook> looks)
    {
        for (int i = 0; i < fans.Length; i++)
        {
            int last = Enumerable.Range(0, fans[i].Median.Count).LastOrDefault(row => double.IsFinite(fans[i].Median[row]), -1);
            if (last >= 0)
                yield return new LineEnd(fans[i].Name, FigureNumbers.Show(fans[i].Median[last]), looks[i], frame.X(fans[i].Years[last]), frame.Y(fans[i].Median[last]));
        }
    }

    private static FigureTable Table(Fan[] fans) => new(["arm", "year", "median", "25 %", "75 %", "5 %", "95 %"],
        [.. fans.SelectMany(fan => fan.Years.Select((year, i) => (IReadOnlyList<string>)[fan.Name, FigureNumbers.Year(year), .. Numbers(fan, i).Select(FigureNumbers.Cell)]))]);

    private static double[] Numbers(Fan fan, int row) => [fan.Median[row], fan.Low50[row], fan.High50[row], fan.Low90[row], fan.High90[row]];
}
