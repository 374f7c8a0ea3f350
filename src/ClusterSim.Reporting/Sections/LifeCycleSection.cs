using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>The stages of the focal region: how many histories are in which, when, and how long it takes to get there.</summary>
internal static class LifeCycleSection
{
    private static readonly Stage[] InTurn = [Stage.Embryonic, Stage.Growth, Stage.Maturity, Stage.Decline, Stage.Renewal, Stage.Dissolved];

    public static void Write(Page page, ReportData data)
    {
        if (data.Timeline.Years == 0 || data.Timeline.Histories == 0) return;
        int[] arms = data.Lead < 0 ? [-1] : [-1, data.Lead];
        page.Section("life-cycle", "The life of the cluster");
        page.Paragraph("Stages are detected from what a statistical office could see, without looking ahead; nothing in the model makes a region go through them.");
        page.Add(Ribbon(data, arms));
        page.Add(Times(data, arms));
    }

    private static string Name(ReportData data, int arm) => arm < 0 ? data.Study.BaselineName : data.Study.Arms[arm].Name;

    private static Figure Ribbon(ReportData data, int[] arms)
    {
        double[] years = [.. Enumerable.Range(1, data.Timeline.Years).Select(year => (double)year)];
        StageShares[] shares = [.. arms.Select(arm => new StageShares(Name(data, arm), years,
            [.. InTurn.Prepend(Stage.None).Select(stage => new StageBand(Wording.Stage(stage), data.Timeline.Shares(arm, stage)))],
            [.. InTurn.Select(stage => (Stage: stage, Years: First(data, arm, stage))).Where(entry => entry.Years.Length > data.Count / 2)
                .Select(entry => new StageEntry(Wording.Stage(entry.Stage), Sample.Quantile(entry.Years, 0.5)))]))];
        double[] last = [.. arms.Select(arm => data.Timeline.Shares(arm, Stage.Decline)[^1])];
        string title = arms.Length == 1
            ? $"In year {years[^1]}, {Say.Percent(last[0])} of focal regions are in decline"
            : $"In year {years[^1]}, {Say.Percent(last[1])} of focal regions are in decline with {Name(data, arms[1])}, {Say.Percent(last[0])} without";
        return StageRibbon.Of(new FigureText("stage-ribbon", title, "share of histories", Wording.Pairs(data), "timeseries.csv", $"{title}. Share of histories whose focal region is in each stage, by year."), shares);
    }

    private static Figure Times(ReportData data, int[] arms)
    {
        StageTime[] times = [.. InTurn.Take(5).SelectMany(_ => arms, (stage, arm) =>
        {
            double[] years = First(data, arm, stage);
            double At(double p) => years.Length == 0 ? double.NaN : Sample.Quantile(years, p);
            return new StageTime(Wording.Stage(stage), Name(data, arm), At(0.05), At(0.5), At(0.95), years.Length / (double)data.Count);
        })];
        StageTime growth = times.First(time => time.Stage == Wording.Stage(Stage.Growth) && time.Arm == data.Study.BaselineName);
        string title = double.IsNaN(growth.Median) ? "No focal region took off"
            : $"Half of the focal regions that take off do so by year {growth.Median.ToString("0", System.Globalization.CultureInfo.InvariantCulture)}; {Say.Percent(growth.ShareReached)} of histories get that far";
        return StageTimes.Of(new FigureText("stage-times", title, "year in which the focal region first enters a stage", Wording.Pairs(data), "runs.csv", $"{title}. Median year and the range of nine in ten histories, for each stage.",
            "Of the histories that reach the stage; the share that does stands beside it"), times);
    }

    private static double[] First(ReportData data, int arm, Stage stage) =>
        [.. data.Histories.Where(history => history.Arm == arm).Select(history => history.StageYears[(int)stage]).Where(double.IsFinite)];
}
