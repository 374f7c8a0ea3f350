using ClusterSim.Experiments.Facts;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>The firms behind the numbers: how long they live, how large they grow, who came from whom.</summary>
internal static class FirmSection
{
    /// <summary>Survival of fewer firms is an anecdote.</summary>
    private const int FewestFirms = 20;

    /// <summary>A size tail is fitted from here on, as in the facts.</summary>
    private const int TailFrom = 10;

    private static readonly (string Origin, string Name)[] Origins = [("de-novo", "de novo"), ("spin-off", "spin-off"), ("diversifier", "diversifier"), ("displaced-founder", "displaced founder")];

    public static void Write(Page page, ReportData data)
    {
        if (data.Relived.Replications.Count == 0) return;
        page.Section("firms", "The firms behind the numbers");
        page.Add(Survival(data));
        page.Add(Sizes(data));
    }

    private static FirmRow[] Firms(ReportData data, int arm) => [.. data.Relived.Replications.SelectMany(replication => data.Relived.Of(arm, replication).Firms).Where(firm => firm.Activity == data.Study.Baseline.Activities[0].Name)];

    private static Figure Survival(ReportData data)
    {
        FirmRow[] firms = Firms(data, -1);
        SurvivalCurve[] curves = [.. Origins.Select(origin => (origin.Name, Firms: firms.Where(firm => firm.Origin == origin.Origin).ToArray())).Where(entry => entry.Firms.Length >= FewestFirms)
            .Select(entry => KaplanMeier.Estimate(entry.Name, entry.Firms.Select(firm => Life(firm, data.Study.Months))))];
        double spinOff = After(curves, "spin-off", 10), deNovo = After(curves, "de novo", 10);
        string title = double.IsNaN(spinOff) || double.IsNaN(deNovo) ? "Survival of firms by origin"
            : $"{Say.Percent(spinOff)} of spin-offs live to ten years, {Say.Percent(deNovo)} of de novo firms";
        return SurvivalCurves.Of(new FigureText("survival", title, "share of firms still alive", Sample(data), "histories of the baseline, lived again", $"{title}. Share of firms alive by age, by origin, in {data.Study.BaselineName}.",
            "Kaplan-Meier estimate; firms still alive count as long as they were seen"), curves);
    }

    private static ObservedLife Life(FirmRow firm, int months) => new(Math.Max(0, (firm.ClosedAt < 0 ? months : firm.ClosedAt) - firm.FoundedAt) / 12.0, firm.ClosedAt >= 0);

    private static double After(IEnumerable<SurvivalCurve> curves, string origin, double age)
    {
        if (curves.FirstOrDefault(curve => curve.Origin == origin) is not SurvivalCurve curve || curve.LastAge < age) return double.NaN;
        int at = curve.Ages.Count(each => each <= age) - 1;
        return curve.Surviving[at];
    }

    private static Figure Sizes(ReportData data)
    {
        int[] arms = data.HasArms ? [-1, 0] : [-1];
        SizeSample[] samples = [.. arms.Select(arm =>
        {
            double[] sizes = [.. Firms(data, arm).Where(firm => firm.ClosedAt < 0 && firm.Headcount > 0).Select(firm => (double)firm.Headcount)];
            return new SizeSample(arm < 0 ? data.Study.BaselineName : data.LeadName, arm < 0, sizes, arm < 0 ? Estimators.TailExponent([.. sizes.Where(size => size >= TailFrom)]) : double.NaN, TailFrom);
        })];
        double largest = samples[0].Sizes.DefaultIfEmpty(0).Max(), slope = samples[0].Slope;
        string title = samples[0].Sizes.Count == 0 ? "No firm is alive at the end"
            : $"Most firms stay small: the median has {Say.Number(Experiments.Statistics.Sample.Quantile([.. samples[0].Sizes], 0.5))} staff, the largest {Say.Number(largest)}";
        return SizeDistribution.Of(new FigureText("sizes", title, "share of firms with at least so many staff, at the end", Sample(data), "histories lived again", $"{title}. Share of firms at least so large, on logarithmic scales.",
            double.IsFinite(slope) ? $"Exponent of the tail from {TailFrom} staff on: {Say.Number(slope)} (1 would be Zipf's law)" : ""), samples);
    }

    private static string Sample(ReportData data) => Say.Count(data.Relived.Replications.Count, "history", "histories");
}
