namespace ClusterSim.Reporting.Figures;

/// <summary>A line's name, look and last point, where its label belongs.</summary>
internal sealed record LineEnd(string Name, string Value, SeriesLook Look, double X, double Y);

/// <summary>Names written at the ends of lines, in a column right of the plot; a key where they do not fit.</summary>
internal static class EndLabels
{
    private const double Lead = 14;

    /// <summary>The width of the column, or zero where names are too long for one and a key has to do.</summary>
    public static double Room(SvgDrawing drawing, IReadOnlyList<(string Name, string Value)> labels, double height)
    {
        if (labels.Count == 0) return 0;
        double most = drawing.Width * (drawing.Narrow ? 0.2 : 0.24);
        bool unbroken = labels.All(label => label.Name.Split(' ').All(word => TextWidths.Of(word, drawing.SmallSize, bold: true) <= most));
        IReadOnlyList<string>[] names = [.. labels.Select(label => Lines(drawing, label.Name, most))];
        bool fits = names.All(lines => lines.Count <= 3) && names.Sum(lines => (lines.Count + 1) * drawing.SmallLineHeight + 4) <= height;
        if (!unbroken || !fits) return 0;
        double widest = Math.Max(names.Max(lines => lines.Max(line => TextWidths.Of(line, drawing.SmallSize, bold: true))), labels.Max(label => TextWidths.Of(label.Value, drawing.SmallSize)));
        return Lead + widest + 1;
    }

    /// <summary>Writes the labels right of <paramref name="left"/>, moved apart, each joined to its line.</summary>
    public static void Write(SvgDrawing drawing, IReadOnlyList<LineEnd> ends, double left, double room, double top, double bottom)
    {
        IReadOnlyList<string>[] lines = [.. ends.Select(end => Lines(drawing, end.Name, room - Lead + 0.1))];
        double[] heights = [.. ends.Select((end, i) => (lines[i].Count + (end.Value.Length > 0 ? 1 : 0)) * drawing.SmallLineHeight + 4)];
        double[]? centres = LabelSpread.Apart([.. ends.Select(end => end.Y)], heights, top, bottom);
        if (centres is null) return;
        for (int i = 0; i < ends.Count; i++)
        {
            string dash = ends[i].X < left - 12 ? "1 3" : ""; // not to be taken for the line itself
            drawing.Curve([(ends[i].X + 1, ends[i].Y), (left + 4, ends[i].Y), (left + Lead - 4, centres[i])], ends[i].Look.Colour, 1, dash);
            double y = drawing.Paragraph(left + Lead, centres[i] - heights[i] / 2 + 2, lines[i], drawing.SmallSize, bold: true);
            if (ends[i].Value.Length > 0) drawing.Words(left + Lead, y + drawing.SmallLineHeight / 2, ends[i].Value, drawing.SmallSize, Palette.Muted);
        }
    }

    private static IReadOnlyList<string> Lines(SvgDrawing drawing, string name, double width) => TextWidths.Wrap(name, drawing.SmallSize, width, bold: true);
}
