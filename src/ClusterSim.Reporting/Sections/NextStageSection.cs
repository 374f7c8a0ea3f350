using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>Whether the policy brings the cluster to its next stage, or keeps it from collapse.</summary>
internal static class NextStageSection
{
    /// <summary>Years after the start at which the title reads the curves.</summary>
    private const double ReadAt = 10;

    public static void Write(Page page, ReportData data)
    {
        NextStageRow[] rows = [.. NextStageRow.Read(data.Files).Where(row => row.Arm == data.LeadName).OrderBy(row => row.Year)];
        IReadOnlyList<TakeOffRow> takeOffs = TakeOffRow.Read(data.Files);
        if (rows.Length == 0 && takeOffs.Count == 0) return;
        page.Section("next-stage", "Does the cluster get further");
        if (rows.Length > 0) page.Add(Curves(data, rows));
        IReadOnlyList<NextStageMean> means = NextStageMean.Read(data.Files);
        if (means.Count > 0)
            page.Table($"Mean years before the next stage, of the first {Say.Number(means[0].Years)} after the start, in the histories in which it started. Fewer: the cluster gets there sooner, or more often.",
                ["arm", "histories", "without", "with", "difference"],
                means.Select(row => (IReadOnlyList<string>)[row.Arm, $"{row.Histories}", Say.Number(row.Without), Say.Number(row.With), Say.Effect(row.Difference, row.Low, row.High)]), 1, 2, 3, 4);
        if (takeOffs.Count == 0) return;
        page.Table("In how many pairs the cluster reached the growth stage. Only pairs in which one of the two did tell the arms apart.",
            ["arm", "with and without", "only with", "only without", "difference in the share", "p, adjusted"],
            takeOffs.Select(row => (IReadOnlyList<string>)[row.Arm, $"{row.Both} of {row.Pairs}", $"{row.OnlyArm}", $"{row.OnlyTwin}",
                double.IsFinite(row.Difference) ? $"{Say.Signed(100 * row.Difference)} points ({Say.Range(100 * row.Low, 100 * row.High)})" : "\u2013", Say.Number(row.PAdjusted)]), 1, 2, 3, 4, 5);
    }

    private static Figure Curves(ReportData data, NextStageRow[] rows)
    {
        StageIncidence? without = Side(rows, "without"), with = Side(rows, "with");
        double at = Math.Min(ReadAt, rows[^1].Year);
        double Next(string side) => rows.LastOrDefault(row => row.Side == side && row.Year <= at)?.Next ?? double.NaN;
        string title = $"{Say.Number(at)} years after the start of {data.LeadName}, {Say.Percent(Next("with"))} have come to the next stage with it and {Say.Percent(Next("without"))} without";
        return IncidenceCurves.Of(new FigureText("next-stage", title, "share of the histories in which it started", Wording.Pairs(data), "next_stage.csv",
            $"{title}. Cumulative incidence of the next stage of the life cycle and of collapse, whichever comes first.",
            "Counted from the stage at the start; a history that collapses first never comes to the next stage"), without, with);
    }

    private static StageIncidence? Side(NextStageRow[] rows, string side)
    {
        NextStageRow[] own = [.. rows.Where(row => row.Side == side)];
        IReadOnlyList<double> Column(Func<NextStageRow, double> of) => [.. own.Select(of)];
        return own.Length == 0 ? null : new StageIncidence(side, Column(row => row.Year), Column(row => row.Next), Column(row => row.NextLow), Column(row => row.NextHigh),
            Column(row => row.Collapse), Column(row => row.CollapseLow), Column(row => row.CollapseHigh), Column(row => row.AtRisk));
    }
}
