namespace ClusterSim.Reporting.Figures;

/// <summary>Share of histories in which a cluster stands, at one size, with its interval.</summary>
public sealed record SizeShare(double Size, int Histories, double Share, double Low, double High);

/// <summary>Whether there is a size below which little happens: the share by size, and the size at which half succeed.</summary>
public static class CriticalMassCurve
{
    /// <param name="factor">What the size is of.</param>
    /// <param name="threshold">Size at which half succeed, with its interval; NaN = none, an infinite end = open.</param>
    public static Figure Of(FigureText text, IReadOnlyList<SizeShare> shares, string factor, (double At, double Low, double High) threshold)
    {
        SizeShare[] drawn = [.. shares.Where(share => double.IsFinite(share.Size) && double.IsFinite(share.Share)).OrderBy(share => share.Size)];
        return FigurePress.Print(text, Table(drawn), drawn.Length == 0 ? "no size was tried" : "", drawing => Draw(drawing, text.Unit, drawn, factor, threshold));
    }

    private static double Draw(SvgDrawing drawing, string unit, SizeShare[] shares, string factor, (double At, double Low, double High) threshold)
    {
        AxisScale across = AxisScale.Over(shares.Select(share => share.Size), zero: false, FigureNumbers.Brief);
        bool known = threshold.At >= across.Low && threshold.At <= across.High;
        return new LinePanel(drawing, unit, [new PanelLine("share", new SeriesLook(Palette.Navy, ""), [.. shares.Select(share => share.Size)], [.. shares.Select(share => share.Share)])])
        {
            Across = across,
            Up = new AxisScale(0, 1, FigureNumbers.Percent),
            Caption = factor,
            Signs =
            [
                IntervalMark.Entry("share and 95 % interval", Palette.Navy),
                .. known ? [new KeyEntry("size at which half succeed, and its 95 % interval", 18, Sign)] : (KeyEntry[])[],
            ],
            Beneath = frame =>
            {
                drawing.Line(frame.Left, frame.Y(0.5), frame.Right, frame.Y(0.5), Palette.Muted, 1.2, "3 3");
                if (!known) return;
                double low = frame.X(Ended(threshold.Low, across.Low, across)), high = frame.X(Ended(threshold.High, across.High, across));
                drawing.Box(low, frame.Top, high - low, frame.Bottom - frame.Top, Palette.Orange, 0.2);
                drawing.Line(frame.X(threshold.At), frame.Top, frame.X(threshold.At), frame.Bottom, Palette.Orange, 2);
            },
            Above = frame =>
            {
                foreach (SizeShare share in shares) IntervalMark.Upright(drawing, frame, frame.X(share.Size), share.Share, share.Low, share.High, Palette.Navy, hollow: false);
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

    private static FigureTable Table(SizeShare[] shares) => new(["size", "histories", "share", "low", "high"],
        [.. shares.Select(share => (IReadOnlyList<string>)
            [FigureNumbers.Cell(share.Size), FigureNumbers.Cell(share.Histories), FigureNumbers.Cell(share.Share), FigureNumbers.Cell(share.Low), FigureNumbers.Cell(share.High)])]);
}
