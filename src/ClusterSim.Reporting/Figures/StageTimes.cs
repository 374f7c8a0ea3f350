namespace ClusterSim.Reporting.Figures;

/// <summary>When an arm's histories first reach a stage: median, 5 and 95 per cent among those that do, and the share that does.</summary>
public sealed record StageTime(string Stage, string Arm, double Low, double Median, double High, double ShareReached);

/// <summary>Time to each stage of the life cycle.</summary>
public static class StageTimes
{
    public static Figure Of(FigureText text, IReadOnlyList<StageTime> times) =>
        FigurePress.Print(text, Table(times), times.Any(time => double.IsFinite(time.Median)) ? "" : "no history reached a stage", drawing => Draw(drawing, times));

    private static double Draw(SvgDrawing drawing, IReadOnlyList<StageTime> times)
    {
        string[] arms = [.. times.Select(time => time.Arm).Distinct()];
        SeriesLook[] looks = [.. SeriesLook.Each(arms.Select((_, i) => i == 0))];
        bool grouped = arms.Length > 1;
        double top = FigureKey.Rows(drawing, 0, [IntervalMark.Entry("median, and 5 to 95 % of the histories that reach the stage", Palette.Muted)]) + 10;
        PlotRow[] rows = [.. times.Select(time => new PlotRow(grouped ? time.Arm : time.Stage, FigureNumbers.YearWithRange(time.Median, time.Low, time.High), Mark(drawing, time, looks[Array.IndexOf(arms, time.Arm)].Colour))
        {
            Group = grouped ? time.Stage : "",
            Verdict = $"reached in {FigureNumbers.Percent(time.ShareReached)}",
        })];
        AxisScale scale = AxisScale.Over(times.SelectMany(time => (double[])[time.Low, time.Median, time.High]), zero: true, FigureNumbers.Year);
        return new RowPlot(drawing, rows).Draw(top, scale, "year of first entry", zero: false);
    }

    private static Action<PlotFrame, double> Mark(SvgDrawing drawing, StageTime time, string colour) => (frame, y) =>
    {
        if (double.IsFinite(time.Median)) IntervalMark.Across(drawing, frame, y, time.Median, time.Low, time.High, colour, hollow: false);
        else drawing.Words((frame.Left + frame.Right) / 2, y, "not reached", drawing.SmallSize, Palette.Muted, "middle");
    };

    private static FigureTable Table(IReadOnlyList<StageTime> times) => new(["stage", "arm", "5 %", "median", "95 %", "share that reaches it"],
        [.. times.Select(time => (IReadOnlyList<string>)
            [time.Stage, time.Arm, FigureNumbers.Cell(time.Low), FigureNumbers.Cell(time.Median), FigureNumbers.Cell(time.High), FigureNumbers.Cell(time.ShareReached)])]);
}
