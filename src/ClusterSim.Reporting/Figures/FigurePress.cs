namespace ClusterSim.Reporting.Figures;

/// <summary>Draws a figure at its two widths and puts its parts together.</summary>
internal static class FigurePress
{
    private const double WideWidth = 760;
    private const double NarrowWidth = 350;

    /// <summary><paramref name="draw"/> returns the height that it used; a reason why there is nothing to draw takes its place.</summary>
    public static Figure Print(FigureText text, FigureTable table, string nothing, Func<SvgDrawing, double> draw, string note = "") => new()
    {
        Id = text.Id,
        Title = text.Title,
        Unit = text.Unit,
        Sample = text.Sample,
        Source = text.Source,
        Description = text.Description,
        Note = string.Join(' ', new[] { text.Note, note }.Where(part => part.Length > 0)),
        Wide = Picture(text, $"{text.Id}-wide", WideWidth, 12, nothing, draw),
        Narrow = Picture(text, $"{text.Id}-narrow", NarrowWidth, 11.5, nothing, draw),
        Table = table,
    };

    private static string Picture(FigureText text, string id, double width, double fontSize, string nothing, Func<SvgDrawing, double> draw)
    {
        var drawing = new SvgDrawing(id, text.Title, text.Description, width, fontSize);
        return drawing.ToSvg(nothing.Length == 0 ? draw(drawing) : WriteLine(drawing, $"Nothing to draw: {nothing}."));
    }

    private static double WriteLine(SvgDrawing drawing, string reason) =>
        drawing.Paragraph(0, 8, TextWidths.Wrap(reason, drawing.FontSize, drawing.Width), drawing.FontSize, Palette.Muted) + 8;
}
