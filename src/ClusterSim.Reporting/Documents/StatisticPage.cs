using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Reporting.Documents;

/// <summary>How the statistics of the facts follow from the files.</summary>
internal static class StatisticPage
{
    public static string Text() => """
        # Statistics

        `clustersim validate --facts -o FOLDER` writes every row that the facts are computed from, and `metrics.json` with what stands
        on this page. *Filter* says which rows count, *what is done* in which order, *over histories* how histories are put
        together: a mean of the histories' own values, which stand in `runs.csv`, or all of them pooled. The focal activity is the first
        of the scenario; year y ends with month 12 y; ticks count months from 0. Tests compute them again from the files alone.


        """.ReplaceLineEndings("\n") + PlainText.Grid(["statistic", "unit", "facts", "files and columns", "filter", "what is done", "over histories"], StatisticDefinition.All.Select(Row)) + """

        ## Columns

        `run --record firms` writes the tables of years too, and only then are they kept. In all of them `scenario_id`, `replication` and
        `year` name the history and the year. `firms.csv`, `deals.csv` and `stages.csv` are those of every results folder. `activities.csv`
        names the `family` of each `activity`: the first of those that are linked by a relatedness of one half or more.


        """.ReplaceLineEndings("\n") + PlainText.Grid(["table", "column", "unit", "meaning"], YearColumn.All.Select(column => new[] { column.Table, $"`{column.Name}`", column.Unit, column.Meaning }));

    private static string[] Row(StatisticDefinition definition) =>
    [
        $"`{definition.Name}`", definition.Unit, string.Join(", ", Fact.All.Where(fact => fact.Statistic == definition.Name).Select(fact => fact.Id)),
        $"{string.Join(", ", definition.Files)}: {string.Join(", ", definition.Columns)}", PlainText.Escape(definition.Filter), PlainText.Escape(definition.Order), PlainText.Escape(definition.Over),
    ];
}
