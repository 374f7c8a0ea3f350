namespace ClusterSim.Reporting.Figures;

/// <summary>Additional effect and additional cost of an arm: the means, and the means of resamples that show how sure they are.</summary>
public sealed record CostCloud(string Arm, double Effect, double CostGbp, IReadOnlyList<(double Effect, double CostGbp)> Resampled);

/// <summary>What the arms add against what they cost: right and low is good.</summary>
public static class CostEffectivenessPlane
{
    /// <summary>Dots in one picture at most.</summary>
    public const int MostDots = 200;

    /// <param name="effect">What the horizontal axis measures.</param>
    public static Figure Of(FigureText text, IReadOnlyList<CostCloud> clouds, string effect)
    {
        CostCloud[] drawn = [.. clouds.Take(SeriesLook.Most)];
        bool empty = !drawn.Any(cloud => double.IsFinite(cloud.Effect) && double.IsFinite(cloud.CostGbp));
        return FigurePress.Print(text, Table(drawn), empty ? "no arm has a cost" : "", drawing => Draw(drawing, text.Unit, drawn, effect));
    }

    private static double Draw(SvgDrawing drawing, string unit, CostCloud[] clouds, string effect)
    {
        double height = drawing.Narrow ? 240 : 310;
        double top = FigureKey.Rows(drawing, 0, [.. clouds.Select((cloud, i) => new KeyEntry(cloud.Arm, 12, (key, x, y) => SeriesMark.Draw(key, i, x + 6, y, 5, 1, Palette.Ink))), new KeyEntry("large: mean; small: resampled", 0, (_, _, _) => { })]) + 8;
        top = drawing.Paragraph(0, top, TextWidths.Wrap(unit, drawing.SmallSize, drawing.Width), drawing.SmallSize, Palette.Muted) + 8;
        AxisScale across = AxisScale.Over(clouds.SelectMany(cloud => Dots(cloud).Select(dot => dot.Effect).Append(cloud.Effect)), zero: true);
        AxisScale up = AxisScale.Over(clouds.SelectMany(cloud => Dots(cloud).Select(dot => dot.CostGbp).Append(cloud.CostGbp)), zero: true, FigureNumbers.Brief) with { Grid = true };
        var frame = new PlotFrame(drawing, 0, top, drawing.Width - TextWidths.Of(across.Show(across.High), drawing.SmallSize) / 2 - 4, height, across, up);
        drawing.Line(frame.X(0), frame.Top, frame.X(0), frame.Bottom, Palette.Ink, 1.4);
        drawing.Line(frame.Left, frame.Y(0), frame.Right, frame.Y(0), Palette.Ink, 1.4);
        for (int i = 0; i < clouds.Length; i++)
            foreach ((double x, double y) in Dots(clouds[i])) SeriesMark.Draw(drawing, i, frame.X(x), frame.Y(y), 2.2, 0.45);
        for (int i = 0; i < clouds.Length; i++) SeriesMark.Draw(drawing, i, frame.X(clouds[i].Effect), frame.Y(clouds[i].CostGbp), 6, 1, Palette.Ink);
        return AxisCaption.Below(drawing, frame, top + height, effect);

        IEnumerable<(double Effect, double CostGbp)> Dots(CostCloud cloud) => cloud.Resampled.Take(MostDots / clouds.Length);
    }

    private static FigureTable Table(CostCloud[] clouds) => new(["arm", "what", "effect", "cost in GBP"],
        [.. clouds.SelectMany(cloud => cloud.Resampled.Take(MostDots / clouds.Length).Select(dot => Row(cloud.Arm, "resampled", dot.Effect, dot.CostGbp)).Prepend(Row(cloud.Arm, "mean", cloud.Effect, cloud.CostGbp)))]);

    private static IReadOnlyList<string> Row(string arm, string what, double effect, double cost) => [arm, what, FigureNumbers.Cell(effect), FigureNumbers.Cell(cost)];
}
