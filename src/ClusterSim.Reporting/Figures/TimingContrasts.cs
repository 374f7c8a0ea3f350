using System.Globalization;

namespace ClusterSim.Reporting.Figures;

/// <summary>One arm less another, pair by pair, and what may be said of it.</summary>
/// <param name="Equivalent">The difference is known to be too small to matter.</param>
public sealed record ArmContrast(string Arm, double Difference, double Low, double High, int Fired, int Pairs, string Verdict, bool Equivalent = false);

/// <summary>Every other arm less the leading one: intervals against the twin do not answer which of two arms is better.</summary>
public static class TimingContrasts
{
    public static Figure Of(FigureText text, IReadOnlyList<ArmContrast> contrasts) =>
        FigurePress.Print(text, Table(contrasts), contrasts.Count == 0 ? "no two arms were compared" : "", drawing => Draw(drawing, text.Unit, contrasts));

    private static double Draw(SvgDrawing drawing, string unit, IReadOnlyList<ArmContrast> contrasts)
    {
        List<KeyEntry> key = [IntervalMark.Entry("difference and 95 % interval", Palette.Navy), IntervalMark.Entry("interval holds 0", Palette.Navy, hollow: true)];
        if (contrasts.Any(contrast => contrast.Equivalent)) key.Add(new KeyEntry("too small a difference to matter", 18, (drawn, x, y) => drawn.Box(x, y - 5, 18, 10, Palette.Teal, 0.25)));
        double top = FigureKey.Rows(drawing, 0, key) + 10;
        PlotRow[] rows = [.. contrasts.Select(contrast => new PlotRow(contrast.Arm, FigureNumbers.WithInterval(contrast.Difference, contrast.Low, contrast.High),
            (frame, y) => IntervalMark.Across(drawing, frame, y, contrast.Difference, contrast.Low, contrast.High, Palette.Navy, IntervalMark.HoldsZero(contrast.Low, contrast.High)))
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"started in {contrast.Fired:#,0} of {contrast.Pairs:#,0}"),
            Verdict = contrast.Verdict,
            Shaded = contrast.Equivalent,
        })];
        AxisScale scale = AxisScale.Over(contrasts.SelectMany(contrast => (double[])[contrast.Difference, contrast.Low, contrast.High]), zero: true);
        return new RowPlot(drawing, rows).Draw(top, scale, unit, zero: true);
    }

    private static FigureTable Table(IReadOnlyList<ArmContrast> contrasts) => new(["arm", "difference", "low", "high", "started in", "pairs", "verdict", "too small to matter"],
        [.. contrasts.Select(contrast => (IReadOnlyList<string>)
        [
            contrast.Arm, FigureNumbers.Cell(contrast.Difference), FigureNumbers.Cell(contrast.Low), FigureNumbers.Cell(contrast.High), FigureNumbers.Cell(contrast.Fired), FigureNumbers.Cell(contrast.Pairs),
            contrast.Verdict, contrast.Equivalent ? "yes" : "no",
        ])]);
}
