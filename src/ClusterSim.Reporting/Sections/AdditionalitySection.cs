using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.Engine;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>How many of the jobs at supported firms are additional: the ledger of the leading alternative by place, and of all in the target region.</summary>
internal static class AdditionalitySection
{
    private static readonly (string Key, string Name)[] Places = [("target", "target region"), ("elsewhere", "all other regions"), ("all", "whole country")];

    private static readonly (JobComponent Component, string Name)[] Parts =
    [
        (JobComponent.Gross, "gross: jobs at supported firms"),
        (JobComponent.Deadweight, "deadweight: there anyway"),
        (JobComponent.Substitution, "substitution within families"),
        (JobComponent.Displacement, "displacement at other firms"),
        (JobComponent.Entrants, "entrants: firms that the twin lacks"),
        (JobComponent.Moved, "moved: same firm, other place"),
        (JobComponent.Uplift, "net: additional jobs"),
    ];

    public static void Write(Page page, ReportData data)
    {
        if (data.Moment.Clock != "start" || Row(data, data.LeadName, "target", JobComponent.Uplift) is null) return;
        page.Section("additionality", "How many of the jobs are additional");
        page.Paragraph("Every job is followed in both histories. Jobs at supported firms that the same firms have without the policy too are deadweight; what other firms lose or gain comes next; what is left is additional. The parts add up without a rest in every pair and place.");
        page.Add(Waterfall(data));
        page.Table($"Jobs in the target region, {data.Moment.OfEach}, in persons with 95 % intervals.",
            ["arm", "at supported firms", "of them there anyway", "other firms, families and moves", "additional", "other activities", "of the additional held by non-residents"],
            data.Study.Arms.Select(arm => Line(data, arm.Name)).OfType<IReadOnlyList<string>>(), 1, 2, 3, 4, 5, 6);
        page.Paragraph("Read displacement and entrants together: once two histories have drifted apart they found different firms, so that one firm's closure stands against another's birth. An instrument that helps people or institutions (a laboratory, help for the displaced) supports no firm itself; then all of its change is at other firms.");
        page.Folded("What each part counts", () => page.List(JobComponents.All.Select(component => $"{Catalogue.Kebab(component.ToString()).Replace('-', ' ')}: {JobComponents.Meaning(component)}.")));
    }

    private static Figure Waterfall(ReportData data)
    {
        AdditionalityStep[] steps = [.. Places.SelectMany(_ => Parts, (place, part) => (place, part, Row: Row(data, data.LeadName, place.Key, part.Component)))
            .Where(entry => entry.Row is not null && (entry.part.Component != JobComponent.Moved || entry.Row.Mean != 0))
            .Select(entry => new AdditionalityStep(entry.place.Name, entry.part.Name, entry.Row!.Mean, entry.Row.Low, entry.Row.High, entry.part.Component == JobComponent.Uplift))];
        string title = Title(data);
        return AdditionalityWaterfall.Of(new FigureText("additionality", title, $"jobs, {data.LeadName} less {data.Study.BaselineName}, {data.Moment} (persons)", Wording.Pairs(data), AdditionalityFile.Name,
            $"{title}. From the jobs at supported firms to the net change, part by part, in the target region, all others and the country."), steps);
    }

    /// <summary>The finding: of 100 jobs at supported firms, so many would have been there anyway, and so many came at the cost of others.</summary>
    internal static string Title(ReportData data)
    {
        double Mean(JobComponent component) => Row(data, data.LeadName, "target", component)!.Mean;
        double gross = Mean(JobComponent.Gross);
        if (gross == 0) return $"{data.LeadName} supports no firm itself: its {Say.Signed(Mean(JobComponent.Uplift))} jobs are all at other firms";
        if (Row(data, data.LeadName, "target", JobComponent.Deadweight)!.ShareOfGross is not double share) return "How many of the jobs at supported firms are additional is too close to call";
        double anyway = Math.Round(-100 * share), others = Math.Round(100 * (Mean(JobComponent.Substitution) + Mean(JobComponent.Displacement) + Mean(JobComponent.Entrants)) / gross);
        string first = anyway > 100 ? $"For 100 jobs at supported firms the same firms have {Say.Number(anyway)} without the policy" : $"Of 100 jobs at supported firms, {anyway} would have been there anyway";
        return others < 0 ? $"{first} and {Say.Number(-others)} came at neighbours' cost"
            : others > 0 ? $"{first}; {Say.Number(others)} more came about at neighbours"
            : $"{first}; neighbours neither gained nor lost";
    }

    private static IReadOnlyList<string>? Line(ReportData data, string arm)
    {
        string Cell(JobComponent component) => Row(data, arm, "target", component) is AdditionalityRow row ? row.Mean == 0 && row.Low == row.High ? "0" : Say.Effect(row.Mean, row.Low, row.High) : "\u2013";
        if (Row(data, arm, "target", JobComponent.Deadweight) is not AdditionalityRow deadweight) return null;
        string anyway = deadweight is { ShareOfGross: double share, ShareLow: double low, ShareHigh: double high } ? $"{Say.Percent(-share)} ({Say.Percent(-high)} to {Say.Percent(-low)})" : "not estimable";
        double others = new[] { JobComponent.Substitution, JobComponent.Displacement, JobComponent.Entrants, JobComponent.Moved }.Sum(component => Row(data, arm, "target", component)!.Mean);
        return [arm, Cell(JobComponent.Gross), anyway, Say.Signed(others), Cell(JobComponent.Uplift), Cell(JobComponent.Multiplier), Cell(JobComponent.HeldByNonResidents)];
    }

    private static AdditionalityRow? Row(ReportData data, string arm, string place, JobComponent component) => data.Split.FirstOrDefault(row =>
        row.Arm == arm && row.Region == place && row.Horizon == data.Moment.Years && row.Component == Catalogue.Kebab(component.ToString()));
}
