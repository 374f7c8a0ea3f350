namespace ClusterSim.Experiments.Comparing;

/// <summary>One line of contrasts.csv: the change that one arm made less the change that another made, paired directly.</summary>
public sealed record ContrastRow
{
    public required string First { get; init; }
    public required string Second { get; init; }

    /// <summary><c>start</c> = each arm so many years after its own start, <c>calendar</c> = both at the same date.</summary>
    public required string Clock { get; init; }

    public required int Horizon { get; init; }

    /// <summary>target or all; targets are the same region where both arms act on the focal one.</summary>
    public required string Region { get; init; }

    public required string Metric { get; init; }
    public required int Pairs { get; init; }
    public required int FirstFired { get; init; }
    public required int SecondFired { get; init; }
    public required double Difference { get; init; }
    public required double Low { get; init; }
    public required double High { get; init; }

    /// <summary>Adjusted for all contrasts of one clock, horizon and region (max-T); null where all pairs are identical.</summary>
    public required double? PValueAdjusted { get; init; }

    /// <summary>Whether the difference is surely smaller than the smallest that matters; null where none is declared.</summary>
    public required bool? Equivalent { get; init; }

    public required string Verdict { get; init; }
}
