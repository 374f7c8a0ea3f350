namespace ClusterSim.Reporting.Figures;

/// <summary>Cumulative incidence of the next stage and of collapse, whichever comes first, with intervals; row-aligned by years since the start.</summary>
public sealed record StageIncidence(string Side, IReadOnlyList<double> Years, IReadOnlyList<double> Next, IReadOnlyList<double> NextLow, IReadOnlyList<double> NextHigh,
    IReadOnlyList<double> Collapse, IReadOnlyList<double> CollapseLow, IReadOnlyList<double> CollapseHigh, IReadOnlyList<double> AtRisk);

/// <summary>How soon the cluster comes to its next stage or collapses, with the policy and without.</summary>
public static class IncidenceCurves
{
    public static Figure Of(FigureText text, StageIncidence? without, StageIncidence? with)
    {
        StageIncidence[] sides = [.. new[] { without, with }.OfType<StageIncidence>().Where(side => side.Years.Count > 0)];
        return FigurePress.Print(text, Table(sides), sides.Length == 0 ? "no history came to a stage at which the policy starts" : "", drawing => Draw(drawing, text.Unit, sides, without is null));
    }

    private static double Draw(SvgDrawing drawing, string unit, StageIncidence[] sides, bool onlyWith)
    {
        (SeriesLook Next, SeriesLook Collapse)[] looks = [(new(Palette.Navy, "5 3"), new(Palette.Plum, "2 2")), (new(Palette.Orange, ""), new(Palette.Teal, "9 2 2 2"))];
        PanelLine[] lines = [.. sides.SelectMany((side, i) => (PanelLine[])
        [
            new PanelLine($"next stage, {side.Side}", looks[onlyWith ? 1 : i].Next, side.Years, side.Next) { Low = side.NextLow, High = side.NextHigh }.Stepped(),
            new PanelLine($"collapse, {side.Side}", looks[onlyWith ? 1 : i].Collapse, side.Years, side.Collapse).Stepped(),
        ])];
        return new LinePanel(drawing, unit, lines)
        {
            Across = AxisScale.Years(sides.SelectMany(side => side.Years)),
            Up = new AxisScale(0, 1, FigureNumbers.Percent),
            Caption = "years after the start",
            Last = FigureNumbers.Percent,
            Signs = [LinePanel.Band("95 % interval of the next stage")],
        }.Draw();
    }

    private static FigureTable Table(StageIncidence[] sides) => new(["side", "years after the start", "next stage", "low", "high", "collapse", "low", "high", "at risk"],
        [.. sides.SelectMany(side => side.Years.Select((year, i) => (IReadOnlyList<string>)
            [side.Side, FigureNumbers.Year(year), .. new[] { side.Next[i], side.NextLow[i], side.NextHigh[i], side.Collapse[i], side.CollapseLow[i], side.CollapseHigh[i], side.AtRisk[i] }.Select(FigureNumbers.Cell)]))]);
}
