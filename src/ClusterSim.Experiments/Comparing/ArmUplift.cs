using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>What one arm changed, pair by pair, as the tables of inference read it.</summary>
internal sealed class ArmUplift
{
    private readonly Ledger _ledger;
    private readonly int _arm;
    private readonly Dictionary<int, byte[]> _stages = [];

    public ArmUplift(Ledger ledger, int arm)
    {
        (_ledger, _arm) = (ledger, arm);
        Arm definition = ledger.Study.Arms[arm];
        Name = definition.Name;
        HasPolicies = definition.Configuration.Policies.Count > 0;
        Fired = ledger.Fired(arm);
        StartedAt = Months(LedgerPart.StartedAt);
        EndedAt = Months(LedgerPart.EndedAt);
    }

    public string Name { get; }

    public bool HasPolicies { get; }

    /// <summary>Whether it started.</summary>
    public bool[] Fired { get; }

    /// <summary>Month of the start, -1 = never.</summary>
    public int[] StartedAt { get; }

    /// <summary>Month after the end, -1 = not over, or never begun.</summary>
    public int[] EndedAt { get; }

    public int FiredCount => Fired.Count(yes => yes);

    /// <summary>Whether arm and twin agree to the bit in everything that is measured.</summary>
    public bool IsIdentical =>
        Enumerable.Range(0, _ledger.Study.Values).All(index => Column(LedgerPart.Twin, index).AsSpan().SequenceEqual(Column(LedgerPart.Treated, index)));

    /// <summary>One number a pair.</summary>
    public double[] Column(LedgerPart part, int index = 0) => _ledger.Column(_arm, part, index);

    /// <summary>Whether the target region reached growth, with the arm or without.</summary>
    public bool[] Grew(bool treated) => [.. Column(treated ? LedgerPart.GrewIn : LedgerPart.TwinGrewIn).Select(year => !double.IsNaN(year))];

    /// <summary>Whether any history knows the place of a value.</summary>
    /// <param name="index">Of a point, place and measure, as in <see cref="ArmOutcome.Twin"/>.</param>
    public bool Knows(int index) => Column(LedgerPart.Twin, index).Any(double.IsFinite);

    /// <summary>Arm less twin, in the model's unit; exactly zero where the arm never started.</summary>
    /// <param name="index">As above.</param>
    public double[] At(int index)
    {
        (double[] twin, double[] treated) = _ledger.Values(_arm, index);
        return PairedDifference.Differences(twin, treated);
    }

    /// <summary>Arm less twin in the headline, a row a pair, by years since the arm's start.</summary>
    public double[][] Paths(Scope place)
    {
        double[][] years = [.. Enumerable.Range(0, ArmPaths.Years(_ledger.Study) + 1).Select(year => PairedDifference.Differences(Headline(year, place, false), Headline(year, place, true)))];
        return [.. Enumerable.Range(0, Fired.Length).Select(pair => years.Select(year => year[pair]).ToArray())];
    }

    /// <summary>Stages of the target region since the start, of the twin or the arm of a pair.</summary>
    public byte Stage(int pair, int quarter, bool treated)
    {
        int at = ArmPaths.StageAt(quarter, treated);
        if (!_stages.TryGetValue(at, out byte[]? stages)) _stages[at] = stages = [.. Column(LedgerPart.StagePath, at).Select(stage => (byte)stage)];
        return stages[pair];
    }

    private double[] Headline(int year, Scope place, bool treated) =>
        [.. Column(LedgerPart.Path, ArmPaths.Year(year, place, treated)).Select(value => double.IsFinite(value) ? value : 0)];

    private int[] Months(LedgerPart part) => [.. Column(part).Select(month => (int)month)];
}
