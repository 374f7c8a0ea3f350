using ClusterSim.Reporting.Figures;

namespace ClusterSim.Browser.Tests.Figures;

/// <summary>The same figures from data that break drawings: long and hostile names, zeros, gaps, open ends, huge numbers, nothing at all.</summary>
internal static class NastyAnalyses
{
    private const string Long = "Start-up grants and skills in late growth";
    private const string Unbroken = "government-venture-capital-when-embryonic";
    private const string Hostile = "</text><script>alert('x')</script> & \"more\"";
    private const double Huge = 12_345_678;

    private static readonly double[] None = [double.NaN, double.NaN], Ages = [0, 1];

    public static IEnumerable<Figure> All() =>
    [
        Tornado.Of(Words("tornado-zero"), [new(Hostile, new("S1", 0, 0, 0), null, Long), new(Unbroken, new("S1", double.NaN, double.NaN, double.NaN), new("ST", -3, -4, 2), Hostile)]),
        Tornado.Of(Words("tornado-huge"), [new($"{Unbroken}.{Unbroken}", new(Long, Huge, -Huge, 3 * Huge), new(Unbroken, -Huge, double.NaN, double.NaN), $"{Long}: {Long}"), new("x", new(Long, 1, 0.5, 2), new(Unbroken, 2, 1, 3), "")]),
        Tornado.Of(Words("tornado-empty"), []),
        PrecisionPlot.Of(Words("precision-one"), [new(Unbroken, [10], [Huge])]),
        PrecisionPlot.Of(Words("precision-four"), [.. new[] { Long, Unbroken, Hostile, "grant" }.Select((arm, i) => SampleAnalyses.Narrowing(arm, 200 + i, Huge * (i % 2)))]),
        PrecisionPlot.Of(Words("precision-zero"), [new("sham", [10, 20], [0, 0], 0), new("gap", [10, 20], None)]),
        PrecisionPlot.Of(Words("precision-empty"), []),
        NeverFiredStrip.Of(Words("starts-nasty"), [new(Long, [3], 0.2, 1), new(Unbroken, None, 0, 0.6), SampleAnalyses.Starts(Hostile, 100_000, 99_999), new("none", [], 0, 1)]),
        NeverFiredStrip.Of(Words("starts-empty"), []),
        CostEffectivenessPlane.Of(Words("plane-nasty"), [SampleAnalyses.Cloud(Long, -Huge, Huge), SampleAnalyses.Cloud(Unbroken, 0, 0), new(Hostile, double.NaN, 5, []), new("grant", 1, -1e12, [(double.NaN, 1)])], Hostile),
        CostEffectivenessPlane.Of(Words("plane-empty"), [], ""),
        AcceptabilityCurve.Of(Words("worth-nasty"), [new(Long, [0, 1000], [0, 0.5]), new(Unbroken, [0, 1000, 1e9], [double.NaN, 0.5, 0.5]), new(Hostile, [1000], [0.5])]),
        AcceptabilityCurve.Of(Words("worth-one"), [new(Unbroken, [5], [1])]),
        AcceptabilityCurve.Of(Words("worth-empty"), [new("grant", [0], [0])]),
        PersistenceCurve.Of(Words("left-nasty"), [new(Long, Ages, [1, 40], [-900, -3], [2, 5000]), new(Unbroken, Ages, [1, -3], None, None), new(Hostile, Ages, None, None, None)]),
        PersistenceCurve.Of(Words("left-one"), [new(Hostile, [0], [1], [1], [1])]),
        PersistenceCurve.Of(Words("left-empty"), [new("grant", Ages, None, None, None)]),
        IncidenceCurves.Of(Words("incidence-zero"), Flat("without", 0), Flat("with", 0)),
        IncidenceCurves.Of(Words("incidence-full"), null, Flat(Hostile, 1)),
        IncidenceCurves.Of(Words("incidence-empty"), null, null),
        BoxFigure.Of(Words("box-nasty"), [new(Hostile, -Huge, Huge, 0, 0, [], [], Long), new($"{Unbroken}.{Unbroken}", double.NaN, 1e-7, -Huge, Huge, [], [], Unbroken), new(Long, double.NaN, double.NaN, double.NaN, double.NaN, [Long, Unbroken], [Long, Hostile, Unbroken], "")]),
        BoxFigure.Of(Words("box-empty"), []),
        TradeOffCurve.Of(Words("trade-one"), [new(1, 0, 1, 0)], 1, 0),
        TradeOffCurve.Of(Words("trade-empty"), [], double.NaN, double.NaN),
        SizeCurve.CriticalMass.Of(Words("mass-open"), [new(1, 3, 0, 0, 0.6), new(Huge, 3, 1, 0.4, 1)], Hostile, (5, double.NegativeInfinity, double.PositiveInfinity)),
        SizeCurve.CriticalMass.Of(Words("mass-one"), [new(7, 3, 0.5, 0.1, 0.9)], Unbroken, (double.NaN, double.NaN, double.NaN)),
        SizeCurve.CriticalMass.Of(Words("mass-empty"), [], "", (double.NaN, double.NaN, double.NaN)),
        TimingContrasts.Of(Words("contrasts-nasty"), [new(Long, Huge, -Huge, 3 * Huge, 100_000, 100_000, Hostile, true), new(Unbroken, 0, 0, 0, 0, 9, Long), new(Hostile, double.NaN, double.NaN, double.NaN, 0, 0, "")]),
        TimingContrasts.Of(Words("contrasts-empty"), []),
    ];

    private static StageIncidence Flat(string side, double value)
    {
        double[] values = [value, value];
        return new StageIncidence(side, Ages, values, values, values, values, values, values, values);
    }

    private static FigureText Words(string id) =>
        SampleFigures.Words(id, "persons employed in firms of the focal region and activity, arm minus baseline, after 15 years") with { Title = Hostile, Description = Hostile };
}
