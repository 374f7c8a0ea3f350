using System.Globalization;

namespace ClusterSim.Reporting.Data;

/// <summary>What was tried of an uncertain parameter: a column of worlds.csv.</summary>
/// <param name="Words">All its values, of a parameter whose values are words; empty for numbers.</param>
internal sealed record WorldColumn(string Factor, double Smallest, double Largest, IReadOnlyList<string> Words)
{
    /// <summary>Null where the file is missing or has no such column.</summary>
    public static WorldColumn? Read(IResultFiles files, string factor)
    {
        string[] cells = [.. CsvRows.All(files, "worlds.csv", csv => csv.Column(factor) < 0 ? null : csv.Text(factor)).OfType<string>()];
        if (cells.Length == 0) return null;
        double[] numbers = [.. cells.Select(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        return numbers.Any(double.IsNaN)
            ? new WorldColumn(factor, double.NaN, double.NaN, [.. cells.Distinct().Order(StringComparer.Ordinal)])
            : new WorldColumn(factor, numbers.Min(), numbers.Max(), []);
    }
}
