using System.Globalization;

namespace ClusterSim.Reporting.Figures;

/// <summary>Who came from whom: each firm's life as a line in the years, with a stem from the parent at the founding.</summary>
public static class FamilyTree
{
    private const int Most = 60;
    private const int Named = 14;

    /// <summary><paramref name="end"/> is the last year of the history.</summary>
    public static Figure Of(FigureText text, IReadOnlyList<FirmLife> firms, double end)
    {
        FirmLife[] sound = [.. firms.Where(firm => double.IsFinite(firm.Founded)).DistinctBy(firm => firm.Firm)];
        IReadOnlyList<FirmLife> drawn = FirmLineages.Order(sound, Most);
        int left = firms.Count - drawn.Count;
        string note = left > 0 ? string.Create(CultureInfo.InvariantCulture, $"And {left:#,0} smaller {(left == 1 ? "firm" : "firms")} not drawn.") : "";
        return FigurePress.Print(text, Table(drawn), drawn.Count == 0 ? "no firm was founded" : "", drawing => Draw(drawing, drawn, end), note);
    }

    private static double Draw(SvgDrawing drawing, IReadOnlyList<FirmLife> firms, double end)
    {
        double row = drawing.Narrow ? 15 : 14, size = drawing.Narrow ? 10 : 10.5;
        HashSet<int> named = [.. firms.OrderByDescending(firm => firm.PeakHeadcount).ThenBy(firm => firm.Firm).Take(Named).Select(firm => firm.Firm)];
        Dictionary<int, string> names = firms.Where(firm => named.Contains(firm.Firm))
            .ToDictionary(firm => firm.Firm, firm => Label(firm, size, drawing.Width * (drawing.Narrow ? 0.32 : 0.24)));
        double room = names.Values.Max(name => TextWidths.Of(name, size)) + 16;

        double top = FigureKey.Rows(drawing, 0, Entries(firms)) + 10;
        double axis = 6 + drawing.SmallLineHeight;
        AxisScale years = AxisScale.Years(firms.Select(firm => firm.Founded).Append(end));
        var frame = new PlotFrame(drawing, 8, top, drawing.Width - 8 - room, firms.Count * row + axis, years with { Grid = true }, new AxisScale(0, 1, FigureNumbers.Show) { Hidden = true });
        double biggest = Math.Max(firms.Max(firm => double.IsFinite(firm.PeakHeadcount) ? firm.PeakHeadcount : 0), 1);
        Dictionary<int, int> places = firms.Select((firm, i) => (firm.Firm, i)).ToDictionary(pair => pair.Firm, pair => pair.i);
        double Y(int firm) => frame.Top + (places[firm] + 0.5) * row;

        foreach (FirmLife firm in firms)
        {
            if (firm.Parent is not int parent || !places.TryGetValue(parent, out int place)) continue;
            double x = frame.X(firm.Founded), last = frame.X(End(firms[place], end));
            drawing.Line(x, Y(parent), x, Y(firm.Firm), Palette.Muted);
            if (x > last) drawing.Line(last, Y(parent), x, Y(parent), Palette.Muted, 1, "1 2"); // founded out of a firm that had closed
        }
        foreach (FirmLife firm in firms) Life(drawing, frame, firm, Y(firm.Firm), end, biggest);
        ILookup<int, FirmLife> children = firms.Where(firm => firm.Parent is not null).ToLookup(firm => firm.Parent!.Value);
        foreach ((int firm, string name) in names)
        {
            double free = children[firm].Select(child => child.Founded).Append(End(firms[places[firm]], end)).Max(); // a late child's stem comes out of the line's far end
            drawing.Words(frame.X(free) + 9, Y(firm), name, size);
        }
        return AxisCaption.Below(drawing, frame, top + firms.Count * row + axis, "year");
    }

    private static void Life(SvgDrawing drawing, PlotFrame frame, FirmLife firm, double y, double end, double biggest)
    {
        double thickness = 1 + 4 * Math.Sqrt(Math.Max(double.IsFinite(firm.PeakHeadcount) ? firm.PeakHeadcount : 0, 0) / biggest);
        string colour = firm.Parent is null ? Palette.Navy : Palette.Orange;
        double x = frame.X(End(firm, end));
        drawing.Line(frame.X(firm.Founded), y, x, y, colour, thickness);
        if (firm.Parent is null) drawing.Dot(frame.X(firm.Founded), y, 3.4, Palette.Paper, colour);
        if (double.IsFinite(firm.Closed)) drawing.Line(x, y - 4, x, y + 4, colour, 1.6);
        else drawing.Area([(x, y - 4.5), (x + 6, y), (x, y + 4.5)], colour);
    }

    // A firm closed before it was founded, or after the end, is drawn as the axis allows.
    private static double End(FirmLife firm, double end) => double.IsFinite(firm.Closed) ? Math.Clamp(firm.Closed, firm.Founded, Math.Max(end, firm.Founded)) : Math.Max(end, firm.Founded);

    private static string Label(FirmLife firm, double size, double width)
    {
        string peak = double.IsFinite(firm.PeakHeadcount) ? $" ({FigureNumbers.Show(firm.PeakHeadcount)})" : "";
        return TextWidths.Cut(firm.Name, size, width - TextWidths.Of(peak, size)) + peak;
    }

    private static IEnumerable<KeyEntry> Entries(IReadOnlyList<FirmLife> firms)
    {
        if (firms.Any(firm => firm.Parent is null)) yield return new KeyEntry("firm without a parent", 22, (drawing, x, y) =>
        {
            drawing.Line(x + 3, y, x + 22, y, Palette.Navy, 2.5);
            drawing.Dot(x + 4, y, 3.4, Palette.Paper, Palette.Navy);
        });
        if (firms.Any(firm => firm.Parent is not null)) yield return new KeyEntry("spin-off, with its stem", 22, (drawing, x, y) =>
        {
            drawing.Line(x + 1, y - 6, x + 1, y, Palette.Muted);
            drawing.Line(x, y, x + 22, y, Palette.Orange, 2.5);
        });
        yield return new KeyEntry("closed", 14, (drawing, x, y) =>
        {
            drawing.Line(x, y, x + 12, y, Palette.Muted, 2);
            drawing.Line(x + 12, y - 4, x + 12, y + 4, Palette.Muted, 1.6);
        });
        yield return new KeyEntry("alive at the end", 16, (drawing, x, y) =>
        {
            drawing.Line(x, y, x + 10, y, Palette.Muted, 2);
            drawing.Area([(x + 10, y - 4.5), (x + 16, y), (x + 10, y + 4.5)], Palette.Muted);
        });
        yield return new KeyEntry("thickness and number: most persons ever employed", 0, (_, _, _) => { });
    }

    private static FigureTable Table(IReadOnlyList<FirmLife> firms)
    {
        Dictionary<int, string> names = firms.ToDictionary(firm => firm.Firm, firm => firm.Name);
        return new(["firm", "parent", "founded", "closed", "most persons employed"],
            [.. firms.Select(firm => (IReadOnlyList<string>)
            [
                firm.Name, firm.Parent is int parent ? names.GetValueOrDefault(parent, "not drawn") : "",
                FigureNumbers.Year(firm.Founded), FigureNumbers.Year(firm.Closed), FigureNumbers.Cell(firm.PeakHeadcount),
            ])]);
    }
}
