namespace ClusterSim.Experiments.Comparing;

/// <summary>One line of comparison.csv: an arm against its untreated twin, in one indicator, place and date. Money is in GBP.</summary>
public sealed record ComparisonRow
{
    public required string Baseline { get; init; }
    public required string Arm { get; init; }

    /// <summary><c>start</c> = years after the arm's own start, <c>calendar</c> = years of the history.</summary>
    public required string Clock { get; init; }

    /// <summary>Years on that clock.</summary>
    public required int Horizon { get; init; }

    /// <summary>target, elsewhere or all.</summary>
    public required string Region { get; init; }

    public required string Activity { get; init; }
    public required string Metric { get; init; }
    public required int Pairs { get; init; }
    public required int Fired { get; init; }
    public required double? StartYearMedian { get; init; }

    /// <summary>Mean over all pairs, whole GBP, nominal.</summary>
    public required double CostGbp { get; init; }

    /// <summary>The same discounted to the start of the history.</summary>
    public required double CostDiscountedGbp { get; init; }

    public required double BaselineMean { get; init; }
    public required double ScenarioMean { get; init; }
    public required double Difference { get; init; }
    public required double DifferenceSd { get; init; }
    public required double Low { get; init; }
    public required double High { get; init; }

    /// <summary>Share of the pairs in which the arm fired that came out better, ties counting half.</summary>
    public required double? PBetter { get; init; }

    /// <summary>Adjusted for the arms compared at once (max-T), null where all pairs are identical.</summary>
    public required double? PValueAdjusted { get; init; }

    /// <summary>Variance of two independent ensembles over that of the pairs; null where all pairs are identical.</summary>
    public required double? VarianceReduction { get; init; }

    public required string Verdict { get; init; }
}
