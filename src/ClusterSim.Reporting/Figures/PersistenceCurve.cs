namespace ClusterSim.Reporting.Figures;

/// <summary>Share of an arm's uplift that is left so many years after the end of its policy, with its interval; row-aligned, NaN = not estimable.</summary>
public sealed record UpliftLeft(string Arm, IReadOnlyList<double> Years, IReadOnlyList<double> Share, IReadOnlyList<double> Low, IReadOnlyList<double> High)
{
    /// <summary>The first year with less than half left; NaN = none.</summary>
    public double HalfLife => Enumerable.Range(0, Years.Count).Where(row => Share[row] < 0.5).Select(row => Years[row]).FirstOrDefault(double.NaN);
}

/// <summary>Whether what a policy did outlives it: the uplift after its end as a share of that at its end.</summary>
public static class PersistenceCurve
{
    // Bands of more arms run into one another.
    private const int MostBands = 2;

    public static Figure Of(FigureText text, IReadOnlyList<UpliftLeft> arms)
    {
        UpliftLeft[] drawn = [.. arms.Where(arm => arm.Share.Any(double.IsFinite)).Take(SeriesLook.Most)];
        return FigurePress.Print(text, Table([.. arms]), drawn.Length == 0 ? "no arm has an uplift at the end of its policy of which a share could be left" : "", drawing => Draw(drawing, text.Unit, drawn),
            drawn.Length > MostBands ? "The picture leaves the intervals out; the table has them." : "");
    }

    private static double Draw(SvgDrawing drawing, string unit, UpliftLeft[] arms)
    {
        IReadOnlyList<SeriesLook> looks = SeriesLook.Each(arms.Length);
        bool bands = arms.Length <= MostBands;
        PanelLine[] lines = [.. arms.Select((arm, i) => new PanelLine(arm.Arm, looks[i], arm.Years, arm.Share) { Low = bands ? arm.Low : [], High = bands ? arm.High : [] })];
        List<KeyEntry> signs = bands ? [LinePanel.Band("95 % interval")] : [];
        if (arms.Any(arm => double.IsFinite(arm.HalfLife))) signs.Add(new KeyEntry("first year with less than half left", 12, (key, x, y) => key.Dot(x + 6, y, 4.5, Palette.Paper, Palette.Ink, 1.8)));
        return new LinePanel(drawing, unit, lines)
        {
            Across = AxisScale.Years(arms.SelectMany(arm => arm.Years)),
            Up = AxisScale.Over(arms.SelectMany(arm => bands ? arm.Share.Concat(arm.Low).Concat(arm.High) : arm.Share).Append(1), zero: true, FigureNumbers.Percent),
            Caption = "years after the end of the policy",
            Last = FigureNumbers.Percent,
            Signs = signs,
            Beneath = frame => drawing.Line(frame.Left, frame.Y(0.5), frame.Right, frame.Y(0.5), Palette.Muted, 1.2, "3 3"),
            Above = frame =>
            {
                foreach (UpliftLeft arm in arms.Where(arm => double.IsFinite(arm.HalfLife)))
                    drawing.Dot(frame.X(arm.HalfLife), frame.Y(arm.Share[Enumerable.Range(0, arm.Years.Count).First(row => arm.Years[row] == arm.HalfLife)]), 4.5, Palette.Paper, Palette.Ink, 1.8);
            },
        }.Draw();
    }

    private static FigureTable Table(UpliftLeft[] arms) => new(["arm", "years after the end", "share left", "low", "high"],
        [.. arms.SelectMany(arm => arm.Years.Select((year, i) => (IReadOnlyList<string>)
            [arm.Arm, FigureNumbers.Year(year), FigureNumbers.Cell(arm.Share[i]), FigureNumbers.Cell(arm.Low[i]), FigureNumbers.Cell(arm.High[i])]))]);
}
