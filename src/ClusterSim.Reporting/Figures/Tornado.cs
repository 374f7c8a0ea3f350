using System.Globalization;

namespace ClusterSim.Reporting.Figures;

/// <summary>One index of a factor, with its interval; NaN ends = the method has none.</summary>
public sealed record InfluenceIndex(string Name, double Value, double Low, double High)
{
    /// <summary>Cannot be told from 0, or from what chance makes.</summary>
    public bool IsNone { get; init; } = !(Value > 0) || Low <= 0;

    /// <summary>What a factor without influence would show; 0 = nothing, or not known.</summary>
    public double Chance { get; init; }

    /// <summary>What an index that is none cannot be told from.</summary>
    public string Nothing => Chance > 0 ? "chance" : "0";
}

/// <summary>What an outcome owes to one factor: a main index, and perhaps another that is marked on the same row.</summary>
/// <param name="Main">Ranks the factors.</param>
/// <param name="Second">Null = the method has no other.</param>
public sealed record FactorInfluence(string Factor, InfluenceIndex Main, InfluenceIndex? Second, string Words);

/// <summary>Factors by their influence, the largest on top: a bar for the main index, a mark for the second.</summary>
public static class Tornado
{
    /// <summary>More rows than this are noise in a picture; the table has them.</summary>
    public const int Most = 12;

    private const double Half = 6, Luck = 10;

    public static Figure Of(FigureText text, IReadOnlyList<FactorInfluence> factors)
    {
        FactorInfluence[] ranked = [.. factors.OrderByDescending(factor => double.IsNaN(factor.Main.Value) ? double.NegativeInfinity : factor.Main.Value)];
        string note = ranked.Length > Most ? $"The picture has the first {Most} of {ranked.Length} factors." : "";
        return FigurePress.Print(text, Table(ranked), ranked.Length == 0 ? "no factor was varied" : "", drawing => Draw(drawing, text.Unit, [.. ranked.Take(Most)]), note);
    }

    private static double Draw(SvgDrawing drawing, string unit, FactorInfluence[] factors)
    {
        double top = FigureKey.Rows(drawing, 0, Entries(factors)) + 10;
        PlotRow[] rows = [.. factors.Select(factor => new PlotRow(factor.Factor, Value(factor), (frame, y) => Mark(drawing, frame, y, factor)) { Verdict = factor.Words })];
        AxisScale scale = AxisScale.Over(factors.SelectMany(factor => (double[])[factor.Main.Value, factor.Main.High, factor.Main.Chance, factor.Second?.Value ?? 0, factor.Second?.High ?? 0]).Select(value => Math.Max(0, value)), zero: true);
        return new RowPlot(drawing, rows).Draw(top, scale, unit, zero: true);
    }

    private static void Mark(SvgDrawing drawing, PlotFrame frame, double y, FactorInfluence factor)
    {
        double zero = frame.X(0), end = frame.X(Math.Max(0, factor.Main.Value));
        if (double.IsFinite(end))
        {
            // An outline alone says that the bar may be nothing.
            if (factor.Main.IsNone) drawing.Box(zero, y - Half, Math.Max(1, end - zero), 2 * Half, "none", 1, Palette.Muted);
            else drawing.Box(zero, y - Half, end - zero, 2 * Half, Palette.Navy, 0.55);
            Whisker(drawing, frame, y, factor.Main, Palette.Ink);
            if (factor.Main.Chance > 0) drawing.Line(frame.X(factor.Main.Chance), y - Luck, frame.X(factor.Main.Chance), y + Luck, Palette.Plum, 2);
        }
        if (factor.Second is not InfluenceIndex second || !double.IsFinite(second.Value)) return;
        double x = frame.X(Math.Max(0, second.Value));
        drawing.Area([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], second.IsNone ? Palette.Paper : Palette.Orange, 1, second.IsNone ? Palette.Muted : Palette.Ink);
    }

    private static void Whisker(SvgDrawing drawing, PlotFrame frame, double y, InfluenceIndex index, string colour)
    {
        double low = frame.X(Math.Max(0, index.Low)), high = frame.X(Math.Max(0, index.High));
        if (!double.IsFinite(index.Low) || !double.IsFinite(index.High)) return;
        drawing.Line(low, y, high, y, colour, 1.4);
        foreach (double at in (double[])[low, high]) drawing.Line(at, y - 3, at, y + 3, colour, 1.4);
    }

    private static IEnumerable<KeyEntry> Entries(FactorInfluence[] factors)
    {
        InfluenceIndex[] seconds = [.. factors.Select(factor => factor.Second).OfType<InfluenceIndex>()];
        if (factors.Any(factor => !factor.Main.IsNone)) yield return new KeyEntry($"{factors[0].Main.Name}", 22, (drawing, x, y) => drawing.Box(x, y - 5, 22, 10, Palette.Navy, 0.55));
        if (factors.Any(factor => factor.Main.IsNone)) yield return new KeyEntry($"{factors[0].Main.Name}, indistinguishable from {factors[0].Main.Nothing}", 22, (drawing, x, y) => drawing.Box(x + 0.5, y - 4.5, 21, 9, "none", 1, Palette.Muted));
        if (factors.Any(factor => factor.Main.Chance > 0)) yield return new KeyEntry("what chance alone makes", 6, (drawing, x, y) => drawing.Line(x + 3, y - 7, x + 3, y + 7, Palette.Plum, 2));
        if (factors.Any(factor => double.IsFinite(factor.Main.Low))) yield return new KeyEntry("95 % interval", 22, (drawing, x, y) => drawing.Line(x, y, x + 22, y, Palette.Ink, 1.4));
        if (seconds.Any(second => !second.IsNone)) yield return new KeyEntry(seconds[0].Name, 14, (drawing, x, y) => Diamond(drawing, x + 7, y, Palette.Orange, Palette.Ink));
        if (seconds.Any(second => second.IsNone)) yield return new KeyEntry($"{seconds[0].Name}, indistinguishable from 0", 14, (drawing, x, y) => Diamond(drawing, x + 7, y, Palette.Paper, Palette.Muted));
    }

    private static void Diamond(SvgDrawing drawing, double x, double y, string fill, string stroke) => drawing.Area([(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)], fill, 1, stroke);

    // A negative share is what chance makes of nothing, and is never written.
    private static string Value(FactorInfluence factor) => double.IsNaN(factor.Main.Value) ? "no number" : factor.Main.IsNone ? $"indistinguishable from {factor.Main.Nothing}"
        : double.IsFinite(factor.Main.Low) && double.IsFinite(factor.Main.High) ? $"{Short(factor.Main.Value)} ({Short(factor.Main.Low)} to {Short(factor.Main.High)})" : Short(factor.Main.Value);

    // Two decimals of a share are all that a sample bears.
    private static string Short(double value) => Math.Abs(value) is >= 0.01 and < 1 ? value.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '\u2212') : FigureNumbers.Show(value);

    private static FigureTable Table(FactorInfluence[] factors) => new(["factor", "index", "value", "low", "high", "in words"],
        [.. factors.SelectMany(factor => new[] { factor.Main, factor.Second }.OfType<InfluenceIndex>().Select(index => (IReadOnlyList<string>)
            [factor.Factor, index.Name, FigureNumbers.Cell(index.Value), FigureNumbers.Cell(index.Low), FigureNumbers.Cell(index.High), index.IsNone ? "indistinguishable from 0" : factor.Words]))]);
}
