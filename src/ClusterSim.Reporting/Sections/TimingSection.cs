using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>When to act: each instrument at each stage, where an experiment tries several stages.</summary>
internal static class TimingSection
{
    public static void Write(Page page, ReportData data)
    {
        (int Arm, Intervention Policy)[] arms = [.. data.Study.Arms.Select((arm, i) => (i, arm.Configuration.Policies))
            .Where(entry => entry.Policies.Count == data.Study.Baseline.Policies.Count + 1 && entry.Policies[^1].Start.Stage is not null).Select(entry => (entry.i, entry.Policies[^1]))];
        if (arms.Select(entry => entry.Policy.Start.Stage).Distinct().Count() < 2) return;
        page.Section("timing", "When to act");
        TimingCell[] cells = [.. arms.Select(entry => Cell(data, entry.Arm, entry.Policy)).GroupBy(cell => (cell.Instrument, cell.Stage)).Select(same => same.First())];
        TimingCell[] best = [.. cells.Where(cell => cell.InBestSet)];
        string title = best.Length == 0 ? "No instrument at any stage changes the country's mean"
            : best.Length == 1 ? $"{Wording.Measure(best[0].Instrument)} at the {best[0].Stage} stage does most for the country"
            : $"{best.Length} of {cells.Length} choices of instrument and stage cannot be told apart as best for the country";
        page.Add(TimingHeatMap.Of(new FigureText("timing", Say.Capital(title), $"change in {Wording.Measure(data.Headline)} of the whole country, {data.Moment.OfEach} ({Wording.Unit(data.Headline)})", Wording.Pairs(data), "comparison.csv",
            $"{Say.Capital(title)}. Mean paired difference of each instrument begun at each stage.", "Hatched: the interval holds 0. Ring: cannot be told apart from the best. Late stages come late, so each is measured from its own start"), cells));
        if (!ContrastSection.Knows(data)) Contrasts(page, data);
    }

    private static TimingCell Cell(ReportData data, int arm, Intervention policy)
    {
        string instrument = Wording.Measure(policy.InstrumentName), stage = Wording.Stage(policy.Start.Stage!.Value);
        return data.Row(arm, "all") is ComparisonRow row && row.Fired > 0
            ? new TimingCell(instrument, stage, row.Difference, row.Low, row.High, data.Best[arm] && Wording.Moved(row))
            : new TimingCell(instrument, stage, double.NaN, double.NaN, double.NaN);
    }

    /// <summary>The leading alternative less each other, pair by pair: two intervals side by side do not answer which is better.</summary>
    private static void Contrasts(Page page, ReportData data)
    {
        int[] others = [.. Enumerable.Range(0, data.Study.Arms.Count).Where(arm => arm != data.Lead)];
        double[] Effects(int arm) => [.. data.Baseline.Select(history => data.Changes.Country(arm).GetValueOrDefault(history.Replication))];
        if (others.Length == 0 || data.Count < 3) return;
        double[] lead = Effects(data.Lead);
        page.Table($"{data.LeadName} against each other alternative, pair by pair: difference in {Wording.Measure(data.Headline)} of the whole country, {data.Moment}.", ["against", "difference", "95 % interval", "in words"],
            others.Select(arm =>
            {
                (double mean, Interval interval, _) = Sample.MeanWithInterval(PairedDifference.Differences(Effects(arm), lead));
                return (IReadOnlyList<string>)[data.Study.Arms[arm].Name, Say.Rounded(mean, interval.Low, interval.High), Say.Range(interval.Low, interval.High), interval.Holds(0) ? "too close to call" : mean > 0 ? "higher" : "lower"];
            }), 1, 2);
    }
}
