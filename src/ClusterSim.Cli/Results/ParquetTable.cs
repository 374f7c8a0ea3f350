using System.Globalization;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Cli.Results;

/// <summary>A table of a results folder as Parquet: the cells of its CSV file with types. It is written in groups of rows, so that a large
/// file needs no memory of its size.</summary>
internal static class ParquetTable
{
    private const int RowsAGroup = 50_000;

    /// <summary>Converts a file.</summary>
    /// <param name="metrics">Units and meanings, which go along as metadata.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="CommandException">A cell is not what its column holds.</exception>
    public static async Task<long> Write(string csv, string target, JsonNode metrics, CancellationToken cancel)
    {
        using var text = new StreamReader(csv);
        var reader = new CsvReader(text);
        string table = Path.GetFileNameWithoutExtension(csv);
        string[] header = reader.Next() ?? throw new CommandException(ExitCodes.Usage, $"{table}.csv is empty");
        bool[] words = Words(csv, header);
        PendingCells[] columns = [.. header.Select((name, i) => words[i] ? new PendingTexts(name) : Of(name, TableColumns.Kind(table, name)))];
        using FileStream stream = File.Create(target);
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy };
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. columns.Select(column => column.Field)]), stream, options, cancellationToken: cancel);
        writer.CustomMetadata = Metadata(header, metrics);
        long rows = 0;
        bool more = true;
        while (more)
        {
            int taken = 0;
            for (; taken < RowsAGroup && (more = reader.Next() is string[] row && Take(row)); taken++) rows++;
            if (taken == 0 && rows > 0) break;
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            foreach (PendingCells column in columns) await column.Flush(group, cancel);
        }
        return rows;

        bool Take(string[] row)
        {
            if (row.Length != columns.Length) throw new CommandException(ExitCodes.Usage, $"{table}.csv:{rows + 2} has {row.Length} cells instead of {columns.Length}");
            for (int i = 0; i < row.Length; i++)
                if (!columns[i].Add(row[i])) throw new CommandException(ExitCodes.Usage, $"{table}.csv:{rows + 2} {header[i]} = {row[i]}: a number belongs there");
            return true;
        }
    }

    /// <summary>True for parameters of the scenarios that are words somewhere: they alone do not say by their name what they hold.</summary>
    private static bool[] Words(string csv, string[] header)
    {
        var words = new bool[header.Length];
        int[] parameters = [.. Enumerable.Range(0, header.Length).Where(i => header[i].StartsWith("param_", StringComparison.Ordinal))];
        if (parameters.Length == 0) return words;
        using var text = new StreamReader(csv);
        var reader = new CsvReader(text);
        reader.Next();
        while (reader.Next() is string[] row)
            foreach (int i in parameters)
                words[i] |= i < row.Length && row[i].Length > 0 && !double.TryParse(row[i], NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return words;
    }

    private static Dictionary<string, string> Metadata(string[] header, JsonNode metrics)
    {
        var metadata = new Dictionary<string, string> { ["clustersim"] = Versions.Model };
        foreach (string column in header)
        {
            (string unit, string meaning) = TableColumns.Said(column, metrics);
            if (unit.Length > 0) metadata[column + ".unit"] = unit;
            if (meaning.Length > 0) metadata[column + ".meaning"] = meaning;
        }
        return metadata;
    }

    private static PendingCells Of(string name, CellKind kind) => kind switch
    {
        CellKind.Text => new PendingTexts(name),
        CellKind.Seed => new PendingNumbers<ulong>(name),
        CellKind.Whole => new PendingNumbers<long>(name),
        _ => new PendingNumbers<double>(name),
    };

    /// <summary>The cells of one column that are not written yet; an empty cell is a missing value.</summary>
    private abstract class PendingCells(DataField said)
    {
        public DataField Field { get; } = said;

        /// <summary>False if the cell does not fit.</summary>
        public abstract bool Add(string cell);

        public abstract Task Flush(ParquetRowGroupWriter group, CancellationToken cancel);
    }

    private sealed class PendingTexts(string name) : PendingCells(new DataField(name, typeof(string), isNullable: true))
    {
        private readonly List<string?> _cells = [];
        private readonly Dictionary<string, string> _seen = []; // most columns of words repeat a few

        public override bool Add(string cell)
        {
            if (cell.Length > 0 && _seen.Count < 1_000 && !_seen.TryGetValue(cell, out _)) _seen[cell] = cell;
            _cells.Add(cell.Length == 0 ? null : _seen.GetValueOrDefault(cell, cell));
            return true;
        }

        public override async Task Flush(ParquetRowGroupWriter group, CancellationToken cancel)
        {
            await group.WriteAsync(Field, _cells!);
            _cells.Clear();
        }
    }

    private sealed class PendingNumbers<T>(string name) : PendingCells(new DataField(name, typeof(T), isNullable: true)) where T : struct, ISpanParsable<T>
    {
        private readonly List<T?> _cells = [];

        public override bool Add(string cell)
        {
            bool fits = T.TryParse(cell, CultureInfo.InvariantCulture, out T value);
            _cells.Add(fits ? value : null);
            return fits || cell.Length == 0;
        }

        public override async Task Flush(ParquetRowGroupWriter group, CancellationToken cancel)
        {
            await group.WriteAsync<T>(Field, _cells.ToArray().AsMemory(), cancellationToken: cancel);
            _cells.Clear();
        }
    }
}
