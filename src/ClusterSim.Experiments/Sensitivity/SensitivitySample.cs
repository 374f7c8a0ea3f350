using ClusterSim.Experiments.Designs;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>What went into a model and what came out, row by row.</summary>
/// <param name="Factors">What was varied.</param>
/// <param name="Groups">How the factors are judged together; <see cref="FactorGroup.Each"/> = each by itself.</param>
/// <param name="Places">Rows of places between 0 and 1, one for each factor, as <see cref="Factor.TryPlace"/> gives them.</param>
/// <param name="Outputs">One for each row, all finite.</param>
/// <param name="Lines">Where the rows stand in their file.</param>
public sealed record SensitivitySample(IReadOnlyList<Factor> Factors, IReadOnlyList<FactorGroup> Groups, double[][] Places, double[] Outputs, int[] Lines)
{
    /// <summary>Places closer than this are the same: files round.</summary>
    public const double Same = 1e-9;

    /// <summary>Standard error of each output, of a model that has luck in it and was run several times a row; null = none, or not known.</summary>
    public double[]? Errors { get; init; }

    public int Rows => Outputs.Length;

    /// <summary>Rows of a file with a header.</summary>
    public static SensitivitySample Of(IReadOnlyList<Factor> factors, double[][] places, double[] outputs) =>
        new(factors, FactorGroup.Each(factors), places, outputs, [.. Enumerable.Range(2, outputs.Length)]);

    /// <summary>All places of one factor.</summary>
    internal double[] Column(int factor) => [.. Places.Select(row => row[factor])];

    internal bool Differs(int row, int other, int factor) => Math.Abs(Places[row][factor] - Places[other][factor]) > Same;

    /// <summary>Refuses factors whose values have no order.</summary>
    /// <param name="why">What the order is needed for.</param>
    internal void RequireOrder(string why)
    {
        foreach (Factor factor in Factors)
            if (!factor.IsOrdered) throw new UnfitSampleException($"{factor.Name} has categories without an order ({factor.Allowed}), and {why}; sobol and pawn need no order");
    }
}
