namespace ClusterSim.Experiments.Comparing;

/// <summary>Rows of numbers, all of one width, taken in one by one and read column by column.</summary>
public interface IColumns
{
    /// <summary>Takes in a row; the first one decides the width.</summary>
    void Append(ReadOnlySpan<double> row);

    /// <summary>A column; length = rows taken in.</summary>
    double[] Read(int column);
}

/// <summary>Columns in memory: for a browser, and wherever there are few rows.</summary>
public sealed class MemoryColumns : IColumns
{
    private readonly List<double[]> _rows = [];

    public void Append(ReadOnlySpan<double> row) => _rows.Add(row.ToArray());

    public double[] Read(int column) => [.. _rows.Select(row => row[column])];
}
