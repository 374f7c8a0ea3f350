using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>The focal region year by year: the leading alternative's fan of histories over the baseline's.</summary>
internal static class OutcomeSection
{
    private static readonly double[] Probabilities = [0.5, 0.25, 0.75, 0.05, 0.95];

    public static void Write(Page page, ReportData data)
    {
        if (data.Timeline.Years == 0 || data.Timeline.Histories == 0) return;
        page.Section("outcomes", "What happened in the focal region");
        page.Paragraph($"The focal region is the first to become embryonic, the same in every alternative{(data.Timeline.Histories < data.Count ? $"; {Say.Count(data.Count - data.Timeline.Histories, "history", "histories")} without one are not drawn" : "")}. The line is the median history, the bands hold half and nine tenths of them.");
        for (int measure = 0; measure < data.Study.Measures.Count; measure++) page.Add(Fan(data, measure));
    }

    private static Figure Fan(ReportData data, int measure)
    {
        string name = data.Study.Measures[measure];
        int[] arms = data.Lead < 0 ? [-1] : [-1, data.Lead];
        Fan[] fans = [.. arms.Select(arm => Of(data, arm, measure))];
        double[] starts = [.. data.Histories.Where(history => history.Arm == data.Lead && data.Lead >= 0 && double.IsFinite(history.StartYear)).Select(history => history.StartYear)];
        string title = Title(name, fans);
        return FanChart.Of(new FigureText($"fan-{name}", title, $"{Wording.Title(name)} in the focal region ({Wording.Unit(name)})",
            Say.Count(data.Timeline.Histories, data.HasArms ? "pair of histories" : "history", data.HasArms ? "pairs of histories" : "histories"), "timeseries.csv",
            $"{title}. Medians and bands of {Wording.Measure(name)} by year{(data.HasArms ? $", {data.Study.BaselineName} dashed and {data.LeadName} solid" : "")}.",
            ReportData.Indicator(name).Summary + (starts.Length > 0 ? $". Small strokes mark the years in which {data.LeadName} started" : "")), fans, starts);
    }

    private static Fan Of(ReportData data, int arm, int measure)
    {
        double[][] q = data.Timeline.Quantiles(arm, measure, Probabilities);
        double[] years = [.. Enumerable.Range(1, data.Timeline.Years).Select(year => (double)year)];
        return new Fan(arm < 0 ? data.Study.BaselineName : data.Study.Arms[arm].Name, arm < 0, years, q[0], q[1], q[2], q[3], q[4]);
    }

    private static string Title(string measure, Fan[] fans)
    {
        double without = fans[0].Median[^1], with = fans[^1].Median[^1];
        string end = $"in year {fans[0].Years[^1]}";
        if (fans.Length == 1) return $"{Wording.Title(measure)}: {Say.Number(without)} in the median history {end}";
        return Say.Number(without) == Say.Number(with)
            ? $"{Wording.Title(measure)}: the median history ends at {Say.Number(without)} with {fans[1].Name} and without"
            : $"{Wording.Title(measure)}: the median history ends at {Say.Number(with)} with {fans[1].Name}, at {Say.Number(without)} without";
    }
}
