namespace ClusterSim.Reporting.Figures;

/// <summary>Marks on one scale, a row each: words beside the plot on a wide screen, above and below the mark on a narrow one.</summary>
internal sealed class RowPlot
{
    private const double Shade = 0.12;
    private const double MarkHeight = 22;

    private readonly SvgDrawing _drawing;
    private readonly IReadOnlyList<PlotRow> _rows;
    private readonly double _left;
    private readonly double _right;

    /// <summary>The columns are as wide as their words, within limits.</summary>
    public RowPlot(SvgDrawing drawing, IReadOnlyList<PlotRow> rows)
    {
        (_drawing, _rows) = (drawing, rows);
        if (drawing.Narrow) return;
        _left = Column(0.27, rows.Select(row => (row.Name, drawing.FontSize)).Concat(rows.Select(row => (row.Detail, drawing.SmallSize))));
        _right = Column(0.24, rows.Select(row => (row.Value, drawing.FontSize)).Concat(rows.Select(row => (row.Verdict, drawing.SmallSize))));
    }

    /// <summary>Draws from <paramref name="top"/> down with the line at zero where <paramref name="zero"/> asks for it; returns the bottom.</summary>
    public double Draw(double top, AxisScale scale, string caption, bool zero)
    {
        double[] heights = [.. _rows.Select(Height)];
        double[] heads = [.. _rows.Select((row, i) => IsFirst(i) ? Heading(row).Count * _drawing.LineHeight + 12 : 0)];
        double plot = heights.Sum() + heads.Sum() + (_drawing.Narrow ? 6 : 0);
        double axis = 6 + _drawing.SmallLineHeight;
        Shades(top, heights, heads);
        double side = _drawing.Narrow ? EdgeRoom(scale) : 0;
        var frame = new PlotFrame(_drawing, _left + side, top, _drawing.Width - _left - _right - 2 * side, plot + axis,
            scale with { Grid = !_drawing.Narrow }, new AxisScale(0, 1, FigureNumbers.Show) { Hidden = true });
        if (zero && !_drawing.Narrow) _drawing.Line(frame.X(0), top, frame.X(0), frame.Bottom, Palette.Ink, 1.4);
        double y = top;
        for (int i = 0; i < _rows.Count; i++)
        {
            if (heads[i] > 0) _drawing.Paragraph(0, y + 8, Heading(_rows[i]), _drawing.FontSize, bold: true);
            y += heads[i];
            if (_drawing.Narrow) Stacked(frame, _rows[i], y, zero);
            else Beside(frame, _rows[i], y, heights[i]);
            y += heights[i];
        }
        return AxisCaption.Below(_drawing, frame, top + plot + axis, caption);
    }

    private void Beside(PlotFrame frame, PlotRow row, double y, double height)
    {
        row.Mark(frame, y + height / 2);
        Block(0, _left - 16, row.Name, row.Detail, y + height / 2);
        Block(_drawing.Width - _right + 16, _right - 16, row.Value, row.Verdict, y + height / 2);
    }

    private void Block(double x, double width, string first, string second, double middle)
    {
        IReadOnlyList<string> large = Lines(first, _drawing.FontSize, width), small = Lines(second, _drawing.SmallSize, width);
        double height = large.Count * _drawing.LineHeight + small.Count * _drawing.SmallLineHeight;
        double y = _drawing.Paragraph(x, middle - height / 2, large, _drawing.FontSize);
        _drawing.Paragraph(x, y, small, _drawing.SmallSize, Palette.Muted);
    }

    private void Stacked(PlotFrame frame, PlotRow row, double top, bool zero)
    {
        double y = _drawing.Paragraph(0, top + 5, Names(row), _drawing.FontSize);
        if (OneLine(row)) _drawing.Words(_drawing.Width, y - _drawing.LineHeight / 2, row.Value, _drawing.FontSize, anchor: "end");
        else y = _drawing.Paragraph(0, y, Lines(row.Value, _drawing.FontSize, _drawing.Width), _drawing.FontSize);
        if (zero) _drawing.Line(frame.X(0), y + 2, frame.X(0), y + MarkHeight - 2, Palette.Ink, 1.4);
        row.Mark(frame, y + MarkHeight / 2);
        _drawing.Paragraph(0, y + MarkHeight, Below(row), _drawing.SmallSize, Palette.Muted);
    }

    private double Height(PlotRow row)
    {
        if (_drawing.Narrow)
        {
            int lines = Names(row).Count + (OneLine(row) ? 0 : Lines(row.Value, _drawing.FontSize, _drawing.Width).Count);
            return 5 + lines * _drawing.LineHeight + MarkHeight + Below(row).Count * _drawing.SmallLineHeight + 5;
        }
        double left = Lines(row.Name, _drawing.FontSize, _left - 16).Count * _drawing.LineHeight + Lines(row.Detail, _drawing.SmallSize, _left - 16).Count * _drawing.SmallLineHeight;
        double right = Lines(row.Value, _drawing.FontSize, _right - 16).Count * _drawing.LineHeight + Lines(row.Verdict, _drawing.SmallSize, _right - 16).Count * _drawing.SmallLineHeight;
        return Math.Max(Math.Max(left, right) + 8, 26);
    }

    private void Shades(double top, double[] heights, double[] heads)
    {
        double y = top;
        for (int i = 0; i < _rows.Count; i++)
        {
            y += heads[i];
            if (_rows[i].Shaded) _drawing.Box(0, y + 1, _drawing.Width, heights[i] - 2, Palette.Teal, Shade);
            y += heights[i];
        }
    }

    private bool IsFirst(int i) => _rows[i].Group.Length > 0 && (i == 0 || _rows[i].Group != _rows[i - 1].Group);

    private IReadOnlyList<string> Heading(PlotRow row) => TextWidths.Wrap(row.Group, _drawing.FontSize, _drawing.Narrow ? _drawing.Width : Math.Max(_left - 16, 120), bold: true);

    private IReadOnlyList<string> Names(PlotRow row) => Lines(row.Name, _drawing.FontSize, _drawing.Width);

    private IReadOnlyList<string> Below(PlotRow row) =>
        Lines(string.Join("; ", new[] { row.Detail, row.Verdict }.Where(part => part.Length > 0)), _drawing.SmallSize, _drawing.Width);

    private bool OneLine(PlotRow row) => TextWidths.Of(row.Name, _drawing.FontSize) + 16 + TextWidths.Of(row.Value, _drawing.FontSize) <= _drawing.Width;

    private double Column(double share, IEnumerable<(string Text, double Size)> texts) =>
        Math.Min(texts.Max(text => TextWidths.Of(text.Text, text.Size)) + 1, _drawing.Width * share) + 16;

    // Half of the widest tick reaches beyond the scale.
    private double EdgeRoom(AxisScale scale) => Math.Max(TextWidths.Of(scale.Show(scale.Low), _drawing.SmallSize), TextWidths.Of(scale.Show(scale.High), _drawing.SmallSize)) / 2 + 2;

    private static IReadOnlyList<string> Lines(string text, double size, double width) => TextWidths.Wrap(text, size, width);
}
