using ClusterSim.Experiments.Facts;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Facts;

/// <summary>The picture of a fact: the relation that it speaks of, and how its value is spread over histories.</summary>
internal static class FactFigures
{
    /// <summary>Statistics with a relation worth seeing: title, vertical axis, look.</summary>
    private static readonly Dictionary<string, (string Title, string Up, RelationLook Look)> Relations = new()
    {
        ["survival-5"] = ("Survival of new firms by age", "share of firms still alive", new RelationLook("age of the firm, years") { Shares = true, BandAt = 5 }),
        ["survival-10"] = ("Survival of new firms by age", "share of firms still alive", new RelationLook("age of the firm, years") { Shares = true, BandAt = 10 }),
        ["growth-shape"] = ("Growth rates of firms: on this axis a tent is Laplace's distribution, a dome the normal one", "density, firm-years per unit of growth", new RelationLook("log growth of staff over a year, less the mean of the year") { LogUp = true }),
        ["growth-spread-exponent"] = ("The spread of growth rates falls with size", "standard deviation of log growth over a year", new RelationLook("staff a year before (bins that double)") { LogAcross = true, LogUp = true }),
        ["wage-start-gap"] = ("Wages by tenure in clusters and outside", "mean log wage less that of the year, log points", new RelationLook("whole years with the employer (10 = ten or more)")),
        ["wage-slope-gap"] = ("Wages by tenure in clusters and outside", "mean log wage less that of the year, log points", new RelationLook("whole years with the employer (10 = ten or more)")),
        ["knowledge-localisation"] = ("How local learning is, by the age of what is learnt", "learning events within the region over those of control draws", new RelationLook("age of the knowledge, years (classes of five; the last is open)")),
    };

    /// <summary>The relation, where there is one, then the spread over histories.</summary>
    public static IEnumerable<Figure> Of(FactEvidence evidence)
    {
        FactResult result = evidence.Result;
        Fact fact = result.Fact;
        if (fact.Missing.Length > 0) yield break;
        string sample = $"{Say.Count(evidence.Sample.Count, "history", "histories")} of {fact.Preset}";
        IReadOnlyList<double> sizes = evidence.Sample.Sizes(fact.Statistic);
        if (sizes.Count > 0) yield return Tail(result, sizes, sample);
        else if (Relations.TryGetValue(fact.Statistic, out var relation)) yield return Relation(evidence, relation, sample);
        yield return Spread(evidence, sample);
    }

    private static Figure Tail(FactResult result, IReadOnlyList<double> sizes, string sample)
    {
        bool firms = result.Fact.Statistic == "size-tail";
        double from = firms ? 10 : sizes.OrderDescending().ElementAt(Math.Min(sizes.Count - 1, sizes.Count / 5));
        string title = firms ? "Firms of ten or more by size: a power law is a straight line" : "Exits with proceeds by value: a power law is a straight line";
        return SizeDistribution.Of(new FigureText($"{Id(result)}-tail", title, firms ? "staff" : "value of the exit, GBP thousand", sample, firms ? "firm_years.csv" : "deals.csv",
            $"{title}. The slope is {Say.Number(-result.Value)}."), [new SizeSample("model", Baseline: false, sizes, -result.Value, from)], firms ? "firms" : "exits");
    }

    private static Figure Relation(FactEvidence evidence, (string Title, string Up, RelationLook Look) relation, string sample)
    {
        Fact fact = evidence.Result.Fact;
        IReadOnlyList<FactLine> lines = evidence.Sample.Relation(fact.Statistic);
        bool banded = fact.Statistic is "survival-5" or "survival-10" or "knowledge-localisation";
        string words = string.Join("; ", lines.Select(line => line.Y.Count == 0 ? line.Name : $"{line.Name}: from {Say.Number(line.Y[0])} at {Say.Number(line.X[0])} to {Say.Number(line.Y[^1])} at {Say.Number(line.X[^1])}"));
        return RelationPlot.Of(new FigureText($"{Id(evidence.Result)}-relation", relation.Title, relation.Up, sample, Files(fact), $"{relation.Title}. {words}."),
            [.. lines.Select(line => new RelationLine(line.Name, line.X, line.Y))], banded ? relation.Look with { Band = (fact.Low, fact.High) } : relation.Look);
    }

    private static Figure Spread(FactEvidence evidence, string sample)
    {
        FactResult result = evidence.Result;
        Fact fact = result.Fact;
        IReadOnlyList<double> each = evidence.Sample.Each(fact.Statistic);
        bool times = fact.Statistic.StartsWith("years-to-maturity", StringComparison.Ordinal);
        string what = times ? "regions" : "histories";
        string title = each.Count == 0 ? "The value against the band" : $"The value against the band, and the {what} behind it";
        return BandHistogram.Of(new FigureText($"{Id(result)}-spread", title, $"{fact.Name}, {Unit(fact)}", sample, Files(fact),
            $"Value {Say.Number(result.Value)}, 95 % interval {Say.Range(result.Interval.Low, result.Interval.High)}, band {FactWords.Band(fact)}.",
            each.Count(double.IsNaN) is var silent and > 0 ? $"{Say.Count(silent, "history says", "histories say")} nothing about it" : ""),
            new BandedValues(each, result.Value, result.Interval.Low, result.Interval.High, fact.Low, fact.High), what);
    }

    private static string Id(FactResult result) => result.Fact.Id.ToLowerInvariant();

    private static StatisticDefinition? Definition(Fact fact) => StatisticDefinition.All.FirstOrDefault(each => each.Name == fact.Statistic);

    private static string Unit(Fact fact) => Definition(fact)?.Unit is { } unit && unit != "1" ? unit : "no unit";

    private static string Files(Fact fact) => string.Join(", ", Definition(fact)?.Files ?? []);
}
