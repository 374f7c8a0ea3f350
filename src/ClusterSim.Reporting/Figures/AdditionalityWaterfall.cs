namespace ClusterSim.Reporting.Figures;

/// <summary>A part of the change in jobs, with its interval; a sum stands on zero, every other part on the parts before it in its place.</summary>
public sealed record AdditionalityStep(string Place, string Name, double Persons, double Low, double High, bool IsSum = false);

/// <summary>From the jobs at supported firms down to what is left: each part begins where the one before it ends, place by place.</summary>
public static class AdditionalityWaterfall
{
    private const double Half = 7;

    public static Figure Of(FigureText text, IReadOnlyList<AdditionalityStep> steps) =>
        FigurePress.Print(text, Table(steps), steps.Count == 0 ? "no ledger of jobs was kept" : "", drawing => Draw(drawing, text.Unit, steps));

    private static double Draw(SvgDrawing drawing, string unit, IReadOnlyList<AdditionalityStep> steps)
    {
        double top = FigureKey.Rows(drawing, 0,
        [
            Entry("adds", Palette.Navy, 0.55), Entry("takes away", Palette.Orange, 0.55), Entry("sum", Palette.Ink, 0.75),
            new KeyEntry("95 % interval of the part", 22, (key, x, y) => key.Line(x, y, x + 22, y, Palette.Ink, 1.4)),
        ]) + 10;
        double[] bases = Bases(steps);
        PlotRow[] rows = [.. steps.Select((step, i) => new PlotRow(step.Name, FigureNumbers.WithInterval(step.Persons, step.Low, step.High), Mark(drawing, step, bases[i])) { Group = step.Place })];
        AxisScale scale = AxisScale.Over(steps.SelectMany((step, i) => (double[])[bases[i], bases[i] + step.Persons, bases[i] + step.Low, bases[i] + step.High]), zero: true);
        return new RowPlot(drawing, rows).Draw(top, scale, unit, zero: true);
    }

    /// <summary>Where each bar begins.</summary>
    private static double[] Bases(IReadOnlyList<AdditionalityStep> steps)
    {
        var bases = new double[steps.Count];
        double reached = 0;
        for (int i = 0; i < bases.Length; i++)
        {
            if (i == 0 || steps[i].Place != steps[i - 1].Place || steps[i].IsSum) reached = 0;
            bases[i] = reached;
            if (double.IsFinite(steps[i].Persons)) reached += steps[i].Persons;
        }
        return bases;
    }

    private static Action<PlotFrame, double> Mark(SvgDrawing drawing, AdditionalityStep step, double begin) => (frame, y) =>
    {
        double from = frame.X(begin), to = frame.X(begin + step.Persons), low = frame.X(begin + step.Low), high = frame.X(begin + step.High);
        if (!double.IsFinite(to)) return;
        (string colour, double opacity) = step.IsSum ? (Palette.Ink, 0.75) : (step.Persons < 0 ? Palette.Orange : Palette.Navy, 0.55);
        drawing.Box(Math.Min(from, to), y - Half, Math.Abs(to - from), 2 * Half, colour, opacity);
        drawing.Line(to, y - Half, to, y + Half, colour, 2);
        if (!step.IsSum) drawing.Line(from, y - Half - 3, from, y + Half, Palette.Muted, 1);
        // Paper under ink, so that the whisker is seen on the bar of a sum too.
        if (!double.IsFinite(low) || !double.IsFinite(high)) return;
        drawing.Line(low, y, high, y, Palette.Paper, 3.4);
        drawing.Line(low, y, high, y, Palette.Ink, 1.4);
    };

    private static KeyEntry Entry(string name, string colour, double opacity) => new(name, 22, (drawing, x, y) => drawing.Box(x, y - 5, 22, 10, colour, opacity));

    private static FigureTable Table(IReadOnlyList<AdditionalityStep> steps) => new(["place", "part", "persons", "low", "high"],
        [.. steps.Select(step => (IReadOnlyList<string>)[step.Place, step.Name, FigureNumbers.Cell(step.Persons), FigureNumbers.Cell(step.Low), FigureNumbers.Cell(step.High)])]);
}
