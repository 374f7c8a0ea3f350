using System.Globalization;
using System.Text.RegularExpressions;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>The median, the best and the worst history, each told in its ten key events.</summary>
internal static class StorySection
{
    private const int Most = 10;

    public static void Write(Page page, ReportData data)
    {
        if (data.Stories.Count == 0) return;
        page.Section("stories", data.Stories.Count == 1 ? "One history, told" : $"{Say.Capital(Count(data.Stories.Count))} histories, told");
        page.Paragraph($"Averages hide that each history is a chain of accidents. These were chosen by {(data.HasArms ? $"what {data.LeadName} changed in {Wording.Measure(data.Headline)} of the target region, {data.Moment}" : $"{Wording.Measure(data.Headline)} in the country at the end")}.");
        foreach (ToldHistory story in data.Stories) Tell(page, data, story);
    }

    private static void Tell(Page page, ReportData data, ToldHistory story)
    {
        page.Heading($"The {story.Kind} history: number {story.Replication}, {(data.HasArms ? $"{Say.Signed(story.Value)} {Wording.Measure(data.Headline)}" : $"{Say.Number(story.Value)} {Wording.Measure(data.Headline)} at the end")}");
        Relived.Life life = data.Relived.Of(data.HasArms ? 0 : -1, story.Replication);
        HistoryRow row = data.History(data.Lead, story.Replication);
        page.List(Key(life, row.FocalRegion).Select(each => $"**Year {each.Year.ToString("0.0", CultureInfo.InvariantCulture)}** {each.Sentence}."));
        page.Paragraph(Epilogue(data, row), "source");
    }

    /// <summary>The ten events that matter most, by date: starts of policies, the focal region's stages, the spin-offs and closures of the
    /// largest firms, the first and the largest investment.</summary>
    internal static IReadOnlyList<EventRow> Key(Relived.Life life, string focal)
    {
        Dictionary<int, int> peaks = life.Firms.ToDictionary(firm => firm.Id, firm => firm.PeakHeadcount);
        int Peak(EventRow row) => peaks.GetValueOrDefault(row.Firm);
        // Whole names only: region-1 is not meant where region-11 stands.
        var here = new Regex($@"(?<![\w-]){Regex.Escape(focal)}(?![\w-])", RegexOptions.CultureInvariant);
        bool Here(EventRow row) => focal.Length == 0 || here.IsMatch(row.Sentence);
        IEnumerable<EventRow> Of(string type) => life.Events.Where(row => row.Type == type);
        IEnumerable<EventRow> chosen =
        [
            .. Of("policy-start").Take(2),
            .. Of("stage").Where(Here).GroupBy(row => row.Stage).Select(stage => stage.First()).Take(5),
            .. Of("first-firm").Where(Here).Take(1),
            .. Of("spin-off").Where(Here).OrderByDescending(Peak).Take(2),
            .. Of("closure").Where(Here).OrderByDescending(Peak).Take(1),
            .. Of("investment").OrderByDescending(row => row.Amount).Take(1),
            .. Of("spin-off").Where(Here).OrderByDescending(Peak).Skip(2).Take(3),
            .. Of("closure").Where(Here).OrderByDescending(Peak).Skip(1).Take(2),
            .. Of("spin-off").OrderByDescending(Peak).Take(Most),
            .. Of("first-firm").Take(Most),
        ];
        return [.. chosen.Distinct().Take(Most).OrderBy(row => row.Year)];
    }

    private static string Epilogue(ReportData data, HistoryRow row)
    {
        string end = $"After {Say.Months(data.Study.Months)} the country has {Say.Number(row.FinalHeadline)} {Wording.Measure(data.Headline)}";
        if (data.HasArms) end += $"; without {data.LeadName}, {Say.Number(data.History(-1, row.Replication).FinalHeadline)}";
        string stages = string.Join(", ", new[] { Stage.Embryonic, Stage.Growth, Stage.Maturity, Stage.Decline, Stage.Renewal }
            .Where(stage => double.IsFinite(row.StageYears[(int)stage])).Select(stage => $"{Wording.Stage(stage)} {row.StageYears[(int)stage].ToString("0", CultureInfo.InvariantCulture)}"));
        return stages.Length == 0 ? end + "." : $"{end}. First years of the stages of {row.FocalRegion}: {stages}.";
    }

    private static string Count(int number) => number switch { 2 => "two", 3 => "three", _ => number.ToString(CultureInfo.InvariantCulture) };
}
