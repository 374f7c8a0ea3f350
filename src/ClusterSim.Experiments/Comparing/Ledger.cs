using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>Keeps, of every replication, the numbers that the comparison needs: a few hundred per arm, however long the
/// histories were.</summary>
public sealed class Ledger(Study study)
{
    private readonly List<ArmOutcome>[] _arms = [.. study.Arms.Select(_ => new List<ArmOutcome>())];

    private readonly List<HistorySummary> _baseline = [];

    private readonly List<int> _worlds = [];

    public Study Study => study;

    /// <summary>Replications taken in.</summary>
    public int Count { get; private set; }

    /// <summary>Replications that broke off and are left out of everything, in all arms alike.</summary>
    public int Failed { get; private set; }

    /// <summary>Baseline histories, in the order of replications, without their changes of stage.</summary>
    public IReadOnlyList<HistorySummary> Baseline => _baseline;

    /// <summary>Baseline values of the probes, one list per probe.</summary>
    public IReadOnlyList<List<double>> BaselineProbes { get; } = [.. study.Probes.Select(_ => new List<double>())];

    /// <summary>Arm values of the probes, by arm and probe.</summary>
    public IReadOnlyList<IReadOnlyList<List<double>>> ArmProbes { get; } =
        [.. study.Arms.Select(_ => (IReadOnlyList<List<double>>)[.. study.Probes.Select(_ => new List<double>())])];

    /// <summary>What is resampled: the worlds of the pairs taken in, or these where there is one world.</summary>
    public SamplingUnits Units => SamplingUnits.Worlds(_worlds);

    /// <summary>Takes in one outcome; call in the order of replications.</summary>
    public void Take(Outcome outcome)
    {
        if (outcome.Error.Length > 0)
        {
            Failed++;
            return;
        }
        Count++;
        _worlds.Add(study.WorldOf(outcome.Replication));
        _baseline.Add(outcome.Baseline with { Stages = [] });
        for (int probe = 0; probe < study.Probes.Count; probe++) BaselineProbes[probe].Add(outcome.Baseline.Probes[probe]);
        for (int arm = 0; arm < _arms.Length; arm++)
        {
            ArmOutcome result = outcome.Arms[arm];
            // Stage changes are written to their file and not needed here.
            _arms[arm].Add(result with { Summary = result.Summary with { Stages = [] } });
            for (int probe = 0; probe < study.Probes.Count; probe++) ArmProbes[arm][probe].Add(result.Summary.Probes[probe]);
        }
    }

    /// <summary>The world of a completed pair.</summary>
    public int World(int row) => _worlds[row];

    /// <summary>Values of twin and arm, row by row; a history without a target counts as zero on both sides.</summary>
    /// <param name="index">Of a point, place and measure, as in <see cref="ArmOutcome.Twin"/>.</param>
    public (double[] Twin, double[] Treated) Values(int arm, int index)
    {
        double[] Side(Func<ArmOutcome, double[]> side) => [.. _arms[arm].Select(outcome => double.IsFinite(side(outcome)[index]) ? side(outcome)[index] : 0)];
        return (Side(outcome => outcome.Twin), Side(outcome => outcome.Treated));
    }

    /// <summary>Outcomes of an arm, in the order of replications.</summary>
    public IReadOnlyList<ArmOutcome> Arm(int arm) => _arms[arm];
}
