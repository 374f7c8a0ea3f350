using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>Whether more of something helps up to a point and hinders beyond.</summary>
internal static class TurningPointSection
{
    public static void Write(Page page, ReportData data)
    {
        IReadOnlyList<TurningPointRow> rows = TurningPointRow.Read(data.Files);
        if (rows.Count == 0) return;
        IReadOnlyList<TurnRow> turns = TurnRow.Read(data.Files);
        page.Section("turning-point", "How much is too much");
        page.Paragraph("Each point is the mean of worlds of about one size, at the end of their histories. A parabola is fitted to all worlds; where it turns within the sizes tried, and resampled worlds agree, the size is marked.");
        foreach (IGrouping<string, TurningPointRow> measure in rows.GroupBy(row => row.Measure))
            page.Add(Curve(measure, turns.First(turn => turn.Measure == measure.Key)));
        page.Paragraph("A parabola is symmetric, and what it is fitted to need not be: look at the points. Beyond the sizes tried it says nothing.");
    }

    /// <summary>What the headline does, in a sentence; empty where it was not asked.</summary>
    public static string Sentence(ReportData data) =>
        TurnRow.Read(data.Files).FirstOrDefault(turn => turn.Measure == data.Headline) is TurnRow turn ? $"{char.ToUpperInvariant(turn.Words[0])}{turn.Words[1..]}." : "";

    private static Figure Curve(IGrouping<string, TurningPointRow> rows, TurnRow turn)
    {
        TurningPointRow[] sizes = [.. rows.OrderBy(row => row.Size)];
        return SizeCurve.TurningPoint.Of(new FigureText($"turning-point-{rows.Key}", turn.Words, $"{Wording.Title(rows.Key)} at the end ({Wording.Unit(rows.Key)})", Say.Count(sizes.Sum(row => (long)row.Worlds), "world"), "turning_point.csv",
            $"{turn.Words}. Means by size.", turn.IsShown ? "The line joins what was found; the band is the 95 % interval of the size at which it turns" : ""),
            [.. sizes.Select(row => new SizePoint(row.Size, row.Worlds, row.Mean, row.Low, row.High))], $"{turn.Factor}, in the unit of worlds.csv",
            turn.IsShown ? (turn.At, turn.Low, turn.High) : (double.NaN, double.NaN, double.NaN));
    }
}
