using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>Which alternative to choose where nobody knows the world: regret, in a table with words.</summary>
internal static class RegretSection
{
    public static void Write(Page page, ReportData data)
    {
        IReadOnlyList<RobustnessRow> all = RobustnessRow.Read(data.Files);
        string place = all.Any(row => row.Region == "all") ? "all" : "target";
        RobustnessRow[] rows = [.. all.Where(row => row.Region == place && row.Metric == data.Headline).OrderBy(row => row.RegretMax).ThenByDescending(row => row.Mean)];
        if (rows.Length < 2) return;
        page.Section("regret", "Which choice holds in an uncertain world");
        page.Paragraph($"{Say.Count(rows[0].Worlds, "world")} were drawn from the ranges of the uncertain parameters. The **regret** of a choice in a world is how much worse it does there than the best choice for that world. Doing nothing ({data.Study.BaselineName}) is a choice as well.");
        page.Table($"Change in {Wording.Measure(data.Headline)} of {(place == "all" ? "the whole country" : "the target region")}, {data.Moment.OfEach} ({Wording.Unit(data.Headline)}), better counted as more. The least regret at worst stands first.",
            ["choice", "mean", "mean regret", "regret in 9 of 10 worlds, at most", "largest regret", "best in", "in its worst world", "in words"],
            rows.Select(row => (IReadOnlyList<string>)[row.Arm, Say.Signed(row.Mean), Say.Number(row.RegretMean), Say.Number(row.RegretP90), Say.Number(row.RegretMax),
                $"{Say.Percent(row.StarrShare)} of worlds ({Say.Percent(row.StarrLow)} to {Say.Percent(row.StarrHigh)})", Say.Signed(row.Worst), Words(row, rows)]), 1, 2, 3, 4, 5, 6);
        page.Paragraph("The worst of many noisy means looks worse than it is. So the best choice of a world is found in one half of its histories and measured in the other, and the halves change places; a choice may then do better than the one that was found best, by chance, so that a regret below zero means none. What the worlds are drawn from is an assumption.");
    }

    /// <summary>What may be said of a choice, by rule from its row and the others.</summary>
    internal static string Words(RobustnessRow row, IReadOnlyList<RobustnessRow> all)
    {
        var words = new List<string>();
        if (row.StarrShare >= 1) words.Add("the best choice in every world");
        else if (row.StarrLow > 0.5) words.Add("the best choice in most worlds");
        else if (row.StarrShare <= 0) words.Add("never the best choice");
        if (row.Mean >= all.Max(other => other.Mean)) words.Add("best on average");
        if (row.RegretMax <= all.Min(other => other.RegretMax)) words.Add("least regret at worst");
        else if (row.RegretMax >= all.Max(other => other.RegretMax)) words.Add("most regret at worst");
        if (row.Worst >= all.Max(other => other.Worst)) words.Add("best in its worst world");
        else if (row.Worst < 0) words.Add("does harm in some world");
        return words.Count == 0 ? "neither best nor worst by any of these" : Say.List(words);
    }
}
