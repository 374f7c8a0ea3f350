using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>Every other alternative less the leading one, pair by pair.</summary>
internal static class ContrastSection
{
    public static void Write(Page page, ReportData data)
    {
        ContrastLine[] rows = [.. Rows(data)];
        if (rows.Length == 0) return;
        string[] apart = [.. rows.Where(row => row.Low > 0 || row.High < 0).Select(row => row.First)];
        string title = apart.Length == 0 ? $"No other alternative can be told apart from {data.LeadName}"
            : apart.Length == 1 ? $"{apart[0]} can be told apart from {data.LeadName}, pair by pair"
            : $"{apart.Length} of {Say.Count(rows.Length, "other alternative")} can be told apart from {data.LeadName}, pair by pair";
        page.Section("contrasts", "Which alternative, pair by pair");
        page.Paragraph("Two alternatives live through the same histories, so that their difference is better known than either change. Two intervals side by side do not answer which is better; this one does.");
        string place = rows[0].Region == "all" ? "the whole country" : "the target region";
        page.Add(TimingContrasts.Of(new FigureText("contrasts", title, $"{Wording.Measure(data.Headline)} of {place}, {data.Moment.OfEach}, less that with {data.LeadName} ({Wording.Unit(data.Headline)})", Wording.Pairs(data), "contrasts.csv",
            $"{title}. Mean difference of every other alternative from {data.LeadName}, with its 95 % interval.",
            rows.Any(row => row.Equivalent) ? "A difference is too small to matter where its interval lies within the smallest difference that the experiment declares" : ""),
            [.. rows.Select(row => new ArmContrast(row.First, row.Difference, row.Low, row.High, row.FiredFirst, row.Pairs, row.Verdict, row.Equivalent))]));
    }

    /// <summary>Whether the folder answers this pair by pair itself.</summary>
    public static bool Knows(ReportData data) => Rows(data).Any();

    private static IEnumerable<ContrastLine> Rows(ReportData data)
    {
        ContrastLine[] here = [.. ContrastLine.Read(data.Files).Where(row => row.Metric == data.Headline && row.Moment == data.Moment && (row.First == data.LeadName || row.Second == data.LeadName))];
        string place = here.Any(row => row.Region == "all") ? "all" : "target";
        ContrastLine[] there = [.. here.Where(row => row.Region == place).Select(row => row.Second == data.LeadName ? row : row.Turned())];
        return there.DistinctBy(row => row.First).OrderByDescending(row => row.Difference);
    }
}
