using System.Text;

namespace ClusterSim.Cli.Results;

/// <summary>Reads the rows of a CSV file one after the other, quoted cells included, so that a large file needs no memory of its size.</summary>
internal sealed class CsvReader(TextReader text)
{
    private readonly StringBuilder _quoted = new();

    /// <summary>The cells of the next row; null at the end.</summary>
    public string[]? Next()
    {
        string? line = text.ReadLine();
        if (line is null) return null;
        return line.Contains('"', StringComparison.Ordinal) ? Quoted(line) : line.Split(',');
    }

    private string[] Quoted(string line)
    {
        var cells = new List<string>();
        bool inside = false;
        for (int at = 0; ; at++)
        {
            if (at == line.Length)
            {
                if (inside && text.ReadLine() is string more) // a quoted cell may go on in the next line
                {
                    _quoted.Append('\n');
                    (line, at) = (more, -1);
                    continue;
                }
                cells.Add(Taken());
                return [.. cells];
            }
            char c = line[at];
            if (inside && c == '"' && at + 1 < line.Length && line[at + 1] == '"') _quoted.Append(line[at++]);
            else if (c == '"') inside = !inside;
            else if (c == ',' && !inside) cells.Add(Taken());
            else _quoted.Append(c);
        }
    }

    private string Taken()
    {
        string cell = _quoted.ToString();
        _quoted.Clear();
        return cell;
    }
}
