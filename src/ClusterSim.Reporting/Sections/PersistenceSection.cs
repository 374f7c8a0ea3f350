using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>What is left of the change when the policy has ended.</summary>
internal static class PersistenceSection
{
    private const double ReadAt = 10;

    public static void Write(Page page, ReportData data)
    {
        PersistenceRow[] rows = [.. PersistenceRow.Read(data.Files).Where(row => row.Region == "target")];
        if (rows.Length == 0 || rows.Max(row => row.Years) < 1) return; // followed to the end of the policy, and no further
        page.Section("persistence", "Does it last");
        UpliftLeft[] arms = [.. rows.GroupBy(row => row.Arm).OrderBy(arm => arm.Key == data.LeadName ? 0 : 1).Select(Left)];
        if (!arms.Any(arm => arm.Share.Any(double.IsFinite)))
        {
            page.Paragraph("No alternative has a change at the end of its policy that is clear of zero, so that nothing can be said of how much of it is left later.");
            return;
        }
        UpliftLeft first = arms.First(arm => arm.Share.Any(double.IsFinite));
        string[] unknown = [.. arms.Where(arm => !arm.Share.Any(double.IsFinite)).Select(arm => arm.Arm)];
        string title = Title(first);
        page.Add(PersistenceCurve.Of(new FigureText("persistence", title, $"share of the change in {Wording.Measure(data.Headline)} at the end of the policy that is left, target region", Wording.Pairs(data), "persistence.csv",
            $"{title}. The mean change after the end of the policy over that at its end, by year.",
            unknown.Length == 0 ? "" : $"{Say.List(unknown)}: the change at the end is too close to zero for a share of it"), arms));
        Numbers(page, data, rows, arms);
    }

    private static void Numbers(Page page, ReportData data, PersistenceRow[] rows, UpliftLeft[] arms)
    {
        double followed = rows.Max(row => row.Years);
        page.Table($"Half-life: the first year after the end of the policy in which less than half of the change is left, followed for {Say.Number(followed)} years. Another stage: share of the histories in which the policy started whose cluster is in another stage than its twin twenty years after the end.",
            ["arm", "change at the end", "half-life, years", "in another stage"],
            arms.Select(arm => (IReadOnlyList<string>)Cells(data, rows.First(row => row.Arm == arm.Arm && row.Years == 0), arm.Share.Any(double.IsFinite), followed)), 1, 2, 3);
    }

    private static string[] Cells(ReportData data, PersistenceRow end, bool clear, double followed)
    {
        string Year(double year) => double.IsFinite(year) ? Say.Number(year) : $"over {Say.Number(followed)}";
        return
        [
            end.Arm, Say.Effect(end.Mean, end.Low, end.High),
            clear ? $"{Year(end.Half)} ({Year(end.HalfLow)} to {Year(end.HalfHigh)})" : "\u2013",
            double.IsFinite(end.OtherStage) ? $"{Say.Percent(end.OtherStage)} ({Say.Percent(end.OtherStageLow)} to {Say.Percent(end.OtherStageHigh)})" : "\u2013",
        ];
    }

    private static UpliftLeft Left(IGrouping<string, PersistenceRow> arm)
    {
        PersistenceRow[] rows = [.. arm.OrderBy(row => row.Years)];
        return new UpliftLeft(arm.Key, [.. rows.Select(row => row.Years)], [.. rows.Select(row => row.Share)], [.. rows.Select(row => row.ShareLow)], [.. rows.Select(row => row.ShareHigh)]);
    }

    private static string Title(UpliftLeft arm)
    {
        int row = Enumerable.Range(0, arm.Years.Count).Last(row => double.IsFinite(arm.Share[row]) && (arm.Years[row] <= ReadAt || row == 0));
        string share = $"{arm.Arm}: {Say.Percent(arm.Share[row])} of its change is left {Say.Number(arm.Years[row])} years after its end";
        return double.IsNaN(arm.HalfLife) ? $"{share}, and never less than half" : $"{share}; less than half from year {Say.Number(arm.HalfLife)} on";
    }
}
