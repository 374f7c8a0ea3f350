using System.Globalization;
using System.Text;

namespace ClusterSim.Reporting.Figures;

/// <summary>The numbers of a figure as a reader sees them; missing is empty.</summary>
public sealed record FigureTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Comma-separated, LF, numbers without thousands separators, so that other programs can read them.</summary>
    public string ToCsv()
    {
        var csv = new StringBuilder();
        foreach (IReadOnlyList<string> row in Rows.Prepend(Header))
            csv.AppendJoin(',', row.Select(Field)).Append('\n');
        return csv.ToString();
    }

    private static string Field(string cell)
    {
        if (double.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) return cell.Replace(",", "", StringComparison.Ordinal);
        return cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
