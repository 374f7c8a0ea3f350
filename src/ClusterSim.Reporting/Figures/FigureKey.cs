namespace ClusterSim.Reporting.Figures;

/// <summary>A sign and what it stands for; <paramref name="Swatch"/> draws it from its left end and middle height.</summary>
internal sealed record KeyEntry(string Name, double SwatchWidth, Action<SvgDrawing, double, double> Swatch);

/// <summary>The key above a plot: signs with their names, in rows.</summary>
internal static class FigureKey
{
    private const double Between = 18;

    /// <summary>Draws from <paramref name="top"/> down and returns the bottom.</summary>
    public static double Rows(SvgDrawing drawing, double top, IEnumerable<KeyEntry> entries)
    {
        double x = 0, y = top, bottom = top;
        foreach (KeyEntry entry in entries)
        {
            double words = entry.SwatchWidth > 0 ? entry.SwatchWidth + 6 : 0;
            IReadOnlyList<string> lines = TextWidths.Wrap(entry.Name, drawing.SmallSize, drawing.Width - words);
            double width = words + lines.Max(line => TextWidths.Of(line, drawing.SmallSize));
            if (x > 0 && x + width > drawing.Width) (x, y) = (0, bottom + 2);
            entry.Swatch(drawing, x, y + drawing.SmallLineHeight / 2);
            bottom = Math.Max(bottom, drawing.Paragraph(x + words, y, lines, drawing.SmallSize, Palette.Ink));
            x += width + Between;
        }
        return bottom;
    }
}
