namespace ClusterSim.Reporting.Figures;

/// <summary>A line of a <see cref="LinePanel"/>, row-aligned; NaN is a gap, and empty ends mean that there is no band.</summary>
internal sealed record PanelLine(string Name, SeriesLook Look, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    public IReadOnlyList<double> Low { get; init; } = [];

    public IReadOnlyList<double> High { get; init; } = [];

    /// <summary>The same line as steps: a value holds until the next one.</summary>
    public PanelLine Stepped()
    {
        int[] at = [.. Enumerable.Range(0, Math.Max(0, 2 * X.Count - 1))];
        IReadOnlyList<double> Held(IReadOnlyList<double> values) => values.Count == 0 ? values : [.. at.Select(i => values[i / 2])];
        return this with { X = [.. at.Select(i => X[(i + 1) / 2])], Y = Held(Y), Low = Held(Low), High = Held(High) };
    }
}
