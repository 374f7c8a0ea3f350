using System.Reflection;
using System.Text;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Reporting.Documents;

/// <summary>The state variables: every column of every table, with the fields of those that hold records.</summary>
internal static class StateGrid
{
    public static string Text(CodeComments comments)
    {
        var text = new StringBuilder();
        foreach (Table table in new World().Tables)
        {
            text.Append($"\n### {table.GetType().Name}\n{comments.Summary(table.GetType())}\n\n");
            text.Append(PlainText.Grid(["variable", "unit", "meaning"], Rows(table.GetType())));
        }
        return text.ToString();
    }

    private static IEnumerable<string[]> Rows(Type table)
    {
        // In the order of the file, which puts together what belongs together.
        foreach (PropertyInfo column in table.GetProperties().Where(property => property.PropertyType.IsSubclassOf(typeof(Column))).OrderBy(property => property.MetadataToken))
        {
            StateAttribute state = column.GetCustomAttribute<StateAttribute>()!;
            if (state.Unit != StateAttribute.Record)
            {
                yield return Row(column.Name, state);
                continue;
            }
            foreach (FieldInfo field in column.PropertyType.GetGenericArguments()[0].GetFields(BindingFlags.Public | BindingFlags.Instance).OrderBy(field => field.MetadataToken))
                yield return Row($"{column.Name}.{field.Name}", field.GetCustomAttribute<StateAttribute>()!);
        }
    }

    private static string[] Row(string name, StateAttribute state) =>
        [$"`{name}`", state.Link.Length > 0 ? $"{state.Unit} of {state.Link}" : state.Unit, PlainText.Escape(state.Meaning)];
}
