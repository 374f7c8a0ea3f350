using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>Keeps, of every replication, the numbers that the comparison needs: a few hundred per arm, however long the
/// histories were, in columns that need not lie in memory.</summary>
/// <param name="columns">Makes a place for the numbers of one history; null = in memory.</param>
public sealed class Ledger(Study study, Func<IColumns>? columns = null)
{
    /// <summary>What the number of the baseline is among the arms.</summary>
    public const int Untreated = -1;

    private readonly LedgerColumns[] _histories = [.. Enumerable.Range(0, study.Arms.Count + 1).Select(_ => new LedgerColumns(columns?.Invoke() ?? new MemoryColumns()))];

    private readonly List<int> _worlds = [];

    public Study Study => study;

    /// <summary>Replications taken in.</summary>
    public int Count { get; private set; }

    /// <summary>Replications that broke off and are left out of everything, in all arms alike.</summary>
    public int Failed { get; private set; }

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
        _histories[0].Append(outcome.Baseline, arm: null);
        for (int arm = 0; arm < study.Arms.Count; arm++) _histories[arm + 1].Append(outcome.Arms[arm].Summary, outcome.Arms[arm]);
    }

    /// <summary>The world of a completed pair.</summary>
    public int World(int row) => _worlds[row];

    /// <summary>One number of every completed pair, in the order of replications.</summary>
    /// <param name="arm">Of the study, or <see cref="Untreated"/>.</param>
    /// <param name="index">Within the part.</param>
    public double[] Column(int arm, LedgerPart part, int index = 0) => _histories[arm + 1].Read(part, index);

    /// <summary>Whether an arm did anything, pair by pair.</summary>
    public bool[] Fired(int arm) => [.. Column(arm, LedgerPart.StartedAt).Select(month => study.Arms[arm].HasStarted((int)month))];

    /// <summary>Years in which an arm started, in the order of replications; those in which it did not are left out.</summary>
    public double[] StartYears(int arm) => [.. Column(arm, LedgerPart.StartedAt).Where(month => month >= 0).Select(month => month / 12.0)];

    /// <summary>Values of twin and arm, row by row; a history without a target counts as zero on both sides.</summary>
    /// <param name="index">Of a point, place and measure, as in <see cref="ArmOutcome.Twin"/>.</param>
    public (double[] Twin, double[] Treated) Values(int arm, int index)
    {
        double[] Side(LedgerPart part) => [.. Column(arm, part, index).Select(value => double.IsFinite(value) ? value : 0)];
        return (Side(LedgerPart.Twin), Side(LedgerPart.Treated));
    }
}
