using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Reporting.Documents;

/// <summary>The numbers that are measured in every region and activity.</summary>
internal static class IndicatorPage
{
    public static string Text() => """
        # Indicators

        Numbers that are measured per region and activity at the end of every year, and every quarter where a trigger waits for
        them. An *additive* one has as its value for the country the sum over the regions; any other is measured for the country
        anew. *Better* is the direction that P(better) counts. Each is a name for `measure:` and for conditions under `start: {when: ...}`.


        """.ReplaceLineEndings("\n") + PlainText.Grid(["indicator", "unit", "country", "better", "meaning", "source"], ClusterModel.Catalogue.OfKind("indicator").Select(Row));

    private static string[] Row(Part part)
    {
        var said = (IndicatorAttribute)part.Attribute;
        return [$"`{part.Name}`", said.Unit, said.Additive ? "sum" : "anew", said.LowerIsBetter ? "lower" : "higher", PlainText.Escape(said.Summary), PlainText.Escape(said.Source)];
    }
}
