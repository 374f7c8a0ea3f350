namespace ClusterSim.Reporting.Figures;

/// <summary>What the horizontal axis measures, in lines of their own below the ticks.</summary>
internal static class AxisCaption
{
    /// <summary>Writes under <paramref name="bottom"/>, in the middle of the plot, and returns the new bottom.</summary>
    public static double Below(SvgDrawing drawing, PlotFrame frame, double bottom, string caption)
    {
        IReadOnlyList<string> lines = TextWidths.Wrap(caption, drawing.SmallSize, drawing.Width);
        double width = lines.Max(line => TextWidths.Of(line, drawing.SmallSize));
        double middle = Math.Clamp((frame.Left + frame.Right) / 2, width / 2, Math.Max(width / 2, drawing.Width - width / 2));
        return drawing.Paragraph(middle, bottom + 2, lines, drawing.SmallSize, Palette.Muted, "middle") + 2;
    }
}
