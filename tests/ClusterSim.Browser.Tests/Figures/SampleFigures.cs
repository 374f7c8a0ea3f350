using ClusterSim.Reporting.Figures;

namespace ClusterSim.Browser.Tests.Figures;

/// <summary>Figures from ordinary data, made up without chance, as a report would show them.</summary>
internal static class SampleFigures
{
    public static readonly string[] Stages = ["birth", "embryonic", "growth", "maturity", "decline", "renewal", "dissolved"];

    private static readonly string[] Arms = ["no policy", "grant at growth", "laboratory", "venture fund"];

    public static IEnumerable<Figure> All() =>
    [
        FanChart.Of(Words("fan-jobs", "persons employed in the focal region"), [Fan(Arms[0], true, 900), Fan(Arms[1], false, 1150)], [8, 9.5, 10, 10.5, 11, 12, 12.25, 13, 15, 19]),
        FanChart.Of(Words("fan-four", "firms in the focal region"), [Fan(Arms[0], true, 40), Fan(Arms[1], false, 44), Fan(Arms[2], false, 52), Fan(Arms[3], false, 36)]),
        StageRibbon.Of(Words("stage-ribbon", ""), [Shares(Arms[0], 0), Shares(Arms[1], 3)]),
        StageTimes.Of(Words("stage-times", "years"), [.. Stages[1..5].SelectMany((stage, i) => Arms[..2].Select((arm, k) => new StageTime(stage, arm, 3 + 6 * i, 6 + 7 * i - 2 * k, 12 + 9 * i, 0.98 - 0.17 * i)))]),
        EffectClocks.Of(Words("clocks-many", "net jobs, arm minus baseline"), [Curve(Arms[1], 40, 90), Curve(Arms[2], 40, 40)]),
        EffectClocks.Of(Words("clocks-few", "net jobs, arm minus baseline"), [Curve(Arms[1], 4, 90), Curve(Arms[2], 4, 40), Curve(Arms[3], 4, -30)]),
        TimingHeatMap.Of(Words("timing", "net jobs after 15 years, arm minus baseline"), [.. Timing(["start-up grant", "public laboratory", "skills training", "network broker", "government venture fund"])]),
        ForestPlot.Of(Words("forest", "net jobs after 15 years, arm minus baseline"), Forest()),
        SurvivalCurves.Of(Words("survival", ""), [.. new[] { "de novo", "spin-off", "diversifier", "displaced founder" }.Select((origin, i) => KaplanMeier.Estimate(origin, Lives(120 + 90 * i, 4 + 4 * i)))]),
        SizeDistribution.Of(Words("sizes", "persons employed"), [new(Arms[0], true, Sizes(400, 1.1), -1.1, 10), new(Arms[1], false, Sizes(500, 0.95), -0.95, 10)]),
        FamilyTree.Of(Words("family", ""), Firms(90), 40),
        RegionBars.Of(Words("regions", "net jobs after 15 years"), [.. Arms[1..].SelectMany((arm, i) => new RegionEffect[]
            { new(arm, "target region", 80 - 30 * i, 40 - 30 * i, 120 - 30 * i), new(arm, "elsewhere", -30, -55, -4), new(arm, "the country", 50 - 30 * i, -12 - 30 * i, 110 - 30 * i) })]),
        AdditionalityWaterfall.Of(Words("additionality", "jobs after 15 years, arm minus baseline"), [.. new[] { "target region", "all other regions", "whole country" }.SelectMany((place, i) => Steps(place, 1 - i % 2))]),
        PolicyTimeline.Of(Words("timeline", "years"), [new("grant at birth", "from the start", 0, 0, 0, 5, 1), new("grant at growth", "waits for growth", 8, 12, 21, 5, 0.93), new("grant at decline", "waits for decline", 26, 31, 38, 5, 0.41)], 40),
    ];

    private static AdditionalityStep[] Steps(string place, double scale) =>
    [
        new(place, "gross: jobs at supported firms", 91 * scale, 60 * scale, 126 * scale), new(place, "deadweight: there anyway", -58 * scale, -80 * scale, -31 * scale),
        new(place, "substitution within families", 13 * scale, -6 * scale, 30 * scale), new(place, "displacement at other firms", -40, -55, -19), new(place, "entrants: firms that the twin lacks", 31, 10, 55),
        new(place, "net: additional jobs", 46 * scale - 9, 15 * scale - 20, 80 * scale, IsSum: true),
    ];

    public static FigureText Words(string id, string unit) =>
        new(id, "Jobs: the grant at growth adds 58 (26 to 90) after 15 years", unit, "100 pairs of histories", "timeseries.csv", "A made-up figure for a test.");

    public static Fan Fan(string name, bool baseline, double top, int years = 40)
    {
        double[] at = [.. Enumerable.Range(0, years * 4 + 1).Select(quarter => quarter / 4.0)];
        double[] median = [.. at.Select(year => Level(year, top))];
        return new Fan(name, baseline, at, median, Times(median, 0.85), Times(median, 1.18), Times(median, 0.6), Times(median, 1.5));
    }

    public static StageShares Shares(string arm, double early)
    {
        double[] years = [.. Enumerable.Range(0, 41).Select(year => (double)year)];
        double[] reached = [0, 4, 10, 19, 28, 36, 38];
        double[][] beyond = [.. reached.Select(at => years.Select(year => at == 0 ? 1 : 1 / (1 + Math.Exp((at - early - year) / 2.2))).ToArray())];
        StageBand[] bands = [.. Stages.Select((stage, i) => new StageBand(stage, [.. years.Select((_, row) => beyond[i][row] - (i < 6 ? Math.Min(beyond[i + 1][row], beyond[i][row]) : 0))]))];
        return new StageShares(arm, years, bands, [.. Stages[1..5].Select((stage, i) => new StageEntry(stage, reached[i + 1] - early))]);
    }

    public static EffectCurve Curve(string arm, int points, double top)
    {
        EffectPoint[] Points(double late) => [.. Enumerable.Range(1, points).Select(i => i * 40.0 / points).Select(year =>
            new EffectPoint(year, top * Math.Min(1, Math.Max(0, year - late) / 15), top * Math.Min(1, Math.Max(0, year - late) / 15) - 8 - year, top * Math.Min(1, Math.Max(0, year - late) / 15) + 8 + year))];
        return new EffectCurve(arm, Points(10), Points(0));
    }

    public static IEnumerable<TimingCell> Timing(string[] instruments, double scale = 1) =>
        from instrument in instruments.Select((name, i) => (name, i))
        from stage in Stages[..6].Select((name, i) => (name, i))
        let effect = scale * (60 - 17 * Math.Abs(stage.i - instrument.i) - 9 * instrument.i)
        select (instrument.i + stage.i) % 7 == 6
            ? new TimingCell(instrument.name, stage.name, double.NaN, double.NaN, double.NaN)
            : new TimingCell(instrument.name, stage.name, effect, effect - 22 * scale, effect + 22 * scale, effect > 45 * scale);

    private static ForestRow[] Forest() =>
    [
        new("grant at embryonic", 84, 51, 117, 100, 100, "creates jobs", Best: true),
        new("grant at growth", 58, 26, 90, 96, 100, "creates jobs", Best: true),
        new("grant at maturity", 11, -14, 36, 71, 100, "not told from nothing"),
        new("grant at decline", -22, -40, -4, 44, 100, "destroys jobs"),
        new("grant at renewal", 0, 0, 0, 0, 100, "", NoEffectReason: "no history reached renewal in 40 years, so nothing was spent"),
    ];

    private static IEnumerable<ObservedLife> Lives(int count, double mean) =>
        Enumerable.Range(1, count).Select(i => -mean * Math.Log(1 - i / (count + 1.0))).Select((years, i) => i % 5 == 0 ? new ObservedLife(Math.Min(years, 30) * 0.8, false) : new ObservedLife(Math.Min(years, 35), years < 35));

    private static double[] Sizes(int count, double slope) => [.. Enumerable.Range(1, count).Select(i => Math.Round(Math.Min(3000, 2 * Math.Pow((count + 1.0) / i, 1 / slope))))];

    public static IReadOnlyList<FirmLife> Firms(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            double founded = i < 4 ? 0 : 3 + i * 33.0 / count;
            int? parent = i < 4 || i % 11 == 0 ? null : (i * 7 + i / 3) % Math.Max(1, i / 3);
            double closed = founded + 2 + i * 13 % 29;
            return new FirmLife(i, parent, $"{FirmNames[i % FirmNames.Length]} {i}", founded, closed < 40 ? closed : double.NaN, 4 + i * 37 % 211);
        }),
    ];

    private static readonly string[] FirmNames = ["Alpha Labs", "Beta Tools", "Tecnica", "Nordica Boots", "Fairchild", "Silent Mill"];

    private static double Level(double year, double top)
    {
        double grown = year * year * year / (year * year * year + 2500);
        return top * (0.03 + grown - 0.00018 * Math.Max(0, year - 22) * Math.Max(0, year - 22));
    }

    private static double[] Times(double[] values, double factor) => [.. values.Select((value, i) => value * (1 + (factor - 1) * Math.Min(1, i / 60.0)))];
}
