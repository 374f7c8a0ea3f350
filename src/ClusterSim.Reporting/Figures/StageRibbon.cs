namespace ClusterSim.Reporting.Figures;

/// <summary>The share of histories in a stage, one a year.</summary>
public sealed record StageBand(string Stage, IReadOnlyList<double> Shares);

/// <summary>The median year in which histories first enter a stage.</summary>
public sealed record StageEntry(string Stage, double Year);

/// <summary>One arm's histories by stage over the years, in the order of the life cycle from the bottom up.</summary>
public sealed record StageShares(string Arm, IReadOnlyList<double> Years, IReadOnlyList<StageBand> Bands, IReadOnlyList<StageEntry> Entries);

/// <summary>In which stage the histories of one to three arms are, as ribbons of stacked shares.</summary>
public static class StageRibbon
{
    private const int MostArms = 3;
    private const int MostYears = 60;

    public static Figure Of(FigureText text, IReadOnlyList<StageShares> arms)
    {
        StageShares[] drawn = [.. arms.Take(MostArms)];
        bool empty = !drawn.Any(arm => arm.Bands.Any(band => band.Shares.Any(double.IsFinite)));
        return FigurePress.Print(text, Table(drawn), empty ? "no history has a stage" : "", drawing => Draw(drawing, drawn));
    }

    private static double Draw(SvgDrawing drawing, StageShares[] arms)
    {
        double height = drawing.Narrow ? 130 : 150;
        string[] stages = [.. arms.SelectMany(arm => arm.Bands).Where(band => band.Shares.Any(share => share > 0)).Select(band => band.Stage).Distinct()];
        bool entries = arms.Any(arm => arm.Entries.Any(entry => double.IsFinite(entry.Year)));
        double y = FigureKey.Rows(drawing, 0, stages.Select(stage => new KeyEntry(stage, 14, (key, x, middle) => key.Box(x + 0.5, middle - 5, 13, 10, StageShades.Fill(stage), 1, Palette.Muted, 0.7)))
            .Concat(entries ? [new KeyEntry("median date of first entry", 12, (key, x, middle) => Pointer(key, x + 6, middle + 5, Palette.Paper))] : [])) + 6;
        y = drawing.Paragraph(0, y, ["share of histories"], drawing.SmallSize, Palette.Muted) + 10;
        foreach (StageShares arm in arms)
        {
            y = drawing.Paragraph(0, y, TextWidths.Wrap(arm.Arm, drawing.FontSize, drawing.Width, bold: true), drawing.FontSize, bold: true) + (entries ? 12 : 6);
            PlotFrame frame = Ribbon(drawing, arm, y, height);
            y = arm == arms[^1] ? AxisCaption.Below(drawing, frame, y + height, "year") : y + height + 14;
        }
        return y;
    }

    private static PlotFrame Ribbon(SvgDrawing drawing, StageShares arm, double top, double height)
    {
        int[] rows = Rows(arm);
        AxisScale years = AxisScale.Years(rows.Select(row => arm.Years[row]));
        var frame = new PlotFrame(drawing, 0, top, drawing.Width - 12, height, years, new AxisScale(0, 1, FigureNumbers.Percent));
        double[] x = [.. rows.Select(row => frame.X(arm.Years[row]))];
        var edges = new List<double[]> { Array.ConvertAll(rows, _ => frame.Bottom) };
        var sum = new double[rows.Length];
        foreach (StageBand band in arm.Bands)
        {
            for (int i = 0; i < rows.Length; i++) sum[i] += band.Shares[rows[i]];
            edges.Add(Array.ConvertAll(sum, frame.Y));
        }
        int[] present = [.. Enumerable.Range(0, arm.Bands.Count).Where(band => rows.Any(row => arm.Bands[band].Shares[row] > 0))];
        // Each area reaches down to the axis; the next covers it up to its own edge.
        foreach (int band in present.Reverse())
            drawing.Area(x.Zip(edges[band + 1]).Append((x[^1], frame.Bottom)).Append((x[0], frame.Bottom)), StageShades.Fill(arm.Bands[band].Stage), stroke: Palette.Paper);
        foreach (int band in present) Name(drawing, arm.Bands[band].Stage, x, edges[band + 1], edges[band]);
        foreach (StageEntry entry in arm.Entries.Where(entry => entry.Year >= years.Low && entry.Year <= years.High))
            Pointer(drawing, frame.X(entry.Year), frame.Top - 1, StageShades.Fill(entry.Stage));
        return frame;
    }

    // A ribbon shows no more than this many years, and only those in which every band has a number.
    private static int[] Rows(StageShares arm)
    {
        int step = Math.Max(1, (arm.Years.Count + MostYears - 1) / MostYears);
        return [.. Enumerable.Range(0, arm.Years.Count).Where(row => (row % step == 0 || row == arm.Years.Count - 1) && arm.Bands.All(band => double.IsFinite(band.Shares[row])))];
    }

    // The name goes where its band is thickest over the name's whole width, if it fits at all.
    private static void Name(SvgDrawing drawing, string stage, double[] x, double[] high, double[] low)
    {
        const double step = 4;
        double best = drawing.SmallLineHeight + 1, at = double.NaN, middle = double.NaN;
        int span = (int)Math.Ceiling((TextWidths.Of(stage, drawing.SmallSize) + 6) / step), places = x.Length < 2 ? 0 : (int)((x[^1] - x[0]) / step) + 1;
        double[] top = [.. Enumerable.Range(0, places).Select(i => Between(x, high, x[0] + i * step))], bottom = [.. Enumerable.Range(0, places).Select(i => Between(x, low, x[0] + i * step))];
        for (int from = 0; from + span < places; from++)
        {
            double ceiling = top[from..(from + span + 1)].Max(), floor = bottom[from..(from + span + 1)].Min();
            if (floor - ceiling > best) (best, at, middle) = (floor - ceiling, x[0] + (from + span / 2.0) * step, (ceiling + floor) / 2);
        }
        if (double.IsFinite(at)) drawing.Words(at, middle, stage, drawing.SmallSize, StageShades.Words(stage), "middle");
    }

    private static double Between(double[] x, double[] y, double at)
    {
        int after = Math.Clamp(Array.FindIndex(x, value => value >= at), 1, x.Length - 1);
        return y[after - 1] + (y[after] - y[after - 1]) * (at - x[after - 1]) / (x[after] - x[after - 1]);
    }

    private static void Pointer(SvgDrawing drawing, double x, double y, string fill)
    {
        drawing.Area([(x - 5, y - 9), (x + 5, y - 9), (x, y)], fill);
        drawing.Curve([(x - 5, y - 9), (x + 5, y - 9), (x, y), (x - 5, y - 9)], Palette.Ink, 1);
    }

    private static FigureTable Table(StageShares[] arms)
    {
        string[] stages = [.. arms.SelectMany(arm => arm.Bands.Select(band => band.Stage)).Distinct()];
        return new(["arm", "year", .. stages],
            [.. from arm in arms
                from row in Rows(arm)
                select (IReadOnlyList<string>)[arm.Arm, FigureNumbers.Year(arm.Years[row]), .. stages.Select(stage => Share(arm, stage, row))]]);
    }

    private static string Share(StageShares arm, string stage, int row) =>
        arm.Bands.FirstOrDefault(band => band.Stage == stage) is { } band ? FigureNumbers.Cell(band.Shares[row]) : "";
}
