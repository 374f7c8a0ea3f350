namespace ClusterSim.Reporting.Documents;

/// <summary>The pages on the model that follow from its code: whoever changes a part changes its page.</summary>
public static class ModelDocuments
{
    /// <summary>First line of every page; a file without it is somebody's own.</summary>
    public const string Mark = "<!-- Written by tools/generate from the code; changes belong there. -->\n";

    /// <summary>Text by file name, in ordinal order; the same code gives the same bytes.</summary>
    /// <param name="comments">What the compiler wrote beside ClusterSim.Model.</param>
    public static IReadOnlyDictionary<string, string> Build(CodeComments comments) => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["parameters.md"] = Mark + ParameterPage.Text(),
        ["mechanisms.md"] = Mark + MechanismPage.Text(comments),
        ["instruments.md"] = Mark + DeliveredPage.Instruments(comments),
        ["shocks.md"] = Mark + DeliveredPage.Shocks(comments),
        ["indicators.md"] = Mark + IndicatorPage.Text(),
        ["statistics.md"] = Mark + StatisticPage.Text(),
        ["odd.md"] = Mark + OddPage.Text(comments),
    };
}
