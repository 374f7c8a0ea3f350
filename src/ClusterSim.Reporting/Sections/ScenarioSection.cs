using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>What was compared: the country in a sentence, each alternative's differences in words, and when each started.</summary>
internal static class ScenarioSection
{
    /// <summary>Differences of an arm that a reader takes in; the rest is folded away.</summary>
    private const int Most = 8;

    public static void Write(Page page, ReportData data)
    {
        page.Section("scenario", data.HasArms ? "What was compared" : "What was run");
        page.Paragraph(Country(data.Study.Baseline));
        if (!data.HasArms) return;
        page.Paragraph($"Every alternative is {data.Study.BaselineName} with these differences, lived under the same draws:");
        foreach (Arm arm in data.Study.Arms) Differences(page, data.Study.Baseline, arm);
    }

    private static string Country(ModelConfiguration configuration) =>
        $"A country of {Say.Count(configuration.Country.Regions, "region")} with {Say.Number(configuration.Country.Population)} people of working age, followed for {Say.Months(configuration.Months)}. "
        + $"The activity in focus is {configuration.Activities[0].Name}{(configuration.Activities.Count > 1 ? $"; beside it {Say.List([.. configuration.Activities.Skip(1).Select(activity => activity.Name)])}" : "")}. "
        + (configuration.Shocks.Count == 0 ? "Nothing strikes from outside." : $"{Say.Count(configuration.Shocks.Count, "shock")} may strike from outside.");

    private static void Differences(Page page, ModelConfiguration baseline, Arm arm)
    {
        string[] words = [.. ScenarioDiff.Between(baseline, arm.Configuration).Select(difference => difference.ToString())];
        page.Heading(arm.Name);
        if (arm.Configuration.Policies.Count > 0) page.Paragraph(Say.Capital(Words.Policy(arm)) + ".");
        if (words.Length <= Most && arm.Configuration.Policies.Count == 0) page.List(words);
        else page.Folded($"All {Say.Count(words.Length, "difference")} in words", () => page.List(words));
    }
}
