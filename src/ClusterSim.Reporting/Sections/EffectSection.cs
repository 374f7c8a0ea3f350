using ClusterSim.Experiments.Comparing;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>What the alternatives change, pair by pair: over time on both clocks, in which place, and in which measures.</summary>
internal static class EffectSection
{
    /// <summary>Series that a figure holds.</summary>
    private const int Most = 4;

    public static void Write(Page page, ReportData data)
    {
        if (!data.HasArms || data.Rows.Count == 0) return;
        page.Section("effects", "What the alternatives change");
        page.Paragraph("Each alternative is compared with the same history without it: what differs is the policy and what followed from it. Histories in which it never started stay in, with exactly zero.");
        page.Add(Clocks(data));
        page.Add(Forest(data));
        page.Add(Places(data));
        Process(page, data);
    }

    /// <summary>The alternatives that are drawn where there is room for four: the leading one first, then by their mean in the country.</summary>
    private static int[] Drawn(ReportData data) =>
        [.. Enumerable.Range(0, data.Study.Arms.Count).OrderBy(arm => arm == data.Lead ? 0 : 1).ThenByDescending(arm => Math.Abs(data.Row(arm, "all")?.Difference ?? 0)).ThenBy(arm => arm).Take(Most)];

    private static string Left(ReportData data) =>
        data.Study.Arms.Count > Most ? $"The {Most} largest of {data.Study.Arms.Count} alternatives; comparison.csv has all" : "";

    private static Figure Clocks(ReportData data)
    {
        EffectCurve[] curves = [.. Drawn(data).Select(arm => new EffectCurve(data.Study.Arms[arm].Name,
            Points(data, arm, data.Study.CalendarYears.Select(year => new ClockDate("calendar", year))), Points(data, arm, data.Study.Horizons.Select(years => new ClockDate("start", years)))))];
        ComparisonRow? first = data.Row(data.Lead, "target", data.Study.Horizons.Count > 0 ? new ClockDate("start", data.Study.Horizons[0]) : new ClockDate("calendar", data.Study.CalendarYears[0]));
        ClockDate latest = data.Study.Horizons.Count > 0 ? new ClockDate("start", data.Study.Horizons[^1]) : new ClockDate("calendar", data.Study.CalendarYears[^1]);
        ComparisonRow? last = data.Row(data.Lead, "target", latest);
        string title = first is null || last is null ? "Effects over time"
            : first == last ? $"{data.LeadName}: {Wording.Cell(first)} {Wording.Measure(data.Headline)} {latest}"
            : $"{data.LeadName}: {Say.Signed(first.Difference)} {Wording.Measure(data.Headline)} after {first.Horizon} years, {Say.Signed(last.Difference)} {(latest.Clock == "start" ? $"after {last.Horizon}" : latest)}";
        return EffectClocks.Of(new FigureText("effect-clocks", title, $"change in {Wording.Measure(data.Headline)} of the target region ({Wording.Unit(data.Headline)})", Wording.Pairs(data), "comparison.csv",
            $"{title}. Mean paired differences with 95 % intervals, by year of the history and by years after each alternative's own start.", Left(data)), curves);
    }

    private static EffectPoint[] Points(ReportData data, int arm, IEnumerable<ClockDate> moments) =>
        [.. moments.Select(moment => (moment.Years, Row: data.Row(arm, "target", moment))).Where(entry => entry.Row is not null)
            .Select(entry => new EffectPoint(entry.Years, entry.Row!.Difference, entry.Row.Low, entry.Row.High))];

    private static Figure Forest(ReportData data)
    {
        ForestRow[] rows = [.. data.Study.Arms.Select((_, arm) => (arm, Row: data.Row(arm, "all"))).Where(entry => entry.Row is not null).Select(entry => Row(data, entry.arm, entry.Row!))];
        string[] clear = [.. rows.Where(row => row.NoEffectReason.Length == 0 && (row.Low > 0 || row.High < 0)).Select(row => row.Arm)];
        string title = clear.Length == 0 ? "For the country as a whole no interval lies on one side of zero"
            : clear.Length <= 3 ? $"For the country as a whole {Say.List(clear)} {(clear.Length == 1 ? "stands" : "stand")} clear of zero"
            : $"For the country as a whole {clear.Length} of {rows.Length} alternatives stand clear of zero";
        return ForestPlot.Of(new FigureText("forest", title, $"change in {Wording.Measure(data.Headline)} of the whole country, {data.Moment.OfEach} ({Wording.Unit(data.Headline)})", Wording.Pairs(data), "comparison.csv",
            $"{title}. Every alternative's mean paired difference with its 95 % interval."), rows);
    }

    private static ForestRow Row(ReportData data, int arm, ComparisonRow row)
    {
        bool moved = Wording.Moved(row);
        string reason = moved ? "" : row.Verdict.Split(';')[0].Split(": ", 2) is [_, string why] ? why : "all pairs are identical";
        return new ForestRow(row.Arm, row.Difference, row.Low, row.High, row.Fired, row.Pairs, Wording.Verdict(row), moved && data.Best[arm], reason);
    }

    private static Figure Places(ReportData data)
    {
        (string Place, string Name)[] places = [("target", "target region"), ("elsewhere", "all other regions"), ("all", "whole country")];
        RegionEffect[] effects = [.. Drawn(data).SelectMany(_ => places, (arm, place) => (arm, place)).Select(entry => (entry.place.Name, Row: data.Row(entry.arm, entry.place.Place)))
            .Where(entry => entry.Row is not null).Select(entry => new RegionEffect(entry.Row!.Arm, entry.Name, entry.Row.Difference, entry.Row.Low, entry.Row.High))];
        ComparisonRow? here = data.Row(data.Lead, "target"), there = data.Row(data.Lead, "elsewhere");
        string title = here is null || there is null ? $"{Wording.Title(data.Headline)} by place"
            : $"{data.LeadName}: {Say.Signed(here.Difference)} in the target region, {Say.Signed(there.Difference)} in all others";
        return RegionBars.Of(new FigureText("places", title, $"change in {Wording.Measure(data.Headline)}, {data.Moment.OfEach} ({Wording.Unit(data.Headline)})", Wording.Pairs(data), "comparison.csv",
            $"{title}. Mean paired differences by place with 95 % intervals: what the target region gains, others may lose.", Left(data)), effects);
    }

    /// <summary>Every other measure beside the headline: jobs alone are a blunt tool.</summary>
    private static void Process(Page page, ReportData data)
    {
        string[] measures = [.. data.Study.Measures.Skip(1)];
        if (measures.Length == 0) return;
        page.Table($"Other measures, target region, {data.Moment.OfEach}: change with 95 % interval.", ["arm", .. measures.Select(measure => $"{Wording.Measure(measure)} ({Wording.Unit(measure)})")],
            data.Study.Arms.Select((arm, i) => (IReadOnlyList<string>)[arm.Name, .. measures.Select(measure => data.Row(i, "target", null, measure) is ComparisonRow row
                ? Wording.Cell(row) : "\u2013")]), [.. Enumerable.Range(1, measures.Length)]);
    }
}
