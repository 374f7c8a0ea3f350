using ClusterSim.Reporting.Figures;

namespace ClusterSim.Browser.Tests.Figures;

/// <summary>Figures of uncertain worlds, money and precision from ordinary data, made up without chance.</summary>
internal static class SampleAnalyses
{
    private static readonly string[] Arms = ["grant-growth", "laboratory", "venture-fund", "skills"];

    private static readonly string[] Factors = ["spin-offs.hazard", "labour-mobility.contact", "venture-capital.supply", "town.trust", "heritage.share", "demand.growth"];

    public static IEnumerable<Figure> All() =>
    [
        Tornado.Of(Words("tornado-sobol", "share of the variance: change in jobs"), [.. Factors.Select((factor, i) => Shares(factor, 0.56 / (1 + i) - 0.09 * (i > 3 ? 1 : 0)))]),
        Tornado.Of(Words("tornado-morris", "effect of a step over the whole range: change in jobs"), [.. Factors.Select((factor, i) => new FactorInfluence(factor, new("mean size of the effect (\u00b5*)", 80 - 12 * i, 60 - 12 * i, 100 - 12 * i), new("spread of the effects (\u03c3)", 20 + 9 * i, double.NaN, double.NaN), "acts upwards, steadily"))]),
        Tornado.Of(Words("tornado-many", "share of the variance: change in jobs"), [.. Enumerable.Range(1, 30).Select(i => new FactorInfluence($"factor-{i}", new("alone (S1)", 1.0 / i, double.NaN, double.NaN), null, ""))]),
        PrecisionPlot.Of(Words("precision", "half of the 95 % interval: change in jobs of the target region after 15 years"), [.. Arms[..3].Select((arm, i) => Narrowing(arm, 300 - 60 * i, 28 - 8 * i))]),
        NeverFiredStrip.Of(Words("never-started", "share of histories, in the order of their starts"), [Starts(Arms[0], 100, 87), Starts(Arms[1], 100, 100), Starts(Arms[2], 100, 21), Starts(Arms[3], 100, 0)]),
        CostEffectivenessPlane.Of(Words("plane", "additional cost until the end of the history, GBP"), [.. Arms.Select((arm, i) => Cloud(arm, 60 - 25 * i, 2.1e6 + 9e5 * i))], "change in jobs of the whole country, 15 years after each one's start (persons)"),
        AcceptabilityCurve.Of(Words("acceptability", "chance of a net benefit, whole country, 15 years after the start"), [.. Arms.Select((arm, i) => Worth(arm, 12_000 * (1 + 2 * i)))]),
        PersistenceCurve.Of(Words("persistence", "share of the change at the end of the policy that is left"), [Fading(Arms[0], 9), Fading(Arms[1], 40)]),
        PersistenceCurve.Of(Words("persistence-four", "share of the change at the end of the policy that is left"), [.. Arms.Select((arm, i) => Fading(arm, 5 + 9 * i))]),
        IncidenceCurves.Of(Words("next-stage", "share of the histories in which it started"), Reaching("without", 0.05), Reaching("with", 0.09)),
        BoxFigure.Of(Words("box", "range of each parameter that was tried"),
        [
            new("venture-capital.supply", double.NegativeInfinity, 0.31, 0, 1, [], [], "limited in 96 % of half samples"), new("labour-mobility.contact", 0.6, 1.1, 0.2, 2.4, [], [], "limited in 70 % of half samples"),
            new("theory", double.NegativeInfinity, double.PositiveInfinity, double.NaN, double.NaN, ["heritage"], ["heritage", "marshall", "porter"], "limited in 55 % of half samples"),
        ]),
        TradeOffCurve.Of(Words("trade-off", "density: share of the worlds inside that are cases"), [.. Enumerable.Range(0, 20).Select(i => new BoxStep(1 - 0.002 * i * i, 0.3 + 0.035 * i, 1 - 0.045 * i, i / 6))], 0.83, 0.64),
        SizeCurve.CriticalMass.Of(Words("critical-mass", "share of histories in which a cluster stands"), [.. new[] { 1e6, 6e6, 11e6, 16e6, 22e6, 28e6, 34e6, 39e6 }.Select((size, i) => new SizePoint(size, 32, 0.08 + 0.11 * i, 0.03 + 0.1 * i, 0.2 + 0.11 * i))], "package.budget, in the unit of worlds.csv", (17e6, 12e6, 23e6)),
        TimingContrasts.Of(Words("contrasts", "jobs of the whole country after 15 years, less that with grant-growth (persons)"),
            [new(Arms[1], -4, -19, 11, 92, 100, "too close to call"), new(Arms[2], -31, -48, -14, 40, 100, "likely lower"), new(Arms[3], 0.4, -0.9, 1.8, 100, 100, "too close to call", Equivalent: true)]),
    ];

    public static PrecisionCurve Narrowing(string arm, double first, double target)
    {
        double[] pairs = [.. Enumerable.Range(1, 40).Select(i => 10.0 * i)];
        return new PrecisionCurve(arm, pairs, [.. pairs.Select(n => first / Math.Sqrt(n))], target);
    }

    public static ArmStarts Starts(string arm, int histories, int started) =>
        new(arm, [.. Enumerable.Range(0, histories).Select(i => i < started ? 4 + i * 37 % 31 : double.NaN)], Math.Max(0, started / (double)histories - 0.08), Math.Min(1, started / (double)histories + 0.06));

    public static CostCloud Cloud(string arm, double effect, double cost) =>
        new(arm, effect, cost, [.. Enumerable.Range(0, 200).Select(i => (effect + 14 * Math.Sin(i * 1.7) * Math.Cos(i * 0.31), cost * (1 + 0.2 * Math.Sin(i * 0.9))))]);

    private static FactorInfluence Shares(string factor, double total) =>
        new(factor, new("alone and with others (ST)", total, total - 0.09, total + 0.1), new("alone (S1)", total - 0.2, total - 0.31, total - 0.08), total > 0.09 ? $"acts alone and together with others: ST {total:0.00}" : "has no influence that shows: ST indistinguishable from 0");

    private static ArmAcceptability Worth(string arm, double half)
    {
        double[] worths = [0, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];
        return new ArmAcceptability(arm, worths, [.. worths.Select(worth => 1 - 1 / (1 + Math.Pow(worth / half, 2)))]);
    }

    private static UpliftLeft Fading(string arm, double life)
    {
        double[] years = [.. Enumerable.Range(0, 31).Select(year => (double)year)], left = [.. years.Select(year => Math.Exp(-year / life))];
        return new UpliftLeft(arm, years, left, [.. left.Select((share, i) => share - 0.01 * i)], [.. left.Select((share, i) => share + 0.012 * i)]);
    }

    private static StageIncidence Reaching(string side, double rate)
    {
        double[] years = [.. Enumerable.Range(0, 31).Select(year => (double)year)], next = [.. years.Select(year => 0.8 * (1 - Math.Exp(-rate * year)))], collapse = [.. years.Select(year => 0.2 * (1 - Math.Exp(-rate * year / 2)))];
        return new StageIncidence(side, years, next, [.. next.Select(share => share * 0.85)], [.. next.Select(share => Math.Min(1, share * 1.15))], collapse, collapse, collapse, [.. years.Select((_, i) => 90.0 - 2 * i)]);
    }

    private static FigureText Words(string id, string unit) => SampleFigures.Words(id, unit);
}
