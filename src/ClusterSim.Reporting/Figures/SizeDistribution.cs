using ClusterSim.Model.Engine;

namespace ClusterSim.Reporting.Figures;

/// <summary>The sizes of an arm's firms, with the slope of the fitted tail and the size from which it holds, NaN for none.</summary>
public sealed record SizeSample(string Name, bool Baseline, IReadOnlyList<double> Sizes, double Slope = double.NaN, double SlopeFrom = double.NaN);

/// <summary>The share of firms of at least a size, on logarithmic axes, where a power law is a straight line.</summary>
public static class SizeDistribution
{
    /// <param name="things">What has the sizes.</param>
    public static Figure Of(FigureText text, IReadOnlyList<SizeSample> samples, string things = "firms")
    {
        SizeSample[] drawn = [.. samples.Take(SeriesLook.Most)];
        FirmTail[] tails = [.. drawn.Select(sample => FirmTail.Of(sample.Sizes))];
        return FigurePress.Print(text, Table(drawn, tails, things), tails.All(tail => tail.Sizes.Count == 0) ? things == "firms" ? "no firm has a size above zero" : $"no size of {things} is above zero" : "", drawing => Draw(drawing, text.Unit, drawn, tails, things));
    }

    private static double Draw(SvgDrawing drawing, string unit, SizeSample[] samples, FirmTail[] tails, string things)
    {
        double height = drawing.Narrow ? 250 : 330;
        IReadOnlyList<SeriesLook> looks = SeriesLook.Each(samples.Select(sample => sample.Baseline));
        double top = FigureKey.Rows(drawing, 0, samples.Select((sample, i) => new KeyEntry(Named(sample), SeriesLook.SwatchWidth, looks[i].Swatch))) + 8;
        top = drawing.Paragraph(0, top, [$"share of {things} of at least this size"], drawing.SmallSize, Palette.Muted) + 8;
        AxisScale sizes = Decades(tails.SelectMany(tail => tail.Sizes), FigureNumbers.Show), shares = Decades(tails.SelectMany(tail => tail.Shares).Append(0.1), FigureNumbers.Percent);
        var frame = new PlotFrame(drawing, 0, top, drawing.Width - 14 - TextWidths.Of(sizes.Show(sizes.High), drawing.SmallSize) / 2, height, sizes, shares);
        for (int i = 0; i < samples.Length; i++)
        {
            int[] rows = [.. Decimation.Keep(tails[i].Shares)];
            drawing.Curve(rows.Select(row => (frame.X(tails[i].Sizes[row]), frame.Y(tails[i].Shares[row]))), looks[i].Colour, 2.2, looks[i].Dash);
            if (rows.Length == 1) drawing.Dot(frame.X(tails[i].Sizes[0]), frame.Y(tails[i].Shares[0]), 4, looks[i].Colour);
            Fit(drawing, frame, samples[i], tails[i], shares.Low, looks[i].Colour);
        }
        return AxisCaption.Below(drawing, frame, top + height, unit);
    }

    // The fitted line starts on the curve and ends with the largest firm, or where the plot does.
    private static void Fit(SvgDrawing drawing, PlotFrame frame, SizeSample sample, FirmTail tail, double floor, string colour)
    {
        int from = Enumerable.Range(0, tail.Sizes.Count).FirstOrDefault(row => tail.Sizes[row] >= sample.SlopeFrom, -1);
        if (!double.IsFinite(sample.Slope) || from < 0 || sample.Slope >= 0) return;
        double start = tail.Sizes[from], share = tail.Shares[from];
        double end = Math.Min(tail.Sizes[^1], start * Reproducible.Pow(floor / share, 1 / sample.Slope));
        drawing.Line(frame.X(start), frame.Y(share), frame.X(end), frame.Y(share * Reproducible.Pow(end / start, sample.Slope)), colour, 1);
    }

    private static string Named(SizeSample sample) => double.IsFinite(sample.Slope) ? $"{sample.Name}; thin line: slope {FigureNumbers.Show(sample.Slope)}" : sample.Name;

    // From one power of ten to another, so that the first and the last tick bear a number.
    private static AxisScale Decades(IEnumerable<double> values, Func<double, string> show)
    {
        double low = double.PositiveInfinity, high = 0;
        foreach (double value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        double floor = 1, ceiling = 1;
        while (floor > low) floor /= 10;
        while (floor * 10 <= low) floor *= 10;
        while (ceiling < high) ceiling *= 10;
        return new AxisScale(floor, ceiling > floor ? ceiling : floor * 10, show) { Logarithmic = true, Grid = true };
    }

    private static FigureTable Table(SizeSample[] samples, FirmTail[] tails, string things) => new(["arm", "size", $"share of {things} of at least this size"],
        [.. samples.SelectMany((sample, i) => Decimation.Keep(tails[i].Shares).Select(row => (IReadOnlyList<string>)
            [sample.Name, FigureNumbers.Cell(tails[i].Sizes[row]), FigureNumbers.Cell(tails[i].Shares[row])]))]);

    /// <summary>The sizes that occur, rising, and the share of firms of at least each.</summary>
    private sealed record FirmTail(IReadOnlyList<double> Sizes, IReadOnlyList<double> Shares)
    {
        public static FirmTail Of(IReadOnlyList<double> sizes)
        {
            double[] sorted = [.. sizes.Where(size => double.IsFinite(size) && size > 0).Order()];
            int[] firsts = [.. Enumerable.Range(0, sorted.Length).Where(i => i == 0 || sorted[i] > sorted[i - 1])];
            return new FirmTail([.. firsts.Select(i => sorted[i])], [.. firsts.Select(i => (sorted.Length - i) / (double)sorted.Length)]);
        }
    }
}
