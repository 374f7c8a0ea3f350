namespace ClusterSim.Reporting.Figures;

/// <summary>Half the width of an arm's 95 % interval as pairs come in, and the half width that was asked for; NaN = none was.</summary>
public sealed record PrecisionCurve(string Arm, IReadOnlyList<double> Pairs, IReadOnlyList<double> HalfWidths, double Target = double.NaN);

/// <summary>How well the change is known by the number of pairs: whether more of them would be worth their time.</summary>
public static class PrecisionPlot
{
    public static Figure Of(FigureText text, IReadOnlyList<PrecisionCurve> curves)
    {
        PrecisionCurve[] drawn = [.. curves.Take(SeriesLook.Most)];
        bool empty = !drawn.Any(curve => curve.HalfWidths.Any(double.IsFinite));
        return FigurePress.Print(text, Table(drawn), empty ? "no arm has pairs enough for an interval" : "", drawing => Draw(drawing, text.Unit, drawn));
    }

    private static double Draw(SvgDrawing drawing, string unit, PrecisionCurve[] curves)
    {
        IReadOnlyList<SeriesLook> looks = SeriesLook.Each(curves.Length);
        bool target = curves.Any(curve => double.IsFinite(curve.Target));
        // The first few half widths are so wide that they would flatten the rest; the picture leaves out what lies beyond.
        double most = 2.5 * curves.Max(curve => Math.Max(Typical(curve.HalfWidths), double.IsFinite(curve.Target) ? curve.Target / 2 : 0));
        PanelLine[] lines = [.. curves.Select((curve, i) => new PanelLine(curve.Arm, looks[i], curve.Pairs, [.. curve.HalfWidths.Select(width => width <= most ? width : double.NaN)]))];
        return new LinePanel(drawing, unit, lines)
        {
            Across = AxisScale.Over(curves.SelectMany(curve => curve.Pairs), zero: true) with { Whole = true, High = Math.Max(1, curves.SelectMany(curve => curve.Pairs).Max()) },
            Up = AxisScale.Over(curves.SelectMany(curve => curve.HalfWidths.Append(curve.Target)).Where(width => width <= most), zero: true),
            Caption = "pairs of histories",
            Last = FigureNumbers.Show,
            Signs = target ? [new KeyEntry("half width that was asked for", SeriesLook.SwatchWidth, (key, x, y) => key.Line(x, y, x + SeriesLook.SwatchWidth, y, Palette.Muted, 1.4, "1 3"))] : [],
            Beneath = frame =>
            {
                for (int i = 0; i < curves.Length; i++)
                    if (double.IsFinite(curves[i].Target)) drawing.Line(frame.Left, frame.Y(curves[i].Target), frame.Right, frame.Y(curves[i].Target), looks[i].Colour, 1.4, "1 3");
            },
        }.Draw();
    }

    private static double Typical(IReadOnlyList<double> widths)
    {
        double[] sorted = [.. widths.Where(double.IsFinite).Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }

    private static FigureTable Table(PrecisionCurve[] curves) => new(["arm", "pairs", "half width", "asked for"],
        [.. curves.SelectMany(curve => curve.Pairs.Select((pairs, i) => (IReadOnlyList<string>)[curve.Arm, FigureNumbers.Cell(pairs), FigureNumbers.Cell(curve.HalfWidths[i]), FigureNumbers.Cell(curve.Target)]))]);
}
