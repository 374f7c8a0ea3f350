using System.Globalization;

namespace ClusterSim.Reporting.Figures;

/// <summary>When an arm started, history by history; NaN = never. The share that started has its interval.</summary>
public sealed record ArmStarts(string Arm, IReadOnlyList<double> StartYears, double Low, double High);

/// <summary>Every arm's histories side by side in the order of their starts, those in which it never started at the end.</summary>
public static class NeverFiredStrip
{
    private const double Half = 9;
    private const int MostPieces = 40;
    private const double Early = 0.85;
    private const double Late = 0.2;

    public static Figure Of(FigureText text, IReadOnlyList<ArmStarts> arms)
    {
        ArmStarts[] drawn = [.. arms.Where(arm => arm.StartYears.Count > 0)];
        return FigurePress.Print(text, Table(drawn), drawn.Length == 0 ? "no arm has a policy" : "", drawing => Draw(drawing, text.Unit, drawn));
    }

    private static double Draw(SvgDrawing drawing, string unit, ArmStarts[] arms)
    {
        double[] all = [.. arms.SelectMany(arm => arm.StartYears).Where(double.IsFinite)];
        (double first, double last) = all.Length == 0 ? (0, 0) : (all.Min(), all.Max());
        double top = FigureKey.Rows(drawing, 0, Entries(arms, first, last, all.Length > 0)) + 10;
        PlotRow[] rows = [.. arms.Select(arm => new PlotRow(arm.Arm, Share(arm), (frame, y) => Mark(drawing, frame, y, arm, first, last)) { Verdict = When(arm) })];
        return new RowPlot(drawing, rows).Draw(top, new AxisScale(0, 1, FigureNumbers.Percent), unit, zero: false);
    }

    private static void Mark(SvgDrawing drawing, PlotFrame frame, double y, ArmStarts arm, double first, double last)
    {
        double[] years = Started(arm);
        double of = arm.StartYears.Count;
        int pieces = Math.Min(years.Length, MostPieces);
        for (int piece = 0; piece < pieces; piece++)
        {
            int from = piece * years.Length / pieces, to = (piece + 1) * years.Length / pieces;
            double year = years[(from + to - 1) / 2], shade = last > first ? (year - first) / (last - first) : 0;
            drawing.Box(frame.X(from / of), y - Half, frame.X(to / of) - frame.X(from / of), 2 * Half, Palette.Navy, Early + (Late - Early) * shade);
        }
        double started = frame.X(years.Length / of), end = frame.X(1);
        if (end - started > 0.5) Never(drawing, started, y, end - started, Half);
        drawing.Line(frame.X(arm.Low), y + Half + 3, frame.X(arm.High), y + Half + 3, Palette.Ink, 1.6);
    }

    private static void Never(SvgDrawing drawing, double x, double y, double width, double half)
    {
        drawing.Hatch(x, y - half, width, 2 * half, Palette.Grid);
        drawing.Box(x + 0.5, y - half + 0.5, width - 1, 2 * half - 1, "none", 1, Palette.Muted, 0.8);
    }

    private static IEnumerable<KeyEntry> Entries(ArmStarts[] arms, double first, double last, bool any)
    {
        if (any)
            yield return new KeyEntry(last > first ? $"started, from year {Whole(first)} (dark) to year {Whole(last)} (light)" : $"started in year {Whole(first)}", 32, (drawing, x, y) =>
            {
                for (int i = 0; i < 4; i++) drawing.Box(x + 8 * i, y - 5, 8, 10, Palette.Navy, last > first ? Early + (Late - Early) * i / 3 : Early);
            });
        if (arms.Any(arm => arm.StartYears.Any(double.IsNaN))) yield return new KeyEntry("never started", 22, (drawing, x, y) => Never(drawing, x, y, 22, 5));
        yield return new KeyEntry("95 % interval of the share", 22, (drawing, x, y) => drawing.Line(x, y, x + 22, y, Palette.Ink, 1.6));
    }

    private static double[] Started(ArmStarts arm) => [.. arm.StartYears.Where(double.IsFinite).Order()];

    private static string Share(ArmStarts arm) => string.Create(CultureInfo.InvariantCulture, $"{Started(arm).Length:#,0} of {arm.StartYears.Count:#,0} ({100 * arm.Low:0} to {100 * arm.High:0} %)");

    private static string When(ArmStarts arm) => Started(arm) is { Length: > 0 } years ? $"half of them by year {Whole(years[(years.Length - 1) / 2])}" : "never";

    private static string Whole(double year) => year.ToString("0", CultureInfo.InvariantCulture);

    private static FigureTable Table(ArmStarts[] arms) => new(["arm", "histories", "started", "share", "low", "high", "earliest year", "median year", "latest year"],
        [.. arms.Select(arm => (Arm: arm, Years: Started(arm))).Select(entry => (IReadOnlyList<string>)
        [
            entry.Arm.Arm, FigureNumbers.Cell(entry.Arm.StartYears.Count), FigureNumbers.Cell(entry.Years.Length), FigureNumbers.Cell(entry.Years.Length / (double)entry.Arm.StartYears.Count),
            FigureNumbers.Cell(entry.Arm.Low), FigureNumbers.Cell(entry.Arm.High), .. entry.Years.Length == 0 ? ["", "", ""] : (string[])[FigureNumbers.Year(entry.Years[0]), FigureNumbers.Year(entry.Years[(entry.Years.Length - 1) / 2]), FigureNumbers.Year(entry.Years[^1])],
        ])]);
}
