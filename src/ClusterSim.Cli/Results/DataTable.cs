using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Results;

/// <summary>A factor that a user names, with its range where one is given: <c>x1=0:1</c> or <c>x1</c>.</summary>
internal sealed record FactorBound(string Name, double? Low, double? High)
{
    /// <summary>Reads one; null if it is none.</summary>
    public static FactorBound? Read(string text)
    {
        string[] parts = text.Split('=', 2);
        if (parts[0].Length == 0) return null;
        if (parts.Length == 1) return new FactorBound(parts[0], null, null);
        string[] ends = parts[1].Split(':');
        return ends.Length == 2 && DataTable.Number(ends[0]) is double low && DataTable.Number(ends[1]) is double high && low < high ? new FactorBound(parts[0], low, high) : null;
    }
}

/// <summary>A table that a user brings: a header and rows of as many cells. What is wrong in it is gathered, and told at once.</summary>
internal sealed class DataTable
{
    /// <summary>More than anybody reads.</summary>
    private const int MostProblems = 20;

    private readonly string _path;
    private readonly string[] _header;
    private readonly List<string[]> _rows = [];
    private readonly List<string> _problems = [];

    private DataTable(string path, TextReader text)
    {
        _path = path == "-" ? "standard input" : path;
        var reader = new CsvReader(text);
        _header = [.. (reader.Next() ?? []).Select(cell => cell.Trim('\uFEFF', ' '))];
        if (_header.Length == 0) Problem(1, "no header: the first line names the columns");
        foreach (string twice in _header.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key)) Problem(1, $"two columns are named {twice}");
        for (int line = 2; reader.Next() is string[] row; line++)
            if (row.Length == _header.Length) _rows.Add(row);
            else Problem(line, row.Length == 0 ? "quotes that do not close" : $"{row.Length} cells; the header has {_header.Length}");
        Require();
    }

    /// <summary>Reads a file; <c>-</c> is standard input.</summary>
    public static DataTable Read(string path)
    {
        if (path == "-") return new DataTable(path, Console.In);
        if (!File.Exists(path)) throw new CommandException(ExitCodes.ScenarioInvalid, $"there is no file {path}");
        using var text = new StreamReader(path);
        return new DataTable(path, text);
    }

    public IReadOnlyList<string> Columns => _header;

    public int Rows => _rows.Count;

    public IReadOnlyList<string> Cells(string column) => [.. _rows.Select(row => row[Array.IndexOf(_header, column)])];

    /// <summary>Ends the command where an option names a column that is not there.</summary>
    public void RequireColumn(string column, string option)
    {
        if (!_header.Contains(column)) throw new CommandException(ExitCodes.Usage, $"{option}: {_path} has no column {column}{Nearest.Hint(column, _header)}");
    }

    /// <summary>Whether some cell of the column is a number: words beside it are slips then.</summary>
    public bool HasNumbers(string column) => Cells(column).Any(cell => Number(cell) is not null);

    /// <summary>A column of numbers; cells that are none become problems.</summary>
    public double[] Numbers(string column, double? low = null, double? high = null)
    {
        IReadOnlyList<string> cells = Cells(column);
        var numbers = new double[cells.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            if (Number(cells[row]) is not double number) Problem(row + 2, $"{column} = {(cells[row].Length == 0 ? "(nothing)" : cells[row])}: a number is wanted");
            else if (number < low || number > high) Problem(row + 2, string.Create(CultureInfo.InvariantCulture, $"{column} = {number} lies outside its bounds {low}:{high}"));
            else numbers[row] = number;
        }
        return numbers;
    }

    /// <summary>A column of words; empty cells become problems.</summary>
    public IReadOnlyList<string> Words(string column)
    {
        IReadOnlyList<string> cells = Cells(column);
        for (int row = 0; row < cells.Count; row++)
            if (cells[row].Length == 0) Problem(row + 2, $"{column} = (nothing): a word is wanted");
        return cells;
    }

    /// <summary>Notes what is wrong with the table as a whole.</summary>
    public void Problem(string words) => _problems.Add($"{_path}: {words}");

    /// <summary>Ends the command if anything was wrong.</summary>
    public void Require()
    {
        if (_problems.Count == 0) return;
        IEnumerable<string> shown = _problems.Take(MostProblems).Concat(_problems.Count > MostProblems ? [$"and {_problems.Count - MostProblems} more"] : []);
        throw new CommandException(ExitCodes.ScenarioInvalid, $"the data cannot be used:\n{string.Join('\n', shown)}");
    }

    /// <summary>A finite number with a dot; null if it is none.</summary>
    public static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private void Problem(int line, string words) => _problems.Add($"{_path}:{line} {words}");
}
