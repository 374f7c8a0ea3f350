using System.Text;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Reporting.Documents;

/// <summary>The mechanisms in the order in which they act, each with its equation, its source and its switch.</summary>
internal static class MechanismPage
{
    public static string Text(CodeComments comments)
    {
        var text = new StringBuilder("""
            # Mechanisms

            The order in which they act in a month; whoever comes later sees what earlier ones did. Each can be switched off
            (`mechanisms: {spin-offs: off}`) and is then not there at all: nobody else's draws change. What each moves is measured:
            [effects.txt](effects.txt). The symbols are in [Terms](../guide/terms.md), the numbers in [Parameters](parameters.md),
            and how to add one in [Adding a mechanism](../guide/adding-a-mechanism.md).


            """.ReplaceLineEndings("\n"));
        text.Append(Overview());
        foreach ((Process<World> process, Part part) in Steps())
        {
            text.Append($"\n## {part.Name}\n{comments.Summary(part.Type)}\n\n").Append(Equation(comments, part));
            text.Append($"*{process.Declaration.Id}; {process.Declaration.Theory}; {Often(process.Pace)}. Source: {PlainText.Escape(part.Attribute.Source)}.*\n\n");
            text.Append($"Off: `mechanisms: {{{part.Name}: off}}`. {Parameters(part)}\n");
        }
        return text.ToString();
    }

    /// <summary>The schedule as a table, with a link for each step.</summary>
    /// <param name="page">Where the links lead; empty = this page.</param>
    public static string Overview(string page = "") =>
        PlainText.Grid(["step", "mechanism", "how often", "what happens"], Steps().Select((step, i) => new[]
            { $"{i + 1}", $"[{step.Part.Name}]({page}#{step.Part.Name})", Often(step.Process.Pace), PlainText.Escape(step.Part.Attribute.Summary) }));

    /// <summary>The part's remarks as a paragraph, or nothing.</summary>
    public static string Equation(CodeComments comments, Part part) => comments.Remarks(part.Type) is { Length: > 0 } remarks ? $"> {remarks}\n\n" : "";

    /// <summary>Every process with its declaration, in order.</summary>
    public static IEnumerable<(Process<World> Process, Part Part)> Steps() => ClusterModel.Schedule(new ModelConfiguration()).Zip(ClusterModel.Mechanisms);

    /// <summary>The names of the part's parameters, and where their table is.</summary>
    public static string Parameters(Part part) => part.Parameters.Count == 0 ? "No parameters." :
        $"[Parameters](parameters.md#{part.Name}): {string.Join(", ", part.Parameters.Select(parameter => $"`{parameter.Name}`"))}.";

    private static string Often(Pace pace) => $"every {Catalogue.Kebab(pace.ToString())}";
}
