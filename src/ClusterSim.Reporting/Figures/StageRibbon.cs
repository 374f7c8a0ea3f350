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
        y = drawing.Paragraph(0, y, ["share of histories"], drawing.SmallSize, Palette.Muted) + 4;
        foreach (StageShares arm in arms)
        {
            y = drawing.Paragraph(0, y, TextWidths.Wrap(arm.Arm, drawing.FontSize, drawing.Width, bold: true), drawing.FontSize, bold: true) + (entries ? 12 : 6);
            PlotFrame frame = Ribbon(drawing, arm, y, height);
            y = AxisCaption.Below(drawing, frame, y + height, "year") + 8;
        }
        return y;
    }

    private static PlotFrame Ribbon(SvgDrawing drawing, StageShares arm, double top, double height)
    {
        int[] rows = Rows(arm);
        AxisScale years = AxisScale.Years(rows.Select(row => arm.Years[row]));
        var frame = new PlotFrame(drawing, 0, top, drawing.Width - 12, height, years, new AxisScale(0, 1, FigureNumbers.Percent));
        double[] x = [.. rows.Select(row => frame.X(arm.Years[row]))];
        var under = new double[rows.Length];
        foreach (StageBand band in arm.Bands)
        {
            double[] over = [.. under.Select((share, i) => share + band.Shares[rows[i]])];
            double[] low = [.. under.Select(frame.Y)], high = [.. over.Select(frame.Y)];
            if (band.Shares.Any(share => share > 0))
            {
                drawing.Area(x.Zip(high).Concat(x.Zip(low).Reverse()), StageShades.Fill(band.Stage));
                drawing.Curve(x.Zip(high), Palette.Paper, 1.2);
                Name(drawing, band.Stage, x, high, low);
            }
            under = over;
        }
        foreach (StageEntry entry in arm.Entries.Where(entry => entry.Year >= years.Low && entry.Year <= years.High))
            Pointer(drawing, frame.X(entry.Year), frame.Top - 1, StageShades.Fill(entry.Stage));
        return frame;
    }

    // At most 150 years, and only those in which every band has a number.
    private static int[] Rows(StageShares arm)
    {
        int step = Math.Max(1, (arm.Years.Count + Decimation.Most - 1) / Decimation.Most);
        return [.. Enumerable.Range(0, arm.Years.Count).Where(row => (row % step == 0 || row == arm.Years.Count - 1) && arm.Bands.All(band => double.IsFinite(band.Shares[row])))];
    }

    // The name goes where its band is thickest over the name's whole width, if it fits at all.
    private static void Name(SvgDrawing drawing, string stage, double[] x, double[] high, double[] low)
    {
        double half = TextWidths.Of(stage, drawing.SmallSize) / 2 + 3, best = drawing.SmallLineHeight + 1, at = double.NaN, middle = double.NaN;
        for (int centre = 0; centre < x.Length; centre++)
        {
            if (x[centre] - half < x[0] || x[centre] + half > x[^1]) continue;
            double top = double.NegativeInfinity, bottom = double.PositiveInfinity;
            for (int i = 0; i < x.Length; i++)
            {
                // One point beyond either end of the name counts too, since the edge runs between points.
                if ((i + 1 < x.Length && x[i + 1] < x[centre] - half) || (i > 0 && x[i - 1] > x[centre] + half)) continue;
                (top, bottom) = (Math.Max(top, high[i]), Math.Min(bottom, low[i]));
            }
            if (bottom - top > best) (best, at, middle) = (bottom - top, x[centre], (top + bottom) / 2);
        }
        if (double.IsFinite(at)) drawing.Words(at, middle, stage, drawing.SmallSize, StageShades.Words(stage), "middle");
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
