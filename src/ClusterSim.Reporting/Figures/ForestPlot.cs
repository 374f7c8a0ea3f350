using System.Globalization;

namespace ClusterSim.Reporting.Figures;

/// <summary>An arm's uplift with its interval and what may be said of it; a reason for having no effect takes the interval's place.</summary>
public sealed record ForestRow(string Arm, double Effect, double Low, double High, int Fired, int Of, string Verdict, bool Best = false, string NoEffectReason = "");

/// <summary>Arms side by side: uplift, interval, in how many histories the policy started, and the verdict.</summary>
public static class ForestPlot
{
    public static Figure Of(FigureText text, IReadOnlyList<ForestRow> arms) =>
        FigurePress.Print(text, Table(arms), arms.Count == 0 ? "no arm was compared with the baseline" : "", drawing => Draw(drawing, text.Unit, arms));

    private static double Draw(SvgDrawing drawing, string unit, IReadOnlyList<ForestRow> arms)
    {
        double top = FigureKey.Rows(drawing, 0, Entries(arms)) + 10;
        PlotRow[] rows = [.. arms.Select(arm => Row(drawing, arm))];
        AxisScale scale = AxisScale.Over(arms.SelectMany(arm => (double[])[arm.Effect, arm.Low, arm.High]), zero: true);
        return new RowPlot(drawing, rows).Draw(top, scale, unit, zero: true);
    }

    private static PlotRow Row(SvgDrawing drawing, ForestRow arm)
    {
        bool none = arm.NoEffectReason.Length > 0;
        return new PlotRow(arm.Arm, none ? "no effect" : FigureNumbers.WithInterval(arm.Effect, arm.Low, arm.High), Mark)
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"started in {arm.Fired:#,0} of {arm.Of:#,0}"),
            Verdict = none ? arm.NoEffectReason : arm.Verdict,
            Shaded = arm.Best,
        };

        void Mark(PlotFrame frame, double y)
        {
            if (none) Diamond(drawing, frame.X(0), y);
            else IntervalMark.Across(drawing, frame, y, arm.Effect, arm.Low, arm.High, Palette.Navy, IntervalMark.HoldsZero(arm.Low, arm.High));
        }
    }

    private static IEnumerable<KeyEntry> Entries(IReadOnlyList<ForestRow> arms)
    {
        if (arms.Any(arm => arm.NoEffectReason.Length == 0))
        {
            yield return IntervalMark.Entry("mean and 95 % interval", Palette.Navy);
            yield return IntervalMark.Entry("interval holds 0", Palette.Navy, hollow: true);
        }
        if (arms.Any(arm => arm.NoEffectReason.Length > 0)) yield return new KeyEntry("no effect", 12, (drawing, x, y) => Diamond(drawing, x + 6, y));
        if (arms.Any(arm => arm.Best)) yield return new KeyEntry("best set: none of these is known to be better", 18, (drawing, x, y) => drawing.Box(x, y - 5, 18, 10, Palette.Teal, 0.25));
    }

    private static void Diamond(SvgDrawing drawing, double x, double y) => drawing.Area([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], Palette.Muted);

    private static FigureTable Table(IReadOnlyList<ForestRow> arms) => new(["arm", "effect", "low", "high", "fired", "of", "verdict", "in the best set"],
        [.. arms.Select(arm => (IReadOnlyList<string>)
        [
            arm.Arm, FigureNumbers.Cell(arm.Effect), FigureNumbers.Cell(arm.Low), FigureNumbers.Cell(arm.High), FigureNumbers.Cell(arm.Fired), FigureNumbers.Cell(arm.Of),
            arm.NoEffectReason.Length > 0 ? $"no effect: {arm.NoEffectReason}" : arm.Verdict, arm.Best ? "yes" : "no",
        ])]);
}
