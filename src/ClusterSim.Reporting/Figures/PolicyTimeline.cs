namespace ClusterSim.Reporting.Figures;

/// <summary>When an arm's policy starts: median, 5 and 95 per cent of the histories in which it does, how long it lasts, and what it waits for.</summary>
public sealed record PolicyStart(string Arm, string WaitsFor, double Low, double Median, double High, double DurationYears, double ShareStarted);

/// <summary>The policy of each arm on the axis of years.</summary>
public static class PolicyTimeline
{
    public static Figure Of(FigureText text, IReadOnlyList<PolicyStart> starts, double horizon) =>
        FigurePress.Print(text, Table(starts), starts.Count == 0 ? "no arm has a policy" : "", drawing => Draw(drawing, starts, horizon));

    private static double Draw(SvgDrawing drawing, IReadOnlyList<PolicyStart> starts, double horizon)
    {
        double top = FigureKey.Rows(drawing, 0,
        [
            IntervalMark.Entry("start: median, and 5 to 95 % of histories", Palette.Navy),
            new KeyEntry("at work after the median start", 22, (key, x, y) => key.Box(x, y - 5, 22, 10, Palette.Orange, 0.35)),
        ]) + 10;
        PlotRow[] rows = [.. starts.Select(start => new PlotRow(start.Arm, FigureNumbers.YearWithRange(start.Median, start.Low, start.High), Mark(drawing, start))
        {
            Detail = start.WaitsFor,
            Verdict = start.ShareStarted < 1 ? $"started in {FigureNumbers.Percent(start.ShareStarted)}, never in {FigureNumbers.Percent(1 - start.ShareStarted)}" : "started in all",
        })];
        double last = starts.SelectMany(start => (double[])[start.High, start.Median, horizon]).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        return new RowPlot(drawing, rows).Draw(top, AxisScale.Years([0, last]), "year", zero: false);
    }

    private static Action<PlotFrame, double> Mark(SvgDrawing drawing, PolicyStart start) => (frame, y) =>
    {
        if (!double.IsFinite(start.Median))
        {
            drawing.Words((frame.Left + frame.Right) / 2, y, "never started", drawing.SmallSize, Palette.Muted, "middle");
            return;
        }
        double from = frame.X(start.Median), to = Math.Min(double.IsFinite(start.DurationYears) ? frame.X(start.Median + start.DurationYears) : frame.Right, frame.Right);
        drawing.Box(from, y - 7, to - from, 14, Palette.Orange, 0.35);
        IntervalMark.Across(drawing, frame, y, start.Median, start.Low, start.High, Palette.Navy, hollow: false);
    };

    private static FigureTable Table(IReadOnlyList<PolicyStart> starts) => new(["arm", "waits for", "start 5 %", "start median", "start 95 %", "duration in years", "share started"],
        [.. starts.Select(start => (IReadOnlyList<string>)
        [
            start.Arm, start.WaitsFor, FigureNumbers.Year(start.Low), FigureNumbers.Year(start.Median), FigureNumbers.Year(start.High),
            FigureNumbers.Cell(start.DurationYears), FigureNumbers.Cell(start.ShareStarted),
        ])]);
}
