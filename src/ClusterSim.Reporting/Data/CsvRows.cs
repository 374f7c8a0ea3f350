using System.Globalization;
using Sylvan.Data.Csv;

namespace ClusterSim.Reporting.Data;

/// <summary>The rows of a CSV file one after another, cells by the names of their columns; memory does not grow with the file.</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly CsvDataReader _reader;

    private CsvRows(TextReader text) => _reader = CsvDataReader.Create(text, new CsvDataReaderOptions { OwnsReader = true, BufferSize = 1 << 16 });

    /// <summary>Null where the folder lacks the file.</summary>
    public static CsvRows? Open(IResultFiles files, string name) => files.Open(name) is TextReader text ? new CsvRows(text) : null;

    /// <summary>Every row of a file made into something; none where the folder lacks the file.</summary>
    public static IReadOnlyList<T> All<T>(IResultFiles files, string name, Func<CsvRows, T> make)
    {
        var all = new List<T>();
        using CsvRows? csv = Open(files, name);
        while (csv is not null && csv.Next()) all.Add(make(csv));
        return all;
    }

    public static CsvRows Of(string text) => new(new StringReader(text));

    public bool Next() => _reader.Read();

    /// <summary>Number of a column; -1 = there is none of this name.</summary>
    public int Column(string name)
    {
        for (int column = 0; column < _reader.FieldCount; column++)
            if (_reader.GetName(column) == name) return column;
        return -1;
    }

    public string Text(int column) => column < 0 ? "" : _reader.GetString(column);

    /// <summary>The same where it is only looked at: a long file has more cells than memory has room for strings.</summary>
    public ReadOnlySpan<char> Cell(int column) => column < 0 ? default : _reader.GetFieldSpan(column);

    public bool Is(int column, string text) => Cell(column).SequenceEqual(text);

    /// <summary>Place of a cell in a list; -1 = not there.</summary>
    public int Place(int column, IReadOnlyList<string> names)
    {
        ReadOnlySpan<char> cell = Cell(column);
        for (int i = 0; i < names.Count; i++)
            if (cell.SequenceEqual(names[i])) return i;
        return -1;
    }

    /// <summary>A whole number; -1 where the cell is empty.</summary>
    public int Count(int column) => int.TryParse(Cell(column), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : -1;

    /// <summary>A number; NaN where the cell is empty.</summary>
    public double Number(int column) => double.TryParse(Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    /// <summary>By the name of the column.</summary>
    public string Text(string column) => Text(Column(column));

    /// <summary>By the name of the column; -1 where the cell is empty.</summary>
    public int Count(string column) => Count(Column(column));

    /// <summary>By the name of the column; NaN where the cell is empty.</summary>
    public double Number(string column) => Number(Column(column));

    /// <summary>By the name of the column; null where the cell is empty.</summary>
    public double? Maybe(string column) => Number(column) is var value && double.IsNaN(value) ? null : value;

    /// <summary>An end of an interval, by the name of the column; an interval of one or two pairs is everything, and has empty cells.</summary>
    /// <param name="open">What an empty cell stands for.</param>
    public double End(string column, double open) => Maybe(column) ?? open;

    public void Dispose() => _reader.Dispose();
}
