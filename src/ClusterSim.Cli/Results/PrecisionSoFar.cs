using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Cli.Results;

/// <summary>How precise the answer is so far, for the progress line: the first arm's headline difference in its target region,
/// plus or minus half a 95 % interval.</summary>
internal sealed class PrecisionSoFar(Study study)
{
    private const int Fewest = 5;

    private readonly int _at = study.HeadlineAt(Scope.Target);
    private int _count;
    private double _mean, _squares;

    /// <summary>Takes in one pair (Welford 1962).</summary>
    public void Take(Outcome outcome)
    {
        if (outcome.Arms.Count == 0 || outcome.Arms[0].Treated.Length == 0) return;
        double difference = outcome.Arms[0].Treated[_at] - outcome.Arms[0].Twin[_at];
        if (!double.IsFinite(difference)) return;
        double step = difference - _mean;
        _mean += step / ++_count;
        _squares += step * (difference - _mean);
    }

    /// <summary>In words; empty while there is little to say.</summary>
    public override string ToString() => _count < Fewest ? "" : string.Create(CultureInfo.InvariantCulture,
        $"{study.Arms[0].Name} {TextTable.Signed(_mean)} ± {TextTable.Short(StudentT.Quantile975(_count - 1) * Math.Sqrt(_squares / (_count - 1) / _count))} {study.Measures[0]}");
}
