using ClusterSim.Experiments.Statistics;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>In how many histories a policy never started, where any did not: these stay in every mean, with exactly zero.</summary>
internal static class NeverFiredSection
{
    public static void Write(Page page, ReportData data)
    {
        ArmStarts[] starts = [.. data.Study.Arms.Select((arm, i) => (arm, i)).Where(entry => entry.arm.Configuration.Policies.Count > 0).Select(entry => Starts(data, entry.i))];
        ArmStarts[] waiting = [.. starts.Where(start => start.StartYears.Any(double.IsNaN))];
        if (waiting.Length == 0) return;
        page.Section("never-started", "Where nothing was done");
        page.Paragraph("A policy that waits for a stage does nothing in a history that never comes to it. Such histories are not left out: they count in every mean, with a change of exactly zero and a cost of zero.");
        string title = waiting.Length == 1 ? $"{waiting[0].Arm} never started in {Missed(waiting[0])} of {Say.Count(waiting[0].StartYears.Count, "history", "histories")}"
            : $"{waiting.Length} of {Say.Count(starts.Length, "policy", "policies")} did not start everywhere; {waiting.MaxBy(Missed)!.Arm} missed {Missed(waiting.MaxBy(Missed)!)} of {Say.Count(waiting.MaxBy(Missed)!.StartYears.Count, "history", "histories")}";
        page.Add(NeverFiredStrip.Of(new FigureText("never-started", title, "share of histories, in the order of their starts", Wording.Pairs(data), "runs.csv",
            $"{title}. Every history of every policy, from the earliest start to the latest, then those in which it never started."), starts));
        Triggered(page, data);
    }

    private static int Missed(ArmStarts start) => start.StartYears.Count(double.IsNaN);

    private static ArmStarts Starts(ReportData data, int arm)
    {
        double[] years = [.. data.Histories.Where(history => history.Arm == arm).Select(history => history.StartYear)];
        Interval share = Proportions.Wilson(years.Count(double.IsFinite), years.Length);
        return new ArmStarts(data.Study.Arms[arm].Name, years, share.Low, share.High);
    }

    /// <summary>The effect where it started, which is no better answer: nobody knows beforehand where it will.</summary>
    private static void Triggered(Page page, ReportData data)
    {
        TriggeredRow[] rows = [.. TriggeredRow.Read(data.Files).Where(row => row.Region == "target" && row.Metric == data.Headline && row.Moment == data.Moment && row.Fired > 0 && row.Fired < row.Pairs)];
        if (rows.Length == 0) return;
        page.Table($"Change in {Wording.Measure(data.Headline)} of the target region, {data.Moment.OfEach}, over all histories and over those in which the policy started. Choose by the first: where a policy starts is known afterwards only.",
            ["arm", "started in", "over all", "where it started"],
            rows.Select(row => (IReadOnlyList<string>)[row.Arm, $"{row.Fired} of {row.Pairs}", Say.Effect(row.All, row.AllLow, row.AllHigh), Say.Effect(row.Started, row.StartedLow, row.StartedHigh)]), 1, 2, 3);
    }
}
