namespace ClusterSim.Experiments.Facts;

/// <summary>A line of the relation behind a statistic.</summary>
/// <param name="X">Ascending.</param>
/// <param name="Y">Row-aligned with it.</param>
public sealed record FactLine(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);

/// <summary>Relations behind statistics, as weighted means that histories add up to.</summary>
internal sealed class CurveSums
{
    private readonly Dictionary<(string Statistic, string Line), SortedDictionary<double, (double Sum, double Weight)>> _lines = [];

    /// <summary>Adds to a point: its value is the sum over the weight.</summary>
    public void Add(string statistic, string line, double x, double sum, double weight = 1)
    {
        if (!_lines.TryGetValue((statistic, line), out SortedDictionary<double, (double Sum, double Weight)>? points)) _lines[(statistic, line)] = points = [];
        (double Sum, double Weight) so = points.GetValueOrDefault(x);
        points[x] = (so.Sum + sum, so.Weight + weight);
    }

    /// <summary>Takes in another history's.</summary>
    public void Add(CurveSums other)
    {
        foreach (((string statistic, string line), SortedDictionary<double, (double Sum, double Weight)> points) in other._lines)
            foreach ((double x, (double sum, double weight)) in points) Add(statistic, line, x, sum, weight);
    }

    /// <summary>Lines of a statistic in the order in which they came; none if it has no relation to show.</summary>
    public IReadOnlyList<FactLine> Of(string statistic) =>
        [.. _lines.Where(line => line.Key.Statistic == statistic).Select(line =>
        {
            var points = line.Value.Where(point => point.Value.Weight > 0).ToList();
            return new FactLine(line.Key.Line, [.. points.Select(point => point.Key)], [.. points.Select(point => point.Value.Sum / point.Value.Weight)]);
        })];
}
