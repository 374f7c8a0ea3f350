namespace ClusterSim.Reporting.Figures;

/// <summary>An arm's net jobs in one place, with the interval.</summary>
public sealed record RegionEffect(string Arm, string Place, double Effect, double Low, double High);

/// <summary>Net jobs in the target region, elsewhere and in the country: what a region gains may be what others lose.</summary>
public static class RegionBars
{
    private static readonly string[] Colours = [Palette.Orange, Palette.Navy, Palette.Teal, Palette.Plum];

    public static Figure Of(FigureText text, IReadOnlyList<RegionEffect> effects)
    {
        string[] arms = [.. effects.Select(effect => effect.Arm).Distinct().Take(SeriesLook.Most)];
        RegionEffect[] drawn = [.. arms.SelectMany(arm => effects.Where(effect => effect.Arm == arm))];
        return FigurePress.Print(text, Table(drawn), drawn.Length == 0 ? "no arm was compared with the baseline" : "", drawing => Draw(drawing, text.Unit, drawn));
    }

    private static double Draw(SvgDrawing drawing, string unit, RegionEffect[] effects)
    {
        string[] places = [.. effects.Select(effect => effect.Place).Distinct()];
        PlotRow[] rows = [.. effects.Select(effect => new PlotRow(effect.Place, FigureNumbers.WithInterval(effect.Effect, effect.Low, effect.High), Mark(effect)) { Group = effect.Arm })];
        AxisScale scale = AxisScale.Over(effects.SelectMany(effect => (double[])[effect.Effect, effect.Low, effect.High]), zero: true);
        return new RowPlot(drawing, rows).Draw(0, scale, unit, zero: true);

        Action<PlotFrame, double> Mark(RegionEffect effect) => (frame, y) =>
        {
            string colour = Colours[Array.IndexOf(places, effect.Place) % Colours.Length];
            double zero = frame.X(0), at = frame.X(effect.Effect), low = frame.X(effect.Low), high = frame.X(effect.High);
            if (double.IsFinite(at)) drawing.Box(Math.Min(zero, at), y - 7, Math.Abs(at - zero), 14, colour, 0.55);
            drawing.Line(at, y - 7, at, y + 7, colour, 2);
            if (double.IsFinite(low) && double.IsFinite(high)) drawing.Line(low, y, high, y, Palette.Ink, 1.4);
        };
    }

    private static FigureTable Table(RegionEffect[] effects) => new(["arm", "place", "net jobs", "low", "high"],
        [.. effects.Select(effect => (IReadOnlyList<string>)[effect.Arm, effect.Place, FigureNumbers.Cell(effect.Effect), FigureNumbers.Cell(effect.Low), FigureNumbers.Cell(effect.High)])]);
}
