namespace ClusterSim.Reporting.Figures;

/// <summary>What a model says of a fact: the values of its histories, their value with its interval, and the band that is asked for.</summary>
/// <param name="Each">A value a history, or a case; empty where only the value is known.</param>
/// <param name="BandLow">Minus infinity = open below.</param>
/// <param name="BandHigh">Infinity = open above.</param>
public sealed record BandedValues(IReadOnlyList<double> Each, double Value, double Low, double High, double BandLow, double BandHigh);

/// <summary>How a statistic is spread over histories, and where its value lies against the band of a fact.</summary>
public static class BandHistogram
{
    private const int Bins = 24;

    /// <param name="each">What is counted: histories, regions.</param>
    public static Figure Of(FigureText text, BandedValues values, string each)
    {
        double[] known = [.. values.Each.Where(double.IsFinite)];
        AxisScale across = Across(values, known);
        int[] counts = Counts(known, across);
        return FigurePress.Print(text, Table(values, across, counts, each), double.IsFinite(values.Value) ? "" : "no history says anything about it", drawing => Draw(drawing, text.Unit, values, across, counts, each));
    }

    private static AxisScale Across(BandedValues values, double[] known) =>
        AxisScale.Over(known.Concat([values.Value, values.Low, values.High, values.BandLow, values.BandHigh]), zero: false);

    private static int[] Counts(double[] known, AxisScale across)
    {
        var counts = new int[Bins];
        foreach (double value in known) counts[Math.Clamp((int)((value - across.Low) / (across.High - across.Low) * Bins), 0, Bins - 1)]++;
        return counts;
    }

    private static double Draw(SvgDrawing drawing, string unit, BandedValues values, AxisScale across, int[] counts, string each)
    {
        const double room = 26; // above the bars, for the value
        bool bars = counts.Any(count => count > 0);
        double height = !bars ? 96 : drawing.Narrow ? 200 : 250;
        double top = FigureKey.Rows(drawing, 0, Key(bars, each)) + 8;
        var frame = new PlotFrame(drawing, 0, top, drawing.Width - TextWidths.Of(across.Show(across.High), drawing.SmallSize) / 2 - 4, height, across,
            new AxisScale(0, Math.Max(1, counts.Max()) * (bars ? height / (height - room - 20) : 1), FigureNumbers.Show) { Whole = true, Hidden = !bars, Grid = bars });
        double from = Math.Max(frame.Left, double.IsNegativeInfinity(values.BandLow) ? frame.Left : frame.X(values.BandLow));
        double to = Math.Min(frame.Right, double.IsPositiveInfinity(values.BandHigh) ? frame.Right : frame.X(values.BandHigh));
        drawing.Box(from, frame.Top, to - from, frame.Bottom - frame.Top, Palette.Teal, 0.18);
        if (!double.IsInfinity(values.BandLow)) drawing.Line(from, frame.Top, from, frame.Bottom, Palette.Teal, 1.6, "4 3");
        if (!double.IsInfinity(values.BandHigh)) drawing.Line(to, frame.Top, to, frame.Bottom, Palette.Teal, 1.6, "4 3");
        double width = (frame.Right - frame.Left) / Bins;
        for (int bin = 0; bin < Bins; bin++)
            if (counts[bin] > 0) drawing.Box(frame.Left + bin * width + 1, frame.Y(counts[bin]), width - 2, frame.Bottom - frame.Y(counts[bin]), Palette.Navy, 0.65);
        IntervalMark.Across(drawing, frame, frame.Top + room / 2, values.Value, values.Low, values.High, Palette.Orange, hollow: values.Value < values.BandLow || values.Value > values.BandHigh);
        return AxisCaption.Below(drawing, frame, top + height, unit);
    }

    private static IEnumerable<KeyEntry> Key(bool bars, string each)
    {
        if (bars) yield return new KeyEntry(each, 14, (drawing, x, y) => drawing.Box(x, y - 5, 14, 10, Palette.Navy, 0.65));
        yield return IntervalMark.Entry("value and 95 % interval (hollow: outside the band)", Palette.Orange);
        yield return new KeyEntry("band of the fact", 18, (drawing, x, y) =>
        {
            drawing.Box(x, y - 5, 18, 10, Palette.Teal, 0.18);
            drawing.Line(x, y - 5, x, y + 5, Palette.Teal, 1.6, "4 3");
        });
    }

    private static FigureTable Table(BandedValues values, AxisScale across, int[] counts, string each)
    {
        double step = (across.High - across.Low) / Bins;
        return new FigureTable(["what", "from", "to", "number"],
        [
            ["value and interval", FigureNumbers.Cell(values.Low), FigureNumbers.Cell(values.High), FigureNumbers.Cell(values.Value)],
            ["band", FigureNumbers.Cell(values.BandLow), FigureNumbers.Cell(values.BandHigh), ""],
            .. counts.Select((count, bin) => (IReadOnlyList<string>)[each, FigureNumbers.Cell(across.Low + bin * step), FigureNumbers.Cell(across.Low + (bin + 1) * step), FigureNumbers.Cell(count)]).Where(row => row[3] != "0"),
        ]);
    }
}
