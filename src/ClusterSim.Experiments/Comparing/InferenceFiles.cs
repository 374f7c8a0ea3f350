namespace ClusterSim.Experiments.Comparing;

/// <summary>The files that say more of the arms than comparison.csv: effects, take-off, next stages, persistence, cost-effectiveness.
/// A file that has nothing to say is not written.</summary>
public static class InferenceFiles
{
    /// <summary>How many there are at most.</summary>
    public const int Most = 7;

    /// <summary>Names and pieces of the files.</summary>
    /// <param name="rows">Of comparison.csv.</param>
    /// <param name="progress">Told how many are done, after each.</param>
    /// <param name="cancel">Ends the work with <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<(string Name, IReadOnlyList<string> Pieces)> Of(Ledger ledger, IReadOnlyList<ComparisonRow> rows, Action<int>? progress = null, CancellationToken cancel = default)
    {
        if (ledger.Count == 0 || ledger.Study.Arms.Count == 0) yield break;
        var inference = new Inference(ledger);
        (string Name, string Header, IEnumerable<string> Lines)[] files =
        [
            (EffectTable.Name, EffectTable.Header, EffectTable.Lines(inference, rows)),
            (TakeOffTable.Name, TakeOffTable.Header, TakeOffTable.Lines(inference)),
            (NextStageTable.Name, NextStageTable.Header, NextStageTable.Lines(inference)),
            (NextStageTable.SummaryName, NextStageTable.SummaryHeader, NextStageTable.SummaryLines(inference)),
            (PersistenceTable.Name, PersistenceTable.Header, PersistenceTable.Lines(inference)),
            (CostTable.Name, CostTable.Header, CostTable.Lines(inference)),
            (AcceptabilityTable.Name, AcceptabilityTable.Header, AcceptabilityTable.Lines(inference)),
        ];
        int done = 0;
        foreach ((string name, string header, IEnumerable<string> lines) in files)
        {
            var pieces = new List<string> { header };
            foreach (string line in lines)
            {
                cancel.ThrowIfCancellationRequested();
                pieces.Add(line);
            }
            progress?.Invoke(++done);
            if (pieces.Count > 1) yield return (name, pieces);
        }
    }
}
