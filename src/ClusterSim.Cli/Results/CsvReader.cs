using Sylvan.Data.Csv;

namespace ClusterSim.Cli.Results;

/// <summary>Reads the rows of a CSV file one after the other, the header among them, so that a large file needs no memory of its size.</summary>
internal sealed class CsvReader(TextReader text)
{
    private readonly CsvDataReader _rows = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, OwnsReader = false });

    /// <summary>The cells of the next row; null at the end. A row whose quotes do not close has none.</summary>
    public string[]? Next()
    {
        try
        {
            return _rows.Read() ? [.. Enumerable.Range(0, _rows.RowFieldCount).Select(_rows.GetString)] : null;
        }
        catch (CsvFormatException)
        {
            return [];
        }
    }
}
