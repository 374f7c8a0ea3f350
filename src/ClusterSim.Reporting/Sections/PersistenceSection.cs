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
        if (rows.Length == 0) return;
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
        string[] elsewhere = [.. rows.Where(row => double.IsFinite(row.OtherStage)).DistinctBy(row => row.Arm)
            .Select(row => $"{row.Arm}: {Say.Percent(row.OtherStage)} ({Say.Percent(row.OtherStageLow)} to {Say.Percent(row.OtherStageHigh)})")];
        if (elsewhere.Length > 0) page.Paragraph($"Twenty years after the end the cluster is in another stage than its twin in so many of the histories in which the policy started: {string.Join("; ", elsewhere)}.");
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
