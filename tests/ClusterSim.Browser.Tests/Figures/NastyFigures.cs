using ClusterSim.Reporting.Figures;

namespace ClusterSim.Browser.Tests.Figures;

/// <summary>The same figures from data that break drawings: one arm, ends that nearly meet, long and hostile names, nothing but zeros, gaps, large and negative numbers, nothing at all.</summary>
internal static class NastyFigures
{
    private const string Long = "Start-up grants and skills in late growth";
    private const string Unbroken = "government-venture-capital-when-embryonic";
    private const string Hostile = "</text><script>alert('x')</script> & \"more\"";
    private const double Huge = 12_345_678;

    private static readonly double[] Gap = [double.NaN];

    public static IEnumerable<Figure> All() =>
    [
        FanChart.Of(Words("fan-one"), [SampleFigures.Fan("no policy", true, 900)]),
        FanChart.Of(Words("fan-equal"), [SampleFigures.Fan("no policy", true, 900), SampleFigures.Fan(Long, false, 901), SampleFigures.Fan("grant", false, 902), SampleFigures.Fan(Unbroken, false, 903)]),
        FanChart.Of(Words("fan-close"), [SampleFigures.Fan("no policy", true, 900), SampleFigures.Fan("at growth", false, 901), SampleFigures.Fan("grant", false, 902), SampleFigures.Fan("lab", false, 903)]),
        FanChart.Of(Words("fan-zero"), [Flat("no policy", true, 0), Flat(Hostile, false, 0)]),
        FanChart.Of(Words("fan-huge"), [Flat("no policy", true, Huge), Flat("grant", false, -Huge)]),
        FanChart.Of(Words("fan-tiny"), [Flat("no policy", true, 0.000012), Flat("grant", false, 0.000013)]),
        FanChart.Of(Words("fan-gaps"), [Gaps("no policy"), SampleFigures.Fan("grant", false, 400)], [double.NaN, 3, 3, -5, 900]),
        FanChart.Of(Words("fan-single-year"), [new Fan("no policy", true, [7], [3], [3], [3], [3], [3])]),
        FanChart.Of(Words("fan-empty"), []),
        FanChart.Of(Words("fan-missing"), [new Fan("no policy", true, [0], Gap, Gap, Gap, Gap, Gap)]),
        StageRibbon.Of(Words("ribbon-three"), [SampleFigures.Shares(Long, 0), SampleFigures.Shares(Hostile, 2), SampleFigures.Shares(Unbroken, 12)]),
        StageRibbon.Of(Words("ribbon-single"), [new StageShares("no policy", [0, 1, 2], [new("growth", [0, 1, 0]), new("none", [1, 0, 1])], [])]),
        StageRibbon.Of(Words("ribbon-gaps"), [new StageShares("no policy", [0, 1, 2], [new("growth", [0, double.NaN, 0.4]), new("a stage of its own", [1, 0, 0.6])], [new("growth", double.NaN)])]),
        StageRibbon.Of(Words("ribbon-empty"), []),
        StageTimes.Of(Words("times-one"), [new("growth", "no policy", 5, 5, 5, 0.01)]),
        StageTimes.Of(Words("times-long"), [new(Long, Long, 1, 2, 3, 1), new(Long, Unbroken, 9, 9.25, 40, 0.333), new(Unbroken, Long, double.NaN, double.NaN, double.NaN, 0)]),
        StageTimes.Of(Words("times-empty"), []),
        EffectClocks.Of(Words("clocks-zero"), [new EffectCurve("grant", [new(5, 0, 0, 0), new(10, 0, 0, 0)], [new(5, 0, 0, 0)])]),
        EffectClocks.Of(Words("clocks-four"), [Clock(Long, 1), Clock(Unbroken, 1.01), Clock(Hostile, 1.02), Clock("grant", -Huge)]),
        EffectClocks.Of(Words("clocks-gaps"), [SampleFigures.Curve("grant", 60, Huge), new EffectCurve("lab", [new(5, double.NaN, double.NaN, double.NaN)], [])]),
        EffectClocks.Of(Words("clocks-never"), [new EffectCurve("grant", [new(5, 1, -1, 2)], [])]),
        EffectClocks.Of(Words("clocks-empty"), []),
        TimingHeatMap.Of(Words("timing-huge"), [.. SampleFigures.Timing([Long, Unbroken, Hostile], 200_000)]),
        TimingHeatMap.Of(Words("timing-one"), [new("grant", "growth", -3, -5, -1, true)]),
        TimingHeatMap.Of(Words("timing-zero"), [new("grant", "growth", 0, 0, 0), new("grant", Unbroken, 0, 0, 0), new("lab", "growth", double.NaN, double.NaN, double.NaN)]),
        TimingHeatMap.Of(Words("timing-empty"), []),
        ForestPlot.Of(Words("forest-one"), [new("grant", 0, 0, 0, 1, 1, "")]),
        ForestPlot.Of(Words("forest-long"),
        [
            new(Long, Huge, -Huge, 3 * Huge, 100_000, 100_000, "cannot be told from nothing at this number of pairs", true), new(Unbroken, -Huge, -2 * Huge, -1, 3, 9, Hostile),
            new(Hostile, 0, 0, 0, 0, 9, "", false, Long + ", and " + Long), new("gap", double.NaN, double.NaN, double.NaN, 0, 0, "nothing to say"),
        ]),
        ForestPlot.Of(Words("forest-empty"), []),
        SurvivalCurves.Of(Words("survival-one"), [KaplanMeier.Estimate("spin-off", [new(3, true)])]),
        SurvivalCurves.Of(Words("survival-equal"), [.. new[] { "de novo", "spin-off", "inward", "diversifier" }.Select(origin => KaplanMeier.Estimate(origin, [new(3, true), new(9, false), new(40, false)]))]),
        SurvivalCurves.Of(Words("survival-long"), [.. new[] { Long, Unbroken, Hostile }.Select((origin, i) => KaplanMeier.Estimate(origin, Enumerable.Range(1, 20_000).Select(k => new ObservedLife(k % (300 + i) / 12.0, k % 3 > 0))))]),
        SurvivalCurves.Of(Words("survival-empty"), [KaplanMeier.Estimate("spin-off", [])]),
        SizeDistribution.Of(Words("sizes-one"), [new("no policy", true, [12])]),
        SizeDistribution.Of(Words("sizes-huge"), [new(Long, true, [0, 1, 3, 9, 70, 12_345_678], -0.2, 3), new(Unbroken, false, [double.NaN, 5, 5, 5])]),
        SizeDistribution.Of(Words("sizes-empty"), [new("no policy", true, [0])]),
        FamilyTree.Of(Words("family-one"), [new(1, null, Hostile, 3, double.NaN, 0)], 10),
        FamilyTree.Of(Words("family-many"), [.. SampleFigures.Firms(700).Select(firm => firm with { Name = $"{Long} {firm.Firm}", PeakHeadcount = firm.PeakHeadcount * 1000 })], 40),
        FamilyTree.Of(Words("family-odd"), [new(1, 99, "Orphan", 3, 2, double.NaN), new(2, 1, "Late child", 8, double.NaN, 5), new(3, 4, "Own ancestor", 1, 2, 3), new(4, 3, "Own ancestor", 1, 2, 3)], 5),
        FamilyTree.Of(Words("family-single-line"), [.. Enumerable.Range(0, 100).Select(i => new FirmLife(i, i > 0 ? i - 1 : null, $"Firm {i}", i / 3.0, i / 3.0 + 2, 100 - i))], 40),
        FamilyTree.Of(Words("family-empty"), [], 40),
        RegionBars.Of(Words("regions-huge"), [new(Long, "target region", Huge, 1, 2 * Huge), new(Long, Unbroken, -Huge, -2 * Huge, 0), new(Hostile, "the country", 0, 0, 0), new(Hostile, "elsewhere", double.NaN, double.NaN, double.NaN)]),
        RegionBars.Of(Words("regions-empty"), []),
        AdditionalityWaterfall.Of(Words("waterfall-huge"), [new(Long, Unbroken, Huge, -Huge, 3 * Huge), new(Long, Hostile, -2 * Huge, double.NegativeInfinity, double.PositiveInfinity), new(Long, "net", -Huge, -Huge, -Huge, true), new(Hostile, Long, double.NaN, double.NaN, double.NaN)]),
        AdditionalityWaterfall.Of(Words("waterfall-zero"), [new("target region", "gross", 0, 0, 0), new("target region", "net", 0, 0, 0, true)]),
        AdditionalityWaterfall.Of(Words("waterfall-empty"), []),
        PolicyTimeline.Of(Words("timeline-nasty"), [new(Long, Hostile, double.NaN, double.NaN, double.NaN, 5, 0), new(Unbroken, "", 39, 39, 39, 500, 0.01), new("grant", "", 0, 0, 0, double.PositiveInfinity, 1)], 40),
        PolicyTimeline.Of(Words("timeline-empty"), [], 40),
    ];

    private static FigureText Words(string id) =>
        SampleFigures.Words(id, "persons employed in firms of the focal region and activity, arm minus baseline, after 15 years") with { Title = Hostile, Description = Hostile };

    private static Fan Flat(string name, bool baseline, double value)
    {
        double[] values = [.. Enumerable.Repeat(value, 41)];
        return new Fan(name, baseline, [.. Enumerable.Range(0, 41).Select(year => (double)year)], values, values, values, values, values);
    }

    private static Fan Gaps(string name)
    {
        Fan whole = SampleFigures.Fan(name, true, 500);
        double[] Pierced(IReadOnlyList<double> values) => [.. values.Select((value, i) => i % 40 is > 10 and < 20 || i > 140 ? double.NaN : value)];
        return new Fan(name, true, whole.Years, Pierced(whole.Median), Pierced(whole.Low50), Pierced(whole.High50), Pierced(whole.Low90), Pierced(whole.High90));
    }

    private static EffectCurve Clock(string arm, double effect)
    {
        EffectPoint[] points = [.. Enumerable.Range(1, 4).Select(i => new EffectPoint(5 * i, effect * i, effect * i - 2, effect * i + 2))];
        return new EffectCurve(arm, points, points);
    }
}
