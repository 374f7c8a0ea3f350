using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>What was compared: the country in a sentence, each alternative's differences in words, and when each started.</summary>
internal static class ScenarioSection
{
    public static void Write(Page page, ReportData data)
    {
        page.Section("scenario", data.HasArms ? "What was compared" : "What was run");
        page.Paragraph(Country(data.Study.Baseline));
        if (!data.HasArms) return;
        if (data.Study.Arms.Any(arm => arm.Configuration.Policies.Count > 0)) page.Add(Starts(data));
        page.Table($"Every alternative is {data.Study.BaselineName} with one difference, lived under the same draws.", ["alternative", "what it does"],
            data.Study.Arms.Select(arm => (IReadOnlyList<string>)[arm.Name, Say.Capital(Wording.Policy(arm, data.Study.Baseline)) + "."]));
        page.Folded("Every difference in words", () =>
        {
            foreach (Arm arm in data.Study.Arms)
            {
                page.Heading(arm.Name);
                page.List(ScenarioDiff.Between(data.Study.Baseline, arm.Configuration).Select(difference => difference.ToString()));
            }
        });
    }

    private static Figure Starts(ReportData data)
    {
        PolicyStart[] starts = [.. data.Study.Arms.Select((arm, i) => (arm, Years: data.Histories.Where(history => history.Arm == i).Select(history => history.StartYear).Where(double.IsFinite).ToArray()))
            .Where(entry => entry.arm.Configuration.Policies.Count > 0)
            .Select(entry =>
            {
                double At(double p) => entry.Years.Length == 0 ? double.NaN : Sample.Quantile(entry.Years, p);
                return new PolicyStart(entry.arm.Name, Wording.Start(entry.arm.Configuration.Policies[0].Start), At(0.05), At(0.5), At(0.95), entry.arm.Configuration.Policies.Max(policy => policy.Duration) / 12.0, entry.Years.Length / (double)Math.Max(1, data.Count));
            })];
        string[] never = [.. starts.Where(start => start.ShareStarted < 0.5).Select(start => start.Arm)];
        string title = never.Length > 0 ? $"{(starts.Where(start => start.ShareStarted < 0.5).All(start => start.ShareStarted == 0) ? $"{Say.List(never)} never started" : $"{Say.List(never)} did not start in most histories")}" : starts.All(start => start.ShareStarted == 1) ? "Every policy started in every history" : "Every policy started in most histories, not in all";
        return PolicyTimeline.Of(new FigureText("policy-timeline", title, "year of the history", Wording.Pairs(data), "runs.csv", $"{title}. When each policy started, in the median history and in nine of ten, and how long it ran."), starts, data.Study.Months / 12.0);
    }

    private static string Country(ModelConfiguration configuration) =>
        $"A country of {Say.Count(configuration.Country.Regions, "region")} with {Say.Number(configuration.Country.Population)} people of working age, followed for {Say.Months(configuration.Months)}. "
        + $"The activity in focus is {configuration.Activities[0].Name}{(configuration.Activities.Count > 1 ? $"; beside it {Say.List([.. configuration.Activities.Skip(1).Select(activity => activity.Name)])}" : "")}. "
        + (configuration.Shocks.Count == 0 ? "Nothing strikes from outside." : $"{Say.Count(configuration.Shocks.Count, "shock")} may strike from outside.");
}
