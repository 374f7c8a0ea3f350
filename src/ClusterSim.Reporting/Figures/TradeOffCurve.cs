namespace ClusterSim.Reporting.Figures;

/// <summary>A box on the way from the whole space to a small, dense one.</summary>
/// <param name="Coverage">Share of all cases that lie inside.</param>
/// <param name="Density">Share of the worlds inside that are cases.</param>
/// <param name="Mass">Share of all worlds that lie inside.</param>
/// <param name="Restricted">Factors with a limit.</param>
public sealed record BoxStep(double Coverage, double Density, double Mass, int Restricted);

/// <summary>What a narrower box gains in density it loses in coverage; the chosen box is marked.</summary>
public static class TradeOffCurve
{
    /// <param name="coverage">Of the box that is told; NaN = none is.</param>
    /// <param name="density">Of the same box.</param>
    public static Figure Of(FigureText text, IReadOnlyList<BoxStep> steps, double coverage, double density)
    {
        BoxStep[] drawn = [.. steps.Where(step => double.IsFinite(step.Coverage) && double.IsFinite(step.Density)).OrderByDescending(step => step.Coverage).ThenBy(step => step.Density)];
        return FigurePress.Print(text, Table(drawn), drawn.Length == 0 ? "no box was looked for" : "", drawing => Draw(drawing, text.Unit, drawn, coverage, density));
    }

    private static double Draw(SvgDrawing drawing, string unit, BoxStep[] steps, double coverage, double density)
    {
        bool chosen = double.IsFinite(coverage) && double.IsFinite(density);
        return new LinePanel(drawing, unit, [Densest(steps)])
        {
            Across = new AxisScale(0, 1, FigureNumbers.Percent),
            Up = new AxisScale(0, 1, FigureNumbers.Percent),
            Caption = "coverage: share of all cases that lie inside",
            Signs =
            [
                new KeyEntry("a box", 12, (key, x, y) => key.Dot(x + 6, y, 3, Palette.Navy)),
                .. chosen ? [new KeyEntry("the box that is told", 14, (key, x, y) => key.Dot(x + 7, y, 6, Palette.Orange, Palette.Ink, 1.8))] : (KeyEntry[])[],
            ],
            Above = frame =>
            {
                foreach (BoxStep step in steps) drawing.Dot(frame.X(step.Coverage), frame.Y(step.Density), 3, Palette.Navy);
                if (chosen) drawing.Dot(frame.X(coverage), frame.Y(density), 6, Palette.Orange, Palette.Ink, 1.8);
            },
        }.Draw();
    }

    // Boxes of one coverage stand above one another; the line joins the densest of each.
    private static PanelLine Densest(BoxStep[] steps)
    {
        BoxStep[] best = [.. steps.GroupBy(step => step.Coverage).Select(same => same.MaxBy(step => step.Density)!)];
        return new PanelLine("boxes", new SeriesLook(Palette.Navy, ""), [.. best.Select(step => step.Coverage)], [.. best.Select(step => step.Density)]);
    }

    private static FigureTable Table(BoxStep[] steps) => new(["coverage", "density", "mass", "factors with a limit"],
        [.. steps.Select(step => (IReadOnlyList<string>)[FigureNumbers.Cell(step.Coverage), FigureNumbers.Cell(step.Density), FigureNumbers.Cell(step.Mass), FigureNumbers.Cell(step.Restricted)])]);
}
