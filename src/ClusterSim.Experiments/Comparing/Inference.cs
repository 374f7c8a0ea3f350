using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>What the tables of inference have in common: the arms, what is resampled, and the resamples of comparison.csv, so that their
/// intervals share that file's luck.</summary>
internal sealed class Inference
{
    /// <summary>Places whose paths are kept, as files call them.</summary>
    public static readonly IReadOnlyList<(Scope Scope, string Name)> Places =
        [(Scope.Target, ComparisonTable.Places[(int)Scope.Target]), (Scope.Country, ComparisonTable.Places[(int)Scope.Country])];

    public Inference(Ledger ledger)
    {
        Ledger = ledger;
        Units = ledger.Units;
        Resamples = ComparisonTable.Draw(ledger);
        All = [.. Enumerable.Range(0, ledger.Study.Arms.Count).Select(arm => new ArmUplift(ledger, arm))];
    }

    public Ledger Ledger { get; }

    public Study Study => Ledger.Study;

    public SamplingUnits Units { get; }

    public Resamples Resamples { get; }

    public IReadOnlyList<ArmUplift> All { get; }

    /// <summary>Arms with policies.</summary>
    public IEnumerable<ArmUplift> Acting => All.Where(arm => arm.HasPolicies);

    public double Factor => MetricUnit.OfIndicator(Study.Measures[0]).Factor;

    /// <summary>Mean with its interval; one value a pair.</summary>
    public (double Mean, Interval Interval) Mean(double[] values)
    {
        double[] units = Units.Means(values);
        return (Sample.Mean(units), MeanInterval.Of(units, Resamples).Interval);
    }

    /// <summary>Ratio of two means; one value a pair.</summary>
    public RatioOfMeans Ratio(double[] above, double[] below) => RatioOfMeans.Bootstrapped(Units.Means(above), Units.Means(below), Resamples);
}
