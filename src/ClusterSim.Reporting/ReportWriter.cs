using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;
using ClusterSim.Reporting.Sections;

namespace ClusterSim.Reporting;

/// <summary>Whom a report is for.</summary>
[Flags]
public enum Audience
{
    /// <summary>Two or three sheets for those who decide.</summary>
    Minister = 1,

    /// <summary>Everything, for those who check.</summary>
    Paper = 2,

    /// <summary>The stories first, for those who learn.</summary>
    Class = 4,
}

/// <summary>A finished report.</summary>
/// <param name="Html">The page.</param>
/// <param name="Figures">Its figures, to be kept as files beside it.</param>
public sealed record FinishedReport(string Html, IReadOnlyList<Figure> Figures);

/// <summary>Writes the report: one HTML file that asks nothing of a network and holds no script.</summary>
public static class ReportWriter
{
    /// <summary>The words by which a file is known as a report.</summary>
    public const string Maker = "Made by ClusterSim from the results folder of run";

    private const Audience All = Audience.Minister | Audience.Paper | Audience.Class;

    /// <summary>The table of contents: who reads which section, in this order.</summary>
    private static readonly (Audience For, Action<Page, ReportData> Write)[] Sections =
    [
        (All, VerdictSection.Write),
        (All, ClaimSection.Write),
        (Audience.Class, StorySection.Write),
        (Audience.Class, TreeSection.Write),
        (All, ScenarioSection.Write),
        (All, NeverFiredSection.Write),
        (All, LifeCycleSection.Write),
        (Audience.Paper | Audience.Class, OutcomeSection.Write),
        (Audience.Paper | Audience.Class, CriticalMassSection.Write),
        (All, TurningPointSection.Write),
        (Audience.Minister | Audience.Paper, EffectSection.Write),
        (Audience.Minister | Audience.Paper, AdditionalitySection.Write),
        (Audience.Minister | Audience.Paper, TimingSection.Write),
        (Audience.Paper, ContrastSection.Write),
        (Audience.Paper, NextStageSection.Write),
        (Audience.Paper, PersistenceSection.Write),
        (Audience.Paper, MoneySection.Write),
        (Audience.Paper, RegretSection.Write),
        (Audience.Paper, DriverSection.Write),
        (Audience.Paper, ConditionSection.Write),
        (Audience.Minister, ConditionSection.WriteWords),
        (Audience.Paper, PrecisionSection.Write),
        (Audience.Minister, PrecisionSection.WriteWords),
        (Audience.Paper | Audience.Class, FirmSection.Write),
        (Audience.Paper, TreeSection.Write),
        (Audience.Paper, StorySection.Write),
        (Audience.Paper, FactSection.Write),
        (All, AssuranceSection.Write),
    ];

    public static FinishedReport Write(ReportData data, Audience audience)
    {
        var page = new Page();
        foreach ((Audience readers, Action<Page, ReportData> write) in Sections)
            if (readers.HasFlag(audience)) write(page, data);
        string html = page.ToHtml(data.Title, $"{Wording.Pairs(data)}, {Say.Months(data.Study.Months)} each. ClusterSim {data.Manifest["clustersim"]}, run {data.Identity[..12]}.",
            $"{Maker} {data.Identity[..12]}. This file is complete in itself: it asks nothing of a network and holds no script.");
        return new FinishedReport(html, page.Figures);
    }
}
