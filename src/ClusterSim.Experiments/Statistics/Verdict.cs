namespace ClusterSim.Experiments.Statistics;

/// <summary>Why an arm that changed nothing changed nothing.</summary>
public enum NoEffectReason
{
    None,
    StageNeverReached,
    BudgetZero,
    StartAfterHorizon,
    NeverStarted,
}

/// <summary>A comparison in plain words. Never "significant", never "will".</summary>
public static class Verdict
{
    /// <summary>Below this many pairs a wide interval is blamed on their number.</summary>
    public const int Enough = 200;

    /// <summary>The words; the first rule that matches wins, and the count of starts stands with every one.</summary>
    public static string Of(PairedDifference difference, NoEffectReason reason) =>
        $"{Judge(difference, reason)}; started in {difference.Fired} of {difference.Pairs}{(difference.MayBeTooNarrow ? "; the interval may be too narrow" : "")}";

    private static string Judge(PairedDifference difference, NoEffectReason reason)
    {
        if (difference.AllIdentical) return "no effect" + Because(difference, reason);
        if (difference.Interval.HalfWidth > 0.5 * Math.Abs(difference.Mean) && difference.Pairs < Enough) return "too few histories to tell";
        if (difference.Interval.Holds(0)) return "too close to call";
        bool higher = difference.Mean > 0;
        double share = (higher ? difference.ShareHigher : difference.ShareLower) ?? 0;
        string word = higher ? "higher" : "lower";
        return share >= 0.9 ? $"very likely {word}" : share >= 0.66 ? $"likely {word}" : $"{word} on average, not in most histories";
    }

    private static string Because(PairedDifference difference, NoEffectReason reason) => reason switch
    {
        NoEffectReason.StageNeverReached => ": the stage was never reached",
        NoEffectReason.BudgetZero => ": the budget is zero",
        NoEffectReason.StartAfterHorizon => ": it starts after the last month",
        NoEffectReason.NeverStarted => ": its start never came",
        _ => difference.Fired > 0 ? ": it ran and left this measure untouched" : "",
    };
}
