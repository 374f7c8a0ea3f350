using ClusterSim.Experiments.Statistics;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>What the change costs, and how likely it is worth that.</summary>
internal static class MoneySection
{
    public static void Write(Page page, ReportData data)
    {
        int[] arms = [.. Enumerable.Range(0, data.Study.Arms.Count).OrderBy(arm => arm == data.Lead ? 0 : 1).Where(arm => Costs(data, arm).Any(cost => cost > 0) && data.Row(arm, "all") is { } row && Wording.Moved(row)).Take(4)];
        if (arms.Length == 0 || data.Count < 3) return;
        page.Section("money", "What it costs and whether it is worth it");
        page.Add(Plane(data, arms));
        AcceptabilityRow[] chances = [.. Chances(data)];
        if (chances.Length > 0) page.Add(Acceptability(data, chances));
        Ratios(page, data);
        page.Paragraph("What an instrument costs is an assumption, and so is the worth of a job-year; neither is a finding of the model. Other gains and losses than jobs are not priced.");
    }

    private static double[] Costs(ReportData data, int arm) => [.. data.Baseline.Select(history => data.History(arm, history.Replication).SpentGbp - history.SpentGbp)];

    private static Figure Plane(ReportData data, int[] arms)
    {
        SamplingUnits units = data.Study.Worlds is null ? SamplingUnits.Replications(data.Count) : SamplingUnits.Worlds([.. data.Baseline.Select(history => data.Study.WorldOf(history.Replication))]);
        CostCloud[] clouds = [.. arms.Select(arm =>
        {
            double[] effects = units.Means([.. data.Baseline.Select(history => data.Changes.Country(arm).GetValueOrDefault(history.Replication))]), costs = units.Means(Costs(data, arm));
            var plane = new CostEffectiveness(effects, costs, new Resamples(data.Study.Seed, "report plane", units.Count, CostEffectivenessPlane.MostDots / arms.Length));
            return new CostCloud(data.Study.Arms[arm].Name, Sample.Mean(effects), Sample.Mean(costs), plane.Plane);
        })];
        CostCloud first = clouds[0];
        string measure = Wording.Measure(data.Headline), title = $"{first.Arm} costs {Say.Pounds(first.CostGbp)} and changes {measure} of the country by {Say.Signed(first.Effect)}, on average";
        return CostEffectivenessPlane.Of(new FigureText("cost-effectiveness", title, "additional cost until the end of the history, GBP", Wording.Pairs(data), "runs.csv and pairs.csv",
            $"{title}. Mean cost and mean change of each alternative, and of resampled histories.", data.Study.Arms.Count > arms.Length ? "Alternatives that cost or change nothing, and those beyond the fourth, are left out" : ""),
            clouds, $"change in {measure} of the whole country, {data.Moment.OfEach} ({Wording.Unit(data.Headline)})");
    }

    private static void Ratios(Page page, ReportData data)
    {
        CostRow[] rows = [.. CostRow.Read(data.Files).Where(row => row.Horizon == data.Moment.Years && row.Region != "elsewhere")];
        if (rows.Length == 0) return;
        page.Table($"Additional job-years in the first {Say.Count(data.Moment.Years, "year")} after the start, and what each costs: the ratio of the two means.", ["arm", "place", "job-years", "spent, mean", "per job-year"],
            rows.Select(row => (IReadOnlyList<string>)[row.Arm, row.Region == "all" ? "whole country" : "target region", Say.Effect(row.JobYears, row.JobYearsLow, row.JobYearsHigh), Say.Pounds(row.CostGbp),
                double.IsFinite(row.EachGbp) && row.EachGbp > 0 ? $"{Say.Pounds(row.EachGbp)} ({Ends(row)})" : "not estimable"]), 2, 3, 4);
    }

    private static string Ends(CostRow row) =>
        double.IsFinite(row.EachLow) && double.IsFinite(row.EachHigh) ? $"{Say.Pounds(row.EachLow)} to {Say.Pounds(row.EachHigh)}" : "interval open: the job-years may be none";

    /// <summary>The whole country if the file has it, at the date of the answer or the last one.</summary>
    private static IEnumerable<AcceptabilityRow> Chances(ReportData data)
    {
        IReadOnlyList<AcceptabilityRow> rows = AcceptabilityRow.Read(data.Files);
        string place = rows.Any(row => row.Region == "all") ? "all" : "target";
        int horizon = rows.Any(row => row.Horizon == data.Moment.Years) ? data.Moment.Years : rows.Select(row => row.Horizon).Append(0).Max();
        return rows.Where(row => row.Region == place && row.Horizon == horizon);
    }

    private static Figure Acceptability(ReportData data, AcceptabilityRow[] rows)
    {
        ArmAcceptability[] arms = [.. rows.GroupBy(row => row.Arm).OrderBy(arm => arm.Key == data.LeadName ? 0 : 1)
            .Select(arm => arm.OrderBy(row => row.WorthGbp).ToArray()).Select(arm => new ArmAcceptability(arm[0].Arm, [.. arm.Select(row => row.WorthGbp)], [.. arm.Select(row => row.Chance)]))];
        ArmAcceptability first = arms[0];
        double worth = Enumerable.Range(0, first.WorthGbp.Count).Where(row => first.Chance[row] > 0.5).Select(row => first.WorthGbp[row]).FirstOrDefault(double.NaN);
        string title = double.IsNaN(worth) ? $"{first.Arm} is unlikely to be worth its cost at any worth of a job-year that was tried"
            : $"{first.Arm} is more likely than not worth its cost where a job-year is worth {Say.Pounds(worth)} or more";
        string place = rows[0].Region == "all" ? "whole country" : "target region";
        return AcceptabilityCurve.Of(new FigureText("acceptability", title, $"chance of a net benefit, {place}, {rows[0].Horizon} years after the start", Wording.Pairs(data), "acceptability.csv",
            $"{title}. Share of resampled histories in which the job-years are worth more than they cost, by the worth of a job-year.", arms.Length > 4 ? $"The first 4 of {arms.Length} alternatives; acceptability.csv has all" : ""), arms);
    }
}
