namespace ClusterSim.Reporting.Figures;

/// <summary>An instrument started at a stage: its uplift with interval, NaN where it never started.</summary>
public sealed record TimingCell(string Instrument, string Stage, double Effect, double Low, double High, bool InBestSet = false);

/// <summary>Instruments by stage: what each adds when started there. Rows and columns stand in order of appearance.</summary>
public static class TimingHeatMap
{
    private const double Between = 3;
    private const double Strongest = 0.5; // words stay legible on it

    public static Figure Of(FigureText text, IReadOnlyList<TimingCell> cells) =>
        FigurePress.Print(text, Table(cells), cells.Count == 0 ? "no instrument was started at a stage" : "", drawing => Draw(drawing, text.Unit, cells));

    private static double Draw(SvgDrawing drawing, string unit, IReadOnlyList<TimingCell> cells)
    {
        string[] stages = [.. cells.Select(cell => cell.Stage).Distinct()];
        double most = cells.Select(cell => Math.Abs(cell.Effect)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        double left = drawing.Narrow ? 0 : Math.Min(cells.Max(cell => TextWidths.Of(cell.Instrument, drawing.FontSize)) + 16, 200);
        double width = Math.Min((drawing.Width - left) / stages.Length, 150), height = drawing.Narrow ? 34 : 46;

        double y = FigureKey.Rows(drawing, 0, Entries(cells)) + 10;
        y = drawing.Paragraph(0, y, TextWidths.Wrap(unit, drawing.SmallSize, drawing.Width), drawing.SmallSize, Palette.Muted) + 6;
        y = Headings(drawing, stages, left, y, width) + 4;
        foreach (IGrouping<string, TimingCell> row in cells.GroupBy(cell => cell.Instrument))
        {
            if (drawing.Narrow) y = drawing.Paragraph(0, y + 4, TextWidths.Wrap(row.Key, drawing.FontSize, drawing.Width), drawing.FontSize) + 2;
            else Beside(drawing, row.Key, left - 12, y + height / 2);
            foreach (TimingCell cell in row) Cell(drawing, cell, left + Array.IndexOf(stages, cell.Stage) * width, y, width - Between, height - Between, most);
            y += height;
        }
        return most > 0 ? Colours(drawing, left, y + 12, most) : y;
    }

    private static double Headings(SvgDrawing drawing, string[] stages, double left, double top, double width)
    {
        IReadOnlyList<string>[] heads = [.. stages.Select(stage => TextWidths.Wrap(stage, drawing.SmallSize, width - Between - 2, lines: 2))];
        double bottom = top + heads.Max(lines => lines.Count) * drawing.SmallLineHeight;
        for (int i = 0; i < stages.Length; i++)
            drawing.Paragraph(left + i * width + (width - Between) / 2, bottom - heads[i].Count * drawing.SmallLineHeight, heads[i], drawing.SmallSize, Palette.Muted, "middle");
        return bottom;
    }

    private static void Beside(SvgDrawing drawing, string name, double width, double middle)
    {
        IReadOnlyList<string> lines = TextWidths.Wrap(name, drawing.FontSize, width, lines: 3);
        drawing.Paragraph(0, middle - lines.Count * drawing.LineHeight / 2, lines, drawing.FontSize);
    }

    private static void Cell(SvgDrawing drawing, TimingCell cell, double x, double y, double width, double height, double most)
    {
        double middle = x + width / 2;
        if (!double.IsFinite(cell.Effect))
        {
            drawing.Box(x + 0.5, y + 0.5, width - 1, height - 1, "none", 1, Palette.Grid);
            drawing.Words(middle, y + height / 2, "\u2013", drawing.FontSize, Palette.Muted, "middle");
            return;
        }
        drawing.Box(x, y, width, height, Palette.Paper, 1, Palette.Grid);
        drawing.Box(x, y, width, height, Fill(cell.Effect), Opacity(cell.Effect, most));
        if (IntervalMark.HoldsZero(cell.Low, cell.High)) drawing.Hatch(x, y, width, height, Palette.Grid);
        if (cell.InBestSet) drawing.Box(x + 1.2, y + 1.2, width - 2.4, height - 2.4, "none", 1, Palette.Ink, 2.4);

        string effect = Fitting(drawing.FontSize, width - 8, FigureNumbers.Signed(cell.Effect), FigureNumbers.Short(cell.Effect));
        string interval = $"{FigureNumbers.Show(cell.Low)} to {FigureNumbers.Show(cell.High)}";
        bool both = height > 40 && TextWidths.Of(interval, drawing.SmallSize) <= width - 8;
        drawing.Words(middle, y + height / 2 - (both ? drawing.SmallLineHeight / 2 : 0), effect, drawing.FontSize, anchor: "middle", bold: true);
        if (both) drawing.Words(middle, y + height / 2 + drawing.LineHeight / 2, interval, drawing.SmallSize, anchor: "middle");
    }

    private static string Fitting(double size, double width, string full, string brief) => TextWidths.Of(full, size, bold: true) <= width ? full : brief;

    private static double Colours(SvgDrawing drawing, double left, double top, double most)
    {
        const int steps = 9;
        double width = Math.Min(drawing.Width - left, 260) / steps;
        for (int i = 0; i < steps; i++)
        {
            double value = most * (i - steps / 2) / (steps / 2);
            drawing.Box(left + i * width, top, width, 10, Fill(value), Opacity(value, most));
        }
        drawing.Box(left + 0.5, top + 0.5, width * steps - 1, 9, "none", 1, Palette.Grid);
        double y = top + 12 + drawing.SmallLineHeight / 2;
        drawing.Words(left, y, FigureNumbers.Short(-most), drawing.SmallSize, Palette.Muted);
        drawing.Words(left + width * steps / 2, y, "0", drawing.SmallSize, Palette.Muted, "middle");
        drawing.Words(left + width * steps, y, FigureNumbers.Short(most), drawing.SmallSize, Palette.Muted, "end");
        return y + drawing.SmallLineHeight / 2 + 2;
    }

    private static string Fill(double effect) => effect < 0 ? Palette.Navy : Palette.Orange;

    private static double Opacity(double effect, double most) => most > 0 ? Strongest * Math.Abs(effect) / most : 0;

    private static IEnumerable<KeyEntry> Entries(IReadOnlyList<TimingCell> cells)
    {
        if (cells.Any(cell => cell.InBestSet)) yield return new KeyEntry("best set: none of these is known to be better", 18, (drawing, x, y) => drawing.Box(x + 1, y - 5, 16, 10, "none", 1, Palette.Ink, 2.2));
        if (cells.Any(cell => double.IsFinite(cell.Effect) && IntervalMark.HoldsZero(cell.Low, cell.High))) yield return new KeyEntry("interval holds 0", 18, Hatched);
        if (cells.Any(cell => !double.IsFinite(cell.Effect))) yield return new KeyEntry("\u2013 never started", 0, (_, _, _) => { });
    }

    private static void Hatched(SvgDrawing drawing, double x, double y)
    {
        drawing.Hatch(x, y - 6, 18, 12, Palette.Grid);
        drawing.Box(x + 0.5, y - 5.5, 17, 11, "none", 1, Palette.Muted, 0.7);
    }

    private static FigureTable Table(IReadOnlyList<TimingCell> cells) => new(["instrument", "stage", "effect", "low", "high", "in the best set"],
        [.. cells.Select(cell => (IReadOnlyList<string>)
        [
            cell.Instrument, cell.Stage, double.IsFinite(cell.Effect) ? FigureNumbers.Cell(cell.Effect) : "never started",
            FigureNumbers.Cell(cell.Low), FigureNumbers.Cell(cell.High), cell.InBestSet ? "yes" : "no",
        ])]);
}
