using ClusterSim.Model.State.LifeCycle;
using CsCheck;

namespace ClusterSim.Tests.State.LifeCycle;

/// <summary>A made-up region-activity, told phase by phase. Employment goes on from where the last phase left it.</summary>
internal sealed class Life
{
    private double _workers = 100;

    public List<StageSignals> Quarters { get; } = [];

    /// <summary>Some quarters of steady growth.</summary>
    /// <param name="growth">Log points a year.</param>
    /// <param name="heterogeneity">Value reached at the end, in even steps; the last one if nothing is said.</param>
    public Life For(int quarters, double growth, int firms = 20, double quotient = 2, double? heterogeneity = null,
        int entries = 1, int exits = 0, int spunOff = 0, double newSubmarkets = 0)
    {
        double from = Quarters.Count == 0 ? 1 : Quarters[^1].Heterogeneity, to = heterogeneity ?? from;
        for (int i = 1; i <= quarters; i++)
        {
            _workers *= Math.Exp(growth / 4);
            Quarters.Add(new StageSignals
            {
                Headcount = _workers,
                FirmCount = firms,
                LocationQuotient = quotient,
                Heterogeneity = from + (to - from) * i / quarters,
                NewSubmarketShare = newSubmarkets,
                Entries = entries,
                Exits = exits,
                SpunOff = spunOff,
            });
        }
        return this;
    }

    /// <summary>From nothing to embryonic.</summary>
    public static Life Embryonic() => new Life().For(12, growth: 0, firms: 6, quotient: 1.1);

    public static Life Growing() => Embryonic().For(24, growth: 0.1);

    public static Life Mature() => Growing().For(24, growth: 0);

    public static Life Declining() => Mature().For(40, growth: -0.06);

    public static Life Renewed() => Mature().For(20, growth: 0, heterogeneity: 1.5).For(12, growth: 0.08, heterogeneity: 2);

    public static Life Dissolved() => Declining().For(24, growth: -0.2, firms: 2, quotient: 0.3);

    /// <summary>Growth along a logistic curve from 1 % to nearly all of a thousand workers, firms in proportion.</summary>
    /// <param name="rate">Growth at the start, and so at its highest; log points a year.</param>
    public static IReadOnlyList<StageSignals> Logistic(double rate)
    {
        const double first = -4.6;
        int quarters = (int)(4 * (8 - first) / rate);
        return [.. Enumerable.Range(0, quarters).Select(quarter =>
        {
            double share = 1 / (1 + Math.Exp(-(first + rate * quarter / 4)));
            return new StageSignals
            {
                Headcount = 1_000 * share,
                FirmCount = (int)(100 * share),
                LocationQuotient = 0.8 + 5 * share,
                Heterogeneity = 1,
                Entries = 1,
            };
        })];
    }

    /// <summary>Any series of quarters: phases of any growth, size and make-up, with noise in every quarter.</summary>
    public static Gen<StageSignals[]> Any { get; } = Gen.Select(
        Phase().Array[1, 12], Gen.Double[0, 0.5], Gen.ULong, (phases, noise, seed) =>
        {
            var life = new Life();
            foreach (Action<Life> phase in phases) phase(life);
            return WithNoise(life.Quarters, noise, seed);
        });

    /// <summary>Employment off by at most a share up or down in every quarter, independently.</summary>
    public static StageSignals[] WithNoise(IReadOnlyList<StageSignals> quarters, double most, ulong seed)
    {
        var random = new Random((int)(seed & int.MaxValue));
        return [.. quarters.Select(quarter => quarter with { Headcount = quarter.Headcount * (1 + most * (2 * random.NextDouble() - 1)) })];
    }

    /// <summary>The stage after each quarter.</summary>
    public static Stage[] Stages(IEnumerable<StageSignals> quarters, StageThresholds? thresholds = null)
    {
        var memory = new StageMemory();
        thresholds ??= new StageThresholds();
        return [.. quarters.Select(quarter => StageDetector.Advance(ref memory, quarter, thresholds))];
    }

    /// <summary>The stages one after the other, without the quarters.</summary>
    public static Stage[] Sequence(IEnumerable<StageSignals> quarters)
    {
        List<Stage> sequence = [Stage.None];
        foreach (Stage stage in Stages(quarters))
            if (stage != sequence[^1]) sequence.Add(stage);
        return [.. sequence];
    }

    private static Gen<Action<Life>> Phase() => Gen.Select(
        Gen.Int[1, 40], Gen.Double[-0.2, 0.2], Gen.Int[0, 30], Gen.Double[0, 2.5], Gen.Double[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Double[0, 0.25],
        (quarters, growth, firms, quotient, heterogeneity, entries, exits, submarkets) => new Action<Life>(life =>
            life.For(quarters, growth, firms, quotient, heterogeneity, entries, exits, spunOff: entries, newSubmarkets: submarkets)));
}
