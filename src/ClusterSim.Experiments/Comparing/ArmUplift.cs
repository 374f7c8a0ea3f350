using ClusterSim.Experiments.Running;

namespace ClusterSim.Experiments.Comparing;

/// <summary>What one arm changed, pair by pair, as the tables of inference read it.</summary>
internal sealed class ArmUplift
{
    private readonly Ledger _ledger;
    private readonly int _arm;

    public ArmUplift(Ledger ledger, int arm)
    {
        (_ledger, _arm) = (ledger, arm);
        Arm definition = ledger.Study.Arms[arm];
        Name = definition.Name;
        HasPolicies = definition.Configuration.Policies.Count > 0;
        Fired = [.. Outcomes.Select(outcome => ComparisonTable.HasStarted(definition, outcome))];
    }

    public string Name { get; }

    public bool HasPolicies { get; }

    /// <summary>Whether it started.</summary>
    public bool[] Fired { get; }

    public int FiredCount => Fired.Count(yes => yes);

    public IReadOnlyList<ArmOutcome> Outcomes => _ledger.Arm(_arm);

    /// <summary>Whether any history knows the place of a value.</summary>
    /// <param name="index">Of a point, place and measure, as in <see cref="ArmOutcome.Twin"/>.</param>
    public bool Knows(int index) => Outcomes.Any(outcome => double.IsFinite(outcome.Twin[index]));

    /// <summary>Arm less twin, in the model's unit; exactly zero where the arm never started.</summary>
    /// <param name="index">As above.</param>
    public double[] At(int index)
    {
        (double[] twin, double[] treated) = _ledger.Values(_arm, index);
        return Statistics.PairedDifference.Differences(twin, treated);
    }

    /// <summary>Arm less twin in the headline, a row a pair, by years since the arm's start.</summary>
    public double[][] Paths(Scope place) => [.. Outcomes.Select(outcome =>
        Enumerable.Range(0, ArmPaths.Years(_ledger.Study) + 1).Select(year => Value(outcome, year, place, true) - Value(outcome, year, place, false)).ToArray())];

    /// <summary>Stages of the target region since the start, of the twin or the arm of a pair.</summary>
    public byte Stage(int pair, int quarter, bool treated) => Outcomes[pair].StagePath[ArmPaths.StageAt(quarter, treated)];

    private static double Value(ArmOutcome outcome, int year, Scope place, bool treated) =>
        outcome.Path[ArmPaths.Year(year, place, treated)] is var value && double.IsFinite(value) ? value : 0;
}
