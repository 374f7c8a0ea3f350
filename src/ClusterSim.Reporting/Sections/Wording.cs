using System.Globalization;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>What arms, measures and places are called in sentences.</summary>
internal static class Wording
{
    /// <summary>A measure: its name with spaces.</summary>
    public static string Measure(string name) => name.Replace('-', ' ');

    /// <summary>A measure at the head of a title.</summary>
    public static string Title(string name) => Say.Capital(Measure(name));

    public static string Unit(string measure) => MetricUnit.OfIndicator(measure).Name;

    private const int MostDifferences = 4;

    /// <summary>What an arm does, when and for how much: <c>start-up grant, £500k over 5 years, from the growth stage</c>; or, where
    /// it is another scenario, what differs: <c>region-1 openness: 6</c>.</summary>
    public static string Policy(Arm arm, ModelConfiguration baseline)
    {
        // The instrument none only says which place is looked at.
        IEnumerable<string> policies = arm.Configuration.Policies.Where(policy => policy.InstrumentName != "none")
            .Select(policy => $"{policy.InstrumentName.Replace('-', ' ')}, {Say.Pounds(1000 * policy.Budget)} over {Say.Months(policy.Duration)}, {Start(policy.Start)}");
        string[] said = [.. policies, .. Differences(arm.Configuration, baseline)];
        return said.Length == 0 ? "an event of the scenario" : string.Join("; ", said);
    }

    /// <summary>Other values of parameters; events and policies are told elsewhere.</summary>
    private static IEnumerable<string> Differences(ModelConfiguration arm, ModelConfiguration baseline)
    {
        Difference[] all = [.. ScenarioDiff.Between(baseline with { Policies = [], Shocks = [] }, arm with { Policies = [], Shocks = [] })];
        foreach (Difference difference in all.Take(MostDifferences)) yield return $"{difference.Path}: {difference.After}";
        if (all.Length > MostDifferences) yield return $"and {Say.Count(all.Length - MostDifferences, "other difference")}";
    }

    /// <summary>When it starts: <c>from the growth stage</c>, <c>from year 10</c>.</summary>
    public static string Start(StartRule start) =>
        start.Stage is { } stage ? $"from the {Stage(stage)} stage"
        : start.Month >= 0 ? $"from year {(start.Month / 12.0).ToString("0.#", CultureInfo.InvariantCulture)}"
        : "once its conditions hold";

    public static string Stage(Model.State.LifeCycle.Stage stage) => stage == Model.State.LifeCycle.Stage.None ? "birth" : Catalogue.Kebab(stage.ToString());

    /// <summary><c>13 more jobs</c>; other measures carry their sign and unit.</summary>
    public static string Change(string measure, ComparisonRow row)
    {
        string size = Say.Rounded(Math.Abs(row.Difference), row.Low, row.High);
        if (measure is not ("jobs" or "firms")) return $"{(row.Difference < 0 ? "\u2212" : "+")}{size} {Unit(measure)} of {Measure(measure)}";
        return size == "0" ? $"no change in {measure}" : $"{size} {(row.Difference < 0 ? "fewer" : "more")} {measure}";
    }

    /// <summary><c>+23 (16 to 32)</c>, or 0 where nothing changed anywhere.</summary>
    public static string Cell(ComparisonRow row) => Moved(row) ? Say.Effect(row.Difference, row.Low, row.High) : "0";

    /// <summary>The verdict without its reasons and counts.</summary>
    public static string Verdict(ComparisonRow row) => row.Verdict.Split(';')[0].Split(':')[0];

    /// <summary>The verdict with its reason: <c>no effect: the stage was never reached</c>.</summary>
    public static string VerdictAndReason(ComparisonRow row) => row.Verdict.Split(';')[0];

    public static bool HoldsZero(ComparisonRow row) => row.Low <= 0 && row.High >= 0;

    public static bool Moved(ComparisonRow row) => row.VarianceReduction is not null;

    /// <summary>How many pairs there were: every figure says so.</summary>
    public static string Pairs(ReportData data) => data.HasArms ? Say.Count(data.Count, "pair of histories", "pairs of histories") : Say.Count(data.Count, "history", "histories");
}
