namespace ClusterSim.Reporting.Figures;

/// <summary>How likely an arm is worth its cost, by what a unit of its effect is worth; row-aligned.</summary>
public sealed record ArmAcceptability(string Arm, IReadOnlyList<double> WorthGbp, IReadOnlyList<double> Chance);

/// <summary>The chance of a net benefit against the worth of a job-year, on a logarithmic scale.</summary>
public static class AcceptabilityCurve
{
    public static Figure Of(FigureText text, IReadOnlyList<ArmAcceptability> arms)
    {
        ArmAcceptability[] drawn = [.. arms.Take(SeriesLook.Most)];
        bool empty = !drawn.Any(arm => arm.WorthGbp.Any(worth => worth > 0 && double.IsFinite(worth)));
        return FigurePress.Print(text, Table(drawn), empty ? "no worth of a job-year was tried" : "", drawing => Draw(drawing, text.Unit, drawn));
    }

    private static double Draw(SvgDrawing drawing, string unit, ArmAcceptability[] arms)
    {
        IReadOnlyList<SeriesLook> looks = SeriesLook.Each(arms.Length);
        PanelLine[] lines = [.. arms.Select((arm, i) => (arm, i, Rows: Enumerable.Range(0, arm.WorthGbp.Count).Where(row => arm.WorthGbp[row] > 0 && double.IsFinite(arm.WorthGbp[row])).ToArray()))
            .Select(entry => new PanelLine(entry.arm.Arm, looks[entry.i], [.. entry.Rows.Select(row => entry.arm.WorthGbp[row])], [.. entry.Rows.Select(row => entry.arm.Chance[row])]))];
        double[] worths = [.. lines.SelectMany(line => line.X)];
        double low = worths.Min(), high = worths.Max();
        return new LinePanel(drawing, unit, lines)
        {
            Across = new AxisScale(low, high > low ? high : 10 * low, FigureNumbers.Brief) { Logarithmic = true },
            Up = new AxisScale(0, 1, FigureNumbers.Percent),
            Caption = "what a job-year is worth, GBP (logarithmic)",
            Last = FigureNumbers.Percent,
        }.Draw();
    }

    private static FigureTable Table(ArmAcceptability[] arms) => new(["arm", "worth of a job-year in GBP", "chance of a net benefit"],
        [.. arms.SelectMany(arm => arm.WorthGbp.Select((worth, i) => (IReadOnlyList<string>)[arm.Arm, FigureNumbers.Cell(worth), FigureNumbers.Cell(arm.Chance[i])]))]);
}
