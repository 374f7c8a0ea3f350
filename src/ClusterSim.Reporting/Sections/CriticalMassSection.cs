using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>Whether there is a size below which an effort is lost.</summary>
internal static class CriticalMassSection
{
    public static void Write(Page page, ReportData data)
    {
        IReadOnlyList<CriticalMassRow> rows = CriticalMassRow.Read(data.Files);
        if (rows.Count == 0) return;
        IReadOnlyList<ThresholdRow> thresholds = ThresholdRow.Read(data.Files);
        page.Section("critical-mass", "Is there a critical mass");
        page.Paragraph("If there is a critical mass, the share that succeeds is small below some size and rises steeply about it. If the share rises evenly, more is more and there is no threshold.");
        foreach (IGrouping<(string Arm, string Factor), CriticalMassRow> arm in rows.GroupBy(row => (row.Arm, row.Factor)))
            page.Add(Curve(data, arm, thresholds.FirstOrDefault(fit => fit.Arm == arm.Key.Arm && fit.Factor == arm.Key.Factor)));
        page.Paragraph("A size at which half succeed can always be read off a rising curve; look at how steep it is, and at the interval, before you call it a threshold.");
    }

    private static Figure Curve(ReportData data, IGrouping<(string Arm, string Factor), CriticalMassRow> rows, ThresholdRow? fit)
    {
        CriticalMassRow[] sizes = [.. rows.OrderBy(row => row.Size)];
        string title = fit is { Words.Length: > 0 } ? $"{rows.Key.Arm}: {fit.Words}" : $"{rows.Key.Arm}: {Say.Percent(sizes[0].Share)} succeed at the smallest size, {Say.Percent(sizes[^1].Share)} at the largest";
        return SizeCurve.CriticalMass.Of(new FigureText($"critical-mass-{rows.Key.Arm}", title, "share of histories in which a cluster stands", $"{Say.Count(sizes.Sum(row => (long)row.Histories), "history", "histories")}", "critical_mass.csv",
            $"{title}. Share of histories that succeed, by size, with the size at which half of them do.", fit is null || double.IsNaN(fit.Threshold) ? "" : "The line joins what was found; the band is the 95 % interval of the size at which half succeed, by a logistic curve"),
            [.. sizes.Select(row => new SizePoint(row.Size, row.Histories, row.Share, row.Low, row.High))], $"{rows.Key.Factor}, in the unit of worlds.csv",
            fit is null ? (double.NaN, double.NaN, double.NaN) : (fit.Threshold, double.IsNaN(fit.Low) ? double.NegativeInfinity : fit.Low, double.IsNaN(fit.High) ? double.PositiveInfinity : fit.High));
    }
}
