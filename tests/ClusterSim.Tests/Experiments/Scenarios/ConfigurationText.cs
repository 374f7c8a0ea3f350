using System.Collections;
using System.Globalization;
using System.Reflection;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>Everything that a configuration says, property by property and number by number to the last bit, found by
/// reflection: a field that a writer or a diff forgets is still seen here.</summary>
internal static class ConfigurationText
{
    public static IReadOnlyList<string> Of(ModelConfiguration configuration)
    {
        var lines = new List<string>();
        Add(lines, "", configuration with { Mechanisms = new Dictionary<string, object?>() });
        foreach (Part part in ClusterModel.Mechanisms)
        {
            bool off = configuration.Mechanisms.TryGetValue(part.Name, out object? parameters) && parameters is null;
            Add(lines, part.Name, off ? "off" : parameters ?? part.DefaultParameters() ?? "on");
        }
        return lines;
    }

    private static void Add(List<string> lines, string path, object? value)
    {
        switch (value)
        {
            case double number: lines.Add($"{path} = {number:R}"); break;
            case null or string or bool or Enum or IFormattable: lines.Add(string.Create(CultureInfo.InvariantCulture, $"{path} = {value}")); break;
            case IEnumerable items:
                int count = 0;
                foreach (object item in items) Add(lines, $"{path}[{count++}]", item);
                lines.Add($"{path} has {count}");
                break;
            default:
                foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                    Add(lines, $"{path}.{property.Name}", property.GetValue(value));
                break;
        }
    }
}
