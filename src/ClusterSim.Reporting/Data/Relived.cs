using ClusterSim.Experiments.Running;

namespace ClusterSim.Reporting.Data;

/// <summary>A few histories lived again with their registers of firms and events, which most results folders do not keep: the
/// same draws give the same history, and its digest proves it.</summary>
public sealed class Relived
{
    private readonly Dictionary<(int Arm, int Replication), Life> _lives = [];

    /// <summary>Whether every digest was that of the results folder.</summary>
    public bool Faithful { get; private set; } = true;

    /// <summary>Replications, in order.</summary>
    public required IReadOnlyList<int> Replications { get; init; }

    /// <summary>One history: its firms and its events.</summary>
    public sealed record Life(IReadOnlyList<FirmRow> Firms, IReadOnlyList<EventRow> Events);

    /// <summary>The baseline (-1) or the arm that was lived again (0).</summary>
    public Life Of(int arm, int replication) => _lives[(arm, replication)];

    /// <summary>Runs them.</summary>
    /// <param name="study">As it was run.</param>
    /// <param name="arm">The arm that is lived beside the baseline; -1 = none.</param>
    /// <param name="histories">Of the results folder, by arm (-1 = the baseline) and replication.</param>
    internal static Relived Run(Study study, int arm, IReadOnlyList<int> replications, IReadOnlyDictionary<(int, int), HistoryRow> histories, IExecutor executor, Action<int> progress, CancellationToken cancel)
    {
        Study one = study.Only(arm) with { RecordFirms = true, Checked = false, Additionality = false, Horizons = [], CalendarYears = [], Probes = [] };
        var relived = new Relived { Replications = replications };
        executor.Run<Outcome>(replications.Count, () =>
        {
            var runner = new PairRunner(one);
            return item => runner.Run(replications[item], cancel);
        }, outcome => relived.Take(outcome, arm, histories), progress, cancel);
        return relived;
    }

    private void Take(Outcome outcome, int arm, IReadOnlyDictionary<(int, int), HistoryRow> histories)
    {
        Take(-1, outcome.Baseline, outcome.Files[0]);
        if (arm >= 0) Take(0, outcome.Arms[^1].Summary, outcome.Files[^1]);

        void Take(int side, HistorySummary summary, FileRows rows)
        {
            Faithful &= histories.GetValueOrDefault((side < 0 ? -1 : arm, outcome.Replication))?.Digest == summary.Digest;
            _lives[(side, outcome.Replication)] = new Life(FirmRow.Read(rows.Firms, HistoryFiles.FirmsHeader), EventRow.Read(rows.Events, EventFile.Header));
        }
    }
}
