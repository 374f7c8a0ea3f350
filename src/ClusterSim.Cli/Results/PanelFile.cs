using System.Globalization;
using System.IO.Compression;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Detection;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Results;

/// <summary>Reads a table of establishments by region, industry and year, as CSV or gzipped CSV. All that is wrong is told at once,
/// with line and column of the table.</summary>
internal sealed class PanelFile
{
    public const string Region = "region", Industry = "industry", Year = "year", Establishments = "establishments", Employment = "employment";

    /// <summary>More than anybody reads.</summary>
    private const int MostProblems = 20;

    private const int Earliest = 1000, Latest = 2999;
    private const double Most = 1e9;

    /// <summary>What statistical offices write where they say nothing.</summary>
    private static readonly string[] Silent = ["", "NA", "N/A", "NaN", ".", "-", "D", "(D)", "S", "(S)", "*"];

    private readonly string _path;
    private readonly Dictionary<string, string> _names;
    private readonly List<string> _problems = [];
    private readonly List<PanelEntry> _entries = [];
    private readonly Dictionary<(string, string, int), int> _lines = [];
    private int _more;

    private PanelFile(string path, Dictionary<string, string> names) => (_path, _names) = (path == "-" ? "standard input" : path, names);

    /// <summary>Columns that are wanted; employment may be missing.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Region, Industry, Year, Establishments, Employment];

    /// <summary>Reads a file; <c>-</c> is standard input.</summary>
    /// <param name="names">Column of the table by the name that is wanted, where they differ.</param>
    /// <exception cref="CommandException">Every problem of the table, exit code 3.</exception>
    public static IReadOnlyList<PanelEntry> Read(string path, Dictionary<string, string> names, bool quiet, bool plain)
    {
        var file = new PanelFile(path, names);
        if (path == "-") file.Take(Console.In, () => { });
        else
        {
            if (!File.Exists(path)) throw new CommandException(ExitCodes.ScenarioInvalid, Directory.Exists(path) ? $"{path} is a folder: name a CSV file" : $"there is no file {path}");
            using FileStream stream = File.OpenRead(path);
            using var progress = new Progress("reading", 100, quiet, plain);
            bool zipped = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
            stream.Position = 0;
            using Stream plainStream = zipped ? new GZipStream(stream, CompressionMode.Decompress) : stream;
            using var text = new StreamReader(plainStream);
            file.Take(text, () => progress.Report((int)(100 * stream.Position / Math.Max(1, stream.Length))));
        }
        file.Require();
        return file._entries;
    }

    private void Take(TextReader text, Action advance)
    {
        int line = 1;
        try
        {
            var reader = new CsvReader(text);
            if (Places(reader.Next()) is not int[] places) return;
            line = 2;
            for (int row = 0; reader.Next() is string[] cells; row++)
            {
                if (cells.Length == 0) Problem(line, 1, "quotes that do not close");
                else if (cells is not [""]) TakeRow(cells, places, line);
                line += 1 + cells.Sum(cell => cell.Count(c => c == '\n'));
                if (row % 10_000 == 0)
                {
                    advance();
                    Interruption.Token.ThrowIfCancellationRequested();
                }
            }
            if (_entries.Count == 0 && _problems.Count == 0) Problem(line, 1, "no rows: the table ends after its header");
        }
        catch (Exception broken) when (broken is InvalidDataException or FormatException or IOException or InvalidOperationException)
        {
            Problem(line, 1, broken is InvalidDataException ? "the gzip file is damaged from here on" : $"from here on this is no table ({broken.Message})");
        }
    }

    /// <summary>Where the wanted columns stand, -1 = nowhere; null if one that must be there is not.</summary>
    private int[]? Places(string[]? header)
    {
        if (header is null or [] or [""])
        {
            Problem(1, 1, $"no header: the first line names the columns, {string.Join(", ", Columns)}");
            return null;
        }
        string[] names = [.. header.Select(name => name.Trim('\uFEFF', ' '))];
        foreach (string twice in names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
            if (Columns.Any(column => Named(column) == twice)) Problem(1, Array.LastIndexOf(names, twice) + 1, $"two columns are named {twice}");
        int[] places = [.. Columns.Select(column => Array.IndexOf(names, Named(column)))];
        for (int i = 0; i < places.Length; i++)
            if (places[i] < 0 && (Columns[i] != Employment || _names.ContainsKey(Employment)))
                Problem(1, 1, $"there is no column {Named(Columns[i])}{Nearest.Hint(Named(Columns[i]), names)}; the header has {Shorten(string.Join(", ", names))}{(_names.ContainsKey(Columns[i]) ? "" : $"; --columns {Columns[i]}=NAME says which one it is")}");
        return _problems.Count == 0 ? places : null;
    }

    private string Named(string column) => _names.GetValueOrDefault(column, column);

    private void TakeRow(string[] cells, int[] places, int line)
    {
        int needed = places.Max() + 1;
        if (cells.Length < needed)
        {
            Problem(line, cells.Length, $"{cells.Length} cells; {needed} are needed");
            return;
        }
        int before = _problems.Count + _more;
        string region = Word(cells, places[0], line, Region), industry = Word(cells, places[1], line, Industry);
        double year = Number(cells, places[2], line, Year, Earliest, Latest, maybeSilent: false);
        if (year != Math.Floor(year)) Problem(line, places[2] + 1, $"{Named(Year)} = {cells[places[2]]}: a whole year is wanted");
        double establishments = Number(cells, places[3], line, Establishments, 0, Most, maybeSilent: false);
        double employment = places[4] < 0 ? double.NaN : Number(cells, places[4], line, Employment, 0, Most, maybeSilent: true);
        if (_problems.Count + _more > before) return;
        if (_lines.TryGetValue((region, industry, (int)year), out int first)) Problem(line, places[0] + 1, $"{Shorten(region)}, {Shorten(industry)}, {year} stands in line {first} already: one row for each region, industry and year");
        else
        {
            _lines[(region, industry, (int)year)] = line;
            _entries.Add(new PanelEntry(region, industry, (int)year, establishments, employment));
        }
    }

    private string Word(string[] cells, int place, int line, string column)
    {
        string word = cells[place].Trim();
        if (word.Length == 0) Problem(line, place + 1, $"{Named(column)} = (nothing): a name or code is wanted");
        return word;
    }

    private double Number(string[] cells, int place, int line, string column, double low, double high, bool maybeSilent)
    {
        string cell = cells[place].Trim();
        if (maybeSilent && Silent.Contains(cell)) return double.NaN;
        if (DataTable.Number(cell) is not double number) Problem(line, place + 1, $"{Named(column)} = {(cell.Length == 0 ? "(nothing)" : Shorten(cell))}: a number is wanted, such as 1234");
        else if (number < low || number > high) Problem(line, place + 1, string.Create(CultureInfo.InvariantCulture, $"{Named(column)} = {Shorten(cell)}: allowed {low}..{high}"));
        else return number;
        return low;
    }

    /// <summary>Ends the command if anything was wrong, or if there is too little to compare.</summary>
    private void Require()
    {
        if (_problems.Count == 0)
        {
            int regions = _entries.DistinctBy(entry => entry.Region).Count(), industries = _entries.DistinctBy(entry => entry.Industry).Count(), years = _entries.Max(entry => entry.Year) - _entries.Min(entry => entry.Year) + 1;
            if (regions < 2 || industries < 2) Problem(1, 1, $"{regions} region{(regions == 1 ? "" : "s")} and {industries} industr{(industries == 1 ? "y" : "ies")}: a location quotient compares two or more of each");
            if (years > 300) Problem(1, 1, $"the years span {years}: is one of them mistyped?");
            if (_entries.TrueForAll(entry => entry.Establishments == 0)) Problem(1, 1, "not one establishment in the whole table");
            if ((long)regions * industries * years > 100_000_000) Problem(1, 1, $"{regions} regions, {industries} industries and {years} years are more than fit: leave some industries out");
        }
        if (_problems.Count == 0) return;
        IEnumerable<string> shown = _problems.Concat(_more > 0 ? [$"and {_more} more"] : []);
        throw new CommandException(ExitCodes.ScenarioInvalid, $"the data cannot be used:\n{string.Join('\n', shown)}");
    }

    private void Problem(int line, int column, string words)
    {
        if (_problems.Count < MostProblems) _problems.Add($"{_path}:{line}:{column} {words}");
        else _more++;
    }

    private static string Shorten(string text) => text.Length > 60 ? text[..57] + "..." : text.ReplaceLineEndings(" ");
}
