using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>As much of JSON Schema as the schema of scenarios uses. Values are text, as in YAML.</summary>
internal static class SchemaCheck
{
    public static bool Accepts(JsonNode schema, Node node) => schema is JsonObject rules && rules.All(rule => Holds(rule.Key, rule.Value!, rules, node));

    private static bool Holds(string keyword, JsonNode rule, JsonObject rules, Node node) => keyword switch
    {
        "$schema" or "title" or "description" or "then" or "else" => true,
        "if" => Accepts(Accepts(rule, node) ? rules["then"]! : rules["else"]!, node),
        "type" => (rule is JsonArray types ? types.Select(type => (string)type!) : [(string)rule!]).Any(type => IsA(type, node)),
        "properties" => node is not MapNode map || map.Entries.All(entry => rule[entry.Key.Text] is not JsonNode known || Accepts(known, entry.Value)),
        "additionalProperties" => node is not MapNode map || map.Entries.Where(entry => rules["properties"]?[entry.Key.Text] is null)
            .All(entry => rule is JsonObject free ? Accepts(free, entry.Value) : (bool)rule),
        "required" => node is not MapNode map || rule.AsArray().All(name => map[(string)name!] is not null),
        "items" => node is not ListNode list || list.Items.All(item => Accepts(rule, item)),
        "anyOf" => rule.AsArray().Any(option => Accepts(option!, node)),
        "oneOf" => rule.AsArray().Count(option => Accepts(option!, node)) == 1,
        "enum" => node is ValueNode value && rule.AsArray().Any(word => word!.ToString() == value.Text),
        "const" => node is ValueNode value && value.Text == (string)rule!,
        "pattern" => node is not ValueNode value || Regex.IsMatch(value.Text, (string)rule!),
        _ => throw new NotSupportedException(keyword),
    };

    private static bool IsA(string type, Node node) => type switch
    {
        "object" => node is MapNode,
        "array" => node is ListNode,
        "boolean" => node is ValueNode { Text: "yes" or "no" or "true" or "false" or "on" or "off" },
        _ => node is ValueNode,
    };
}
