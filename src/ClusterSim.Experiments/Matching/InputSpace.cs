namespace ClusterSim.Experiments.Matching;

/// <summary>A factor and the range in which it is uncertain.</summary>
public sealed record InputRange(string Name, double Low, double High);

/// <summary>The box of inputs that is searched. Inside, every input runs from 0 to 1.</summary>
public sealed record InputSpace(IReadOnlyList<InputRange> Ranges)
{
    public int Count => Ranges.Count;

    /// <summary>A point as shares of the ranges.</summary>
    public double[] ToUnit(IReadOnlyList<double> point) => [.. Ranges.Select((range, input) => (point[input] - range.Low) / (range.High - range.Low))];

    /// <summary>A point in the factors' own units.</summary>
    public double[] FromUnit(IReadOnlyList<double> unit) => [.. Ranges.Select((range, input) => range.Low + unit[input] * (range.High - range.Low))];
}
