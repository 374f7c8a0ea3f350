namespace ClusterSim.Experiments.Comparing;

/// <summary>One line of additionality.csv: a component of an arm's change in jobs, in one place and at one horizon of its own clock.</summary>
public sealed record AdditionalityRow
{
    public required string Baseline { get; init; }
    public required string Arm { get; init; }

    /// <summary>Years after the arm's own start.</summary>
    public required int Horizon { get; init; }

    /// <summary>target, elsewhere or all.</summary>
    public required string Region { get; init; }

    /// <summary>Kebab-case name of a <see cref="Running.JobComponent"/>.</summary>
    public required string Component { get; init; }

    public required int Pairs { get; init; }
    public required int Fired { get; init; }

    /// <summary>Mean over all pairs, in persons with their sign.</summary>
    public required double Mean { get; init; }

    public required double Low { get; init; }
    public required double High { get; init; }

    /// <summary>Mean over the mean of gross jobs; null = not estimable.</summary>
    public required double? ShareOfGross { get; init; }

    public required double? ShareLow { get; init; }
    public required double? ShareHigh { get; init; }
}
