namespace ClusterSim.Experiments.Comparing;

/// <summary>The files that say more of the arms than comparison.csv: effects, take-off, next stages, persistence, cost-effectiveness.
/// A file that has nothing to say is not written.</summary>
public static class InferenceFiles
{
    private static readonly (string Name, string Header, Func<Inference, IReadOnlyList<ComparisonRow>, IEnumerable<string>> Lines)[] All =
    [
        (EffectTable.Name, EffectTable.Header, EffectTable.Lines),
        (TakeOffTable.Name, TakeOffTable.Header, (inference, _) => TakeOffTable.Lines(inference)),
        (NextStageTable.Name, NextStageTable.Header, (inference, _) => NextStageTable.Lines(inference)),
        (NextStageTable.SummaryName, NextStageTable.SummaryHeader, (inference, _) => NextStageTable.SummaryLines(inference)),
        (PersistenceTable.Name, PersistenceTable.Header, (inference, _) => PersistenceTable.Lines(inference)),
        (CostTable.Name, CostTable.Header, (inference, _) => CostTable.Lines(inference)),
        (AcceptabilityTable.Name, AcceptabilityTable.Header, (inference, _) => AcceptabilityTable.Lines(inference)),
    ];

    /// <summary>How many there are at most.</summary>
    public static int Most => All.Length;

    /// <summary>Names and pieces of the files.</summary>
    /// <param name="rows">Of comparison.csv.</param>
    /// <param name="progress">Told how many are done, after each.</param>
    /// <param name="cancel">Ends the work with <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<(string Name, IReadOnlyList<string> Pieces)> Of(Ledger ledger, IReadOnlyList<ComparisonRow> rows, Action<int>? progress = null, CancellationToken cancel = default)
    {
        if (ledger.Count == 0 || ledger.Study.Arms.Count == 0) yield break;
        var inference = new Inference(ledger);
        int done = 0;
        foreach ((string name, string header, Func<Inference, IReadOnlyList<ComparisonRow>, IEnumerable<string>> lines) in All)
        {
            var pieces = new List<string> { header };
            foreach (string line in lines(inference, rows))
            {
                cancel.ThrowIfCancellationRequested();
                pieces.Add(line);
            }
            progress?.Invoke(++done);
            if (pieces.Count > 1) yield return (name, pieces);
        }
    }
}
