using System.Text;
using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Reporting.Documents;

/// <summary>What a scenario lets happen: the instruments of policy and the kinds of shock.</summary>
internal static class DeliveredPage
{
    public static string Instruments(CodeComments comments) => Text(comments, "instrument", """
        # Instruments

        What public money can do. An instrument changes only what agents already use, at a stated unit cost, and never looks at
        the stage: effects by stage must come out. When it starts, where, for how long and with how much stands beside it in an
        arm or a policy ([Writing a scenario](../guide/writing-a-scenario.md#policies)); unit costs and effects are assumptions
        with a low, a central and a high value. How to add one: [Adding an instrument](../guide/adding-an-instrument.md).

        """);

    public static string Shocks(CodeComments comments) => Text(comments, "shock", """
        # Shocks

        What strikes from outside and is nobody's policy, on a date or at random by a hazard
        ([Writing a scenario](../guide/writing-a-scenario.md#shocks)).

        """);

    private static string Text(CodeComments comments, string kind, string introduction)
    {
        var text = new StringBuilder(introduction.ReplaceLineEndings("\n"));
        foreach (Part part in ClusterModel.Catalogue.OfKind(kind))
        {
            text.Append($"\n## {part.Name}\n{comments.Summary(part.Type)}\n\n").Append(MechanismPage.Equation(comments, part));
            string where = part.Attribute is ShockAttribute shock ? shock.Local ? "In a region. " : "In the whole country. " : "";
            text.Append($"*{where}Source: {PlainText.Escape(part.Attribute.Source)}.*\n\n{MechanismPage.Parameters(part)}\n");
        }
        return text.ToString();
    }
}
