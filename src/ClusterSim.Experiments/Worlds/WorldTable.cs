using System.Globalization;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Worlds;

/// <summary>The headline of a study, world by world, at the date where the answer is read.</summary>
public sealed class WorldTable
{
    private readonly Ledger _ledger;
    private readonly int[][] _pairs;
    private readonly double _sign;

    /// <param name="ledger">Of a study with several worlds.</param>
    public WorldTable(Ledger ledger)
    {
        _ledger = ledger;
        Study = ledger.Study;
        IGrouping<int, int>[] worlds = [.. Enumerable.Range(0, ledger.Count).GroupBy(ledger.World).OrderBy(world => world.Key)];
        Worlds = [.. worlds.Select(world => world.Key)];
        _pairs = [.. worlds.Select(world => world.ToArray())];
        _sign = MetricUnit.Declaration(Study.Measures[0]).LowerIsBetter ? -1 : 1;
        Factors = Study.Worlds!.Factors;
    }

    public Study Study { get; }

    /// <summary>Numbers of the worlds of which a pair was completed.</summary>
    public IReadOnlyList<int> Worlds { get; }

    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>Pairs in every world at least.</summary>
    public int FewestPairs => _pairs.Min(pairs => pairs.Length);

    public int PairsOf(int row) => _pairs[row].Length;

    /// <summary>The value of a factor in a world, as files write it.</summary>
    public string Value(int row, int factor) => Study.Worlds!.InFiles(Worlds[row], factor);

    /// <summary>Its place between 0 and 1, the same for all points that have one value.</summary>
    public double Place(int row, int factor) => Factors[factor].TryPlace(Factors[factor].TextAt(Study.Worlds!.Points[Worlds[row]][factor]), out double place) ? place : double.NaN;

    /// <summary>The same as a number; NaN for words.</summary>
    public double Number(int row, int factor) => double.TryParse(Value(row, factor), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    /// <summary>Changes by world and pair.</summary>
    /// <param name="place">Of <see cref="Scope"/>; a place that a history does not know counts as no change.</param>
    public double[][] Changes(int arm, Scope place) => Pick(arm, place, (twin, treated) => Factor * (treated - twin));

    /// <summary>The same with better as positive, whichever way the measure points.</summary>
    public double[][] Gains(int arm, Scope place) => Pick(arm, place, (twin, treated) => _sign * Factor * (treated - twin));

    /// <summary>Values without the arm, by world and pair.</summary>
    public double[][] Twins(int arm, Scope place) => Pick(arm, place, (twin, _) => Factor * twin);

    /// <summary>A measure of the whole country at the end of the scenario itself, by world and pair.</summary>
    /// <param name="measure">Position in <see cref="Study.Measures"/>.</param>
    public double[][] Finals(int measure)
    {
        double[] values = _ledger.Column(Ledger.Untreated, LedgerPart.Final, measure);
        double factor = MetricUnit.OfIndicator(Study.Measures[measure]).Factor;
        return [.. _pairs.Select(pairs => pairs.Select(pair => factor * values[pair]).ToArray())];
    }

    /// <summary>Whether the focal region of the scenario itself ever grew, by world and pair.</summary>
    public bool[][] FocalGrew() => Pairs([.. _ledger.Column(Ledger.Untreated, LedgerPart.StageYears, (int)Stage.Growth).Select(year => !double.IsNaN(year))]);

    /// <summary>Whether the target region grew, by world and pair.</summary>
    /// <param name="part">With the arm or without it.</param>
    public bool[][] Grew(int arm, LedgerPart part) => Pairs([.. _ledger.Column(arm, part).Select(year => !double.IsNaN(year))]);

    /// <summary>Whether a cluster stood in the target region at the end, by world and pair.</summary>
    /// <param name="part">With the arm or without it.</param>
    public bool[][] Stands(int arm, LedgerPart part = LedgerPart.Stands) => Pairs([.. _ledger.Column(arm, part).Select(yes => yes > 0)]);

    private bool[][] Pairs(bool[] holds) => [.. _pairs.Select(pairs => pairs.Select(pair => holds[pair]).ToArray())];

    /// <summary>Share of the pairs of a world.</summary>
    public static double[] Shares(bool[][] values) => [.. values.Select(world => world.Count(yes => yes) / (double)world.Length)];

    public double[] ShareStarted(int arm) => Shares(Pairs(_ledger.Fired(arm)));

    /// <summary>Mean by world.</summary>
    public static double[] Means(double[][] values) => [.. values.Select(world => Sample.Mean(world))];

    /// <summary>Standard error by world of its mean beside those of other worlds; null where a world has one pair, which cannot tell. The
    /// luck that worlds with common draws share is no difference between them, and is taken out.</summary>
    public double[]? Errors(double[][] values)
    {
        int pairs = values.Min(world => world.Length);
        if (pairs < 2) return null;
        bool common = Study.Worlds!.Design.SharesDraws && values.All(world => world.Length == pairs);
        double[] shared = [.. Enumerable.Range(0, common ? pairs : 0).Select(pair => Sample.Mean([.. values.Select(world => world[pair])]))];
        return [.. values.Select(world => Sample.StandardDeviation(common ? [.. world.Select((value, pair) => value - shared[pair])] : world) / Math.Sqrt(world.Length))];
    }

    private double Factor => MetricUnit.OfIndicator(Study.Measures[0]).Factor;

    private double[][] Pick(int arm, Scope place, Func<double, double, double> value)
    {
        (double[] twin, double[] treated) = _ledger.Values(arm, Study.HeadlineAt(place));
        return [.. _pairs.Select(pairs => pairs.Select(pair => value(twin[pair], treated[pair])).ToArray())];
    }
}
