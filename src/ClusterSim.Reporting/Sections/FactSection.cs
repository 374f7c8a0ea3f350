using ClusterSim.Experiments.Scenarios;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>Is the model any good? The facts that it was held against, with kind and verdict, as the project's tests print them.</summary>
internal static class FactSection
{
    public static void Write(Page page, ReportData data)
    {
        (string summary, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows) = Table();
        page.Section("facts", "What the model gets right and wrong");
        page.Paragraph($"{Say.Capital(summary)}, for the model as it comes, at seeds that its calibration has not seen. **Imposed** facts are all but set by a parameter and are no evidence; **targeted** ones were aimed at; **emergent** ones were neither.");
        page.Table("Facts about real firms and clusters, and what the model does. A band is never widened to make a fact hold.",
            [.. header.Select(cell => cell.Length == 0 ? "what" : cell)], rows);
        string[] own = [.. ScenarioDiff.Between(data.Study.Baseline with { Mechanisms = new Dictionary<string, object?>() }, data.Study.Baseline).Select(difference => difference.ToString())];
        page.Paragraph(own.Length == 0 ? "This run uses the mechanisms as they come." : "This run does not use the mechanisms as they come; the facts above are not those of its own settings:");
        if (own.Length > 0) page.List(own);
    }

    /// <summary>The committed table, cut where its header says that columns begin.</summary>
    internal static (string Summary, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) Table()
    {
        using Stream stream = typeof(FactSection).Assembly.GetManifestResourceStream("facts.txt")!;
        using var reader = new StreamReader(stream);
        string[] lines = reader.ReadToEnd().Split('\n');
        string[] table = [.. lines.SkipWhile(line => !line.StartsWith("fact ", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0)];
        // Columns are set to the right or to the left, so a cell begins after the widest gap that all rows share before the next header.
        int[] gaps = [.. Enumerable.Range(0, table[0].Length).Where(at => table.All(line => Blank(line, at) && Blank(line, at + 1)))];
        int[] starts = [0, .. Enumerable.Range(1, table.Max(line => line.Length) - 1).Where(at => !table.All(line => Blank(line, at)) && gaps.Contains(at - 2))];
        IReadOnlyList<string> Cells(string line) => [.. starts.Select((start, i) => Cut(line, start, i + 1 < starts.Length ? starts[i + 1] : int.MaxValue))];
        return (lines[0], Cells(table[0]), [.. table.Skip(1).Select(Cells)]);
    }

    private static bool Blank(string line, int at) => at >= line.Length || line[at] == ' ';

    private static string Cut(string line, int start, int end) => start >= line.Length ? "" : line[start..Math.Min(end, line.Length)].Trim();
}
