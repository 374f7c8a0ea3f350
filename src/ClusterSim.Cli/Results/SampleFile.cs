using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Results;

/// <summary>Reads rows of factors and an output from a CSV file, and refuses cells that are none, with their lines.</summary>
internal sealed class SampleFile
{
    private const int MostProblems = 10;

    private readonly string _file, _output;
    private readonly List<string> _notes = [];
    private readonly List<int> _lines = [];

    private SampleFile(string file, string output) => (_file, _output) = (file, output);

    public IReadOnlyList<Factor> Factors { get; private set; } = [];

    /// <summary>Rows of places, one for each factor.</summary>
    public double[][] Places { get; private set; } = [];

    public double[] Outputs { get; private set; } = [];

    /// <summary>The line of each row.</summary>
    public IReadOnlyList<int> Lines => _lines;

    /// <summary>What was assumed, in sentences.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <param name="file">A path, or - for standard input.</param>
    /// <param name="output">The column of the output.</param>
    /// <param name="bounds">The factors; none = every other column of numbers, with the range of its data.</param>
    public static SampleFile Read(string file, string output, IReadOnlyList<Factor> bounds)
    {
        var sample = new SampleFile(file == "-" ? "standard input" : file, output);
        if (file == "-") sample.Read(Console.In, bounds);
        else if (!File.Exists(file)) throw new CommandException(ExitCodes.ScenarioInvalid, $"{file}: there is no such file");
        else
        {
            using var text = new StreamReader(file);
            sample.Read(text, bounds);
        }
        return sample;
    }

    private void Read(TextReader text, IReadOnlyList<Factor> bounds)
    {
        var reader = new CsvReader(text);
        string[] header = reader.Next() ?? throw Broken("the file is empty; a header with the names of the columns is wanted");
        List<CellColumn> columns = Columns([.. header.Select(name => name.Trim())], bounds);
        for (int line = 2; reader.Next() is string[] cells; line++)
        {
            if (cells.Length == 1 && cells[0].Length == 0 && header.Length > 1) continue; // an empty line
            if (cells.Length == 0) throw Broken($"line {line} cannot be read: do its quotes close?");
            if (cells.Length != header.Length) throw Broken($"line {line} has {cells.Length} cells, the header has {header.Length}");
            foreach (CellColumn column in columns) column.Add(cells[column.Index].Trim(), line);
            _lines.Add(line);
        }
        if (_lines.Count == 0) throw Broken("there is a header and no row");
        if (bounds.Count == 0) columns.RemoveAll(column => column.Name != _output && LeavesOut(column));
        string[] problems = [.. columns.SelectMany(column => column.Problems).OrderBy(problem => problem.Line).Select(problem => $"line {problem.Line}: {problem.What}")];
        int count = columns.Sum(column => column.Wrong);
        if (count > 0) throw Broken(string.Join($"\n{_file}: ", problems.Take(MostProblems)) + (count > MostProblems ? $"\n{_file}: and {count - MostProblems} more" : ""));
        Fill(columns, bounds);
    }

    private List<CellColumn> Columns(string[] header, IReadOnlyList<Factor> bounds)
    {
        string? twice = header.CountBy(name => name).FirstOrDefault(name => name.Value > 1).Key;
        if (twice is not null) throw Broken($"the header names {twice} twice");
        int Index(string name, string option)
        {
            int index = Array.IndexOf(header, name);
            return index >= 0 ? index : throw new CommandException(ExitCodes.Usage, $"{option} {name}: {_file} has no such column{Nearest.Hint(name, header)}");
        }
        var columns = new List<CellColumn> { new(_output, Index(_output, "--output"), null, MostProblems) };
        if (bounds.Any(factor => factor.Name == _output)) throw new CommandException(ExitCodes.Usage, $"{_output} is the output and cannot be a factor too");
        if (bounds.Count > 0) columns.AddRange(bounds.Select(factor => new CellColumn(factor.Name, Index(factor.Name, "--bounds"), factor, MostProblems)));
        else columns.AddRange(header.Select((name, i) => new CellColumn(name, i, null, MostProblems)).Where(column => column.Name != _output));
        return columns;
    }

    /// <summary>Whether a column without bounds is no factor, with a note that says why.</summary>
    private bool LeavesOut(CellColumn column)
    {
        string? why = column.Values.Count == 0 ? $"it holds no numbers; --bounds {column.Name}=A,B,C would make its words levels"
            : column.Wrong == 0 && column.Values.Min() == column.Values.Max() ? "it is the same in every row" : null;
        if (why is not null) _notes.Add($"{column.Name} is left out: {why}");
        return why is not null;
    }

    private void Fill(List<CellColumn> columns, IReadOnlyList<Factor> bounds)
    {
        Outputs = [.. columns[0].Values];
        columns.RemoveAt(0);
        if (columns.Count == 0) throw Broken($"no column but {_output} holds numbers that vary");
        Factors = bounds.Count > 0 ? bounds : [.. columns.Select(column => new ContinuousFactor(column.Name, column.Values.Min(), column.Values.Max()))];
        if (bounds.Count == 0) _notes.Add($"every other column of numbers is taken for a factor with the range of its data: {string.Join(", ", Factors.Select(factor => $"{factor.Name} {factor.Allowed}"))}; --bounds says otherwise");
        Places = new double[_lines.Count][];
        for (int row = 0; row < Places.Length; row++)
            Places[row] = [.. columns.Select((column, i) => bounds.Count > 0 ? column.Values[row] : Place((ContinuousFactor)Factors[i], column.Values[row]))];
    }

    private static double Place(ContinuousFactor factor, double value) => (value - factor.Low) / (factor.High - factor.Low);

    private CommandException Broken(string message) => new(ExitCodes.ScenarioInvalid, $"{_file}: {message}");

    /// <summary>The cells of one column: numbers or, with bounds, places.</summary>
    private sealed class CellColumn(string name, int index, Factor? bounds, int kept)
    {
        public string Name => name;

        public int Index => index;

        public List<double> Values { get; } = [];

        /// <summary>The first few cells that are none.</summary>
        public List<(int Line, string What)> Problems { get; } = [];

        public int Wrong { get; private set; }

        public void Add(string cell, int line)
        {
            double value = 0;
            bool isNumber = bounds is null && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
            if (isNumber || bounds is not null && bounds.TryPlace(cell, out value)) Values.Add(value);
            else if (++Wrong <= kept) Problems.Add((line, What(cell)));
        }

        private string What(string cell)
        {
            if (cell.Length == 0) return $"{name} is empty";
            bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
            return bounds is null || bounds is not LevelFactor && !isNumber ? $"{name} = {cell} is not a number" : $"{name} = {cell} is outside its bounds: allowed {bounds.Allowed}";
        }
    }
}
