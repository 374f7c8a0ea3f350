using System.Text;

namespace ClusterSim.Reporting.Documents;

/// <summary>Words and tables that Markdown must show as they are.</summary>
internal static class PlainText
{
    /// <summary>Stars and angle brackets would be taken for emphasis and HTML.</summary>
    public static string Escape(string text) => text.Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);

    /// <summary>A table; cells that are Markdown already come as they are, but for the bar that would end them.</summary>
    public static string Grid(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        void Row(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        Row(header);
        text.Append('|').Append(string.Concat(Enumerable.Repeat("---|", header.Count))).Append('\n');
        foreach (IReadOnlyList<string> row in rows) Row(row);
        return text.ToString();
    }
}
