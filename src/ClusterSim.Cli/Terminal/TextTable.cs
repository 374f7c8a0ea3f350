using System.Globalization;
using System.Text;

namespace ClusterSim.Cli.Terminal;

/// <summary>Plain text for people: aligned columns, numbers without noise.</summary>
internal static class TextTable
{
    /// <summary>Prints rows in columns; nothing is wrapped or cut.</summary>
    public static void Columns(IReadOnlyList<string[]> rows) => Console.Out.Write(Of(rows));

    /// <summary>Rows in columns, two spaces apart.</summary>
    public static string Of(IReadOnlyList<string[]> rows)
    {
        var text = new StringBuilder();
        if (rows.Count == 0) return "";
        int columns = rows.Max(row => row.Length);
        int[] width = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0))];
        foreach (string[] row in rows)
            text.Append(string.Join("  ", row.Select((cell, column) => column == row.Length - 1 ? cell : IsNumber(cell) ? cell.PadLeft(width[column]) : cell.PadRight(width[column]))).TrimEnd()).Append('\n');
        return text.ToString();
    }

    private static bool IsNumber(string cell) => cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || (cell[0] is '+' or '-' && cell.Length > 1));

    /// <summary>A default value as it stands in YAML.</summary>
    public static string Number(object? value) => value switch
    {
        null => "",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The same with its sign.</summary>
    public static string Signed(double value) => value > 0 ? "+" + Short(value) : Short(value);

    /// <summary>Three significant digits, thousands separated.</summary>
    public static string Short(double value)
    {
        if (!double.IsFinite(value)) return "-";
        double size = Math.Abs(value);
        string format = size switch { 0 => "0", >= 1000 => "#,0", >= 100 => "0", >= 10 => "0.0", >= 1 => "0.00", _ => "0.000" };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
