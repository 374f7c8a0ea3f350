namespace ClusterSim.Reporting.Figures;

/// <summary>Survival of firms by origin, with the firms at risk at a few ages below.</summary>
public static class SurvivalCurves
{
    public static Figure Of(FigureText text, IReadOnlyList<SurvivalCurve> curves)
    {
        SurvivalCurve[] drawn = [.. curves.Where(curve => curve.AtRisk.Count > 0 && curve.AtRisk[0] > 0).Take(SeriesLook.Most)];
        return FigurePress.Print(text, Table(drawn), drawn.Length == 0 ? "no firm was founded" : "", drawing => Draw(drawing, drawn));
    }

    private static double Draw(SvgDrawing drawing, SurvivalCurve[] curves)
    {
        double height = drawing.Narrow ? 220 : 290;
        IReadOnlyList<SeriesLook> looks = SeriesLook.Each(curves.Length);
        double room = EndLabels.Room(drawing, [.. curves.Select(curve => (curve.Origin, FigureNumbers.Percent(curve.Surviving[^1])))], height - 30);
        double top = room > 0 ? 0 : FigureKey.Rows(drawing, 0, curves.Select((curve, i) => new KeyEntry(curve.Origin, SeriesLook.SwatchWidth, looks[i].Swatch))) + 8;
        top = drawing.Paragraph(0, top, ["share of firms still alive"], drawing.SmallSize, Palette.Muted) + 8;
        double left = drawing.Narrow ? 0 : Math.Clamp(curves.Max(curve => TextWidths.Of(curve.Origin, drawing.SmallSize)) - 8, 0, 130);
        double last = Math.Max(curves.Max(curve => curve.LastAge), 1);
        var frame = new PlotFrame(drawing, left, top, drawing.Width - left - Math.Max(room, 14), height,
            AxisScale.Years([0, last]), new AxisScale(0, 1, FigureNumbers.Percent) { Grid = true });
        for (int i = 0; i < curves.Length; i++) drawing.Curve(Steps(frame, curves[i]), looks[i].Colour, 2.2, looks[i].Dash);
        if (room > 0)
            EndLabels.Write(drawing, [.. curves.Select((curve, i) => new LineEnd(curve.Origin, FigureNumbers.Percent(curve.Surviving[^1]), looks[i], frame.X(curve.LastAge), frame.Y(curve.Surviving[^1])))],
                frame.Right, room, frame.Top - 10, frame.Bottom + 10);
        return Risks(drawing, frame, curves, AxisCaption.Below(drawing, frame, top + height, "age of the firm in years") + 6, last);
    }

    private static IEnumerable<(double, double)> Steps(PlotFrame frame, SurvivalCurve curve)
    {
        double y = frame.Y(1);
        foreach (int row in Decimation.Keep(curve.Surviving))
        {
            yield return (frame.X(curve.Ages[row]), y);
            y = frame.Y(curve.Surviving[row]);
            yield return (frame.X(curve.Ages[row]), y);
        }
        yield return (frame.X(curve.LastAge), y);
    }

    private static double Risks(SvgDrawing drawing, PlotFrame frame, SurvivalCurve[] curves, double top, double last)
    {
        double[] ages = RiskAges(last);
        double size = drawing.SmallSize, line = drawing.SmallLineHeight + 1;
        double y = drawing.Paragraph(0, top, ["firms at risk"], size, Palette.Muted) + 2;
        foreach (SurvivalCurve curve in curves)
        {
            IReadOnlyList<string> name = TextWidths.Wrap(curve.Origin, size, drawing.Narrow ? drawing.Width : frame.Left - 24);
            double bottom = drawing.Paragraph(0, y, name, size);
            double middle = drawing.Narrow ? bottom + line / 2 : y + line / 2;
            foreach (double age in ages)
                drawing.Words(frame.X(age), middle, FigureNumbers.Show(curve.Observed(age)), size, Palette.Muted, "middle");
            y = Math.Max(bottom, middle + line / 2) + 2;
        }
        return y;
    }

    // About five ages at round numbers.
    private static double[] RiskAges(double last)
    {
        double step = new double[] { 1, 2, 5, 10, 20, 50, 100 }.FirstOrDefault(step => last / step <= 5.5, last);
        return [.. Enumerable.Range(0, (int)(last / step) + 1).Select(i => i * step)];
    }

    private static FigureTable Table(SurvivalCurve[] curves) => new(["origin", "age in years", "share alive", "at risk"],
        [.. curves.SelectMany(curve => Decimation.Keep(curve.Surviving).Select(i => (IReadOnlyList<string>)
            [curve.Origin, FigureNumbers.Year(curve.Ages[i]), FigureNumbers.Cell(curve.Surviving[i]), FigureNumbers.Cell(curve.AtRisk[i])]))]);
}
