using ClusterSim.Experiments.Statistics;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>How well the change is known, and what more pairs of histories would bring.</summary>
internal static class PrecisionSection
{
    /// <summary>Pairs below which a half width says next to nothing.</summary>
    private const int Fewest = 10;

    private const int Points = 40;

    public static void Write(Page page, ReportData data)
    {
        if (Curves(data) is not { Length: > 0 } curves) return;
        page.Section("precision", "How well the change is known");
        page.Paragraph(Sentence(data, curves[0]));
        string title = Title(curves);
        page.Add(PrecisionPlot.Of(new FigureText("precision", title, $"half of the 95 % interval: change in {Wording.Measure(data.Headline)} of the target region, {data.Moment.OfEach} ({Wording.Unit(data.Headline)})", Wording.Pairs(data), "pairs.csv",
            $"{title}. Half width of the interval of the mean as pairs come in, in the order of their numbers.",
            "By Student's t; the tables have bootstrap intervals, which may be a little wider or narrower. To halve it takes four times the pairs"), curves));
    }

    /// <summary>The same in a sentence.</summary>
    public static void WriteWords(Page page, ReportData data)
    {
        if (Curves(data) is not { Length: > 0 } curves) return;
        page.Section("precision", "How well the change is known");
        page.Paragraph(Sentence(data, curves[0]));
    }

    /// <summary>The leading arm first; arms that never changed anything have no width.</summary>
    private static PrecisionCurve[] Curves(ReportData data) =>
        [.. Enumerable.Range(0, data.Study.Arms.Count).OrderBy(arm => arm == data.Lead ? 0 : 1).Where(arm => data.Row(arm, "target") is { } row && Wording.Moved(row))
            .Select(arm => Curve(data, arm)).Where(curve => curve.Pairs.Count > 0).Take(4)];

    private static PrecisionCurve Curve(ReportData data, int arm)
    {
        (int Replication, double Change)[] pairs = [.. data.Changes.Target(arm).Select(pair => (pair.Key, pair.Value))];
        int[] looks = pairs.Length < Fewest ? [] : [.. Enumerable.Range(0, Points).Select(i => Fewest + i * (pairs.Length - Fewest) / (Points - 1)).Distinct()];
        double[] halves = [.. looks.Select(look => Half(data, pairs.AsSpan(0, look)))];
        return new PrecisionCurve(data.Study.Arms[arm].Name, [.. looks.Select(look => (double)look)], halves, Target(data, Sample.Mean([.. pairs.Select(pair => pair.Change)])));
    }

    /// <summary>Pairs of one world say less than as many worlds would, so that worlds are what is counted where there are several.</summary>
    private static double Half(ReportData data, ReadOnlySpan<(int Replication, double Change)> pairs)
    {
        (int Replication, double Change)[] known = pairs.ToArray();
        double[] changes = [.. known.Select(pair => pair.Change)];
        SamplingUnits units = data.Study.Worlds is null ? SamplingUnits.Replications(known.Length) : SamplingUnits.Worlds([.. known.Select(pair => data.Study.WorldOf(pair.Replication))]);
        return Sample.MeanWithInterval(units.Means(changes)).Interval.HalfWidth;
    }

    /// <summary>The half width that the experiment asked for; NaN = it asked for a number of pairs.</summary>
    private static double Target(ReportData data, double mean) =>
        data.Manifest["design"]?["stopping"] is { } rule ? Math.Max((double)rule["relative"]! * Math.Abs(mean), (double)rule["floor"]!) : double.NaN;

    private static string Title(PrecisionCurve[] curves)
    {
        PrecisionCurve first = curves[0];
        return $"{first.Arm}: \u00b1{Say.Number(first.HalfWidths[^1])} after {Say.Count((long)first.Pairs[^1], "pair")}{(first.HalfWidths.Count > 1 ? $", \u00b1{Say.Number(first.HalfWidths[0])} after {first.Pairs[0]}" : "")}";
    }

    private static string Sentence(ReportData data, PrecisionCurve curve)
    {
        long pairs = (long)curve.Pairs[^1];
        double half = curve.HalfWidths[^1];
        string known = $"After {Say.Count(pairs, "pair")} of histories the mean change that {curve.Arm} makes in {Wording.Measure(data.Headline)} of the target region is known to within **{Say.Number(half)}** either way (half of the 95 % interval)";
        string asked = double.IsNaN(curve.Target) ? "" : half <= curve.Target ? $"; {Say.Number(curve.Target)} was asked for and is reached" : $"; {Say.Number(curve.Target)} was asked for and is not reached";
        string more = data.Study.Worlds is null ? Say.Count(4 * pairs, "pair") : $"{Say.Count(4 * pairs, "pair")} in four times the worlds";
        return $"{known}{asked}. To halve that takes about {more}.";
    }
}
