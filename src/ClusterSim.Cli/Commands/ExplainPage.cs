using System.Globalization;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Briefing;
using ClusterSim.Experiments.Facts;
using ClusterSim.Model.Engine;
using ClusterSim.Reporting.Documents;

namespace ClusterSim.Cli.Commands;

/// <summary>What <c>explain</c> has to say of one name: words for people, and details for programs.</summary>
/// <param name="Kind">What it is: mechanism, parameter, fact, ...</param>
/// <param name="Text">Lines without an end of line after the last.</param>
/// <param name="Details">What the text holds in cells, by key.</param>
internal sealed record ExplainPage(string Kind, string Text, JsonObject Details)
{
    /// <summary>A part of the model.</summary>
    public static ExplainPage Of(Part part)
    {
        string number = part.Attribute is MechanismAttribute mechanism ? $" {mechanism.Id}, {mechanism.Theory}" : "";
        string text = $"{part.Name}, {part.Kind}{number}\n{part.Attribute.Summary}.\nSource: {part.Attribute.Source}";
        var details = new JsonObject { ["summary"] = part.Attribute.Summary, ["source"] = part.Attribute.Source };
        if (part.Attribute is IndicatorAttribute indicator)
        {
            text += $"\nUnit: {indicator.Unit}; {(indicator.Additive ? "regions add up to the country" : "regions do not add up")}; {(indicator.LowerIsBetter ? "lower" : "higher")} is better";
            (details["unit"], details["additive"], details["lower_is_better"]) = (indicator.Unit, indicator.Additive, indicator.LowerIsBetter);
        }
        if (part.Parameters.Count == 0) return new ExplainPage(part.Kind, text, details);
        details["parameters"] = new JsonArray([.. part.Parameters.Select(parameter => (JsonNode)Cells(parameter.Name, parameter))]);
        string table = TextTable.Of([["parameter", "default", "low..high", "allowed", "unit", ""], .. part.Parameters.Select(parameter => new[]
            { parameter.Name, ParameterNames.Default(parameter), ParameterNames.Plausible(parameter), ParameterNames.Range(parameter), parameter.Attribute.Unit, parameter.Attribute.Summary })]);
        return new ExplainPage(part.Kind, $"{text}\n\n{table.TrimEnd()}", details);
    }

    /// <summary>A parameter, under the name by which it is set.</summary>
    public static ExplainPage Of(string path, ParameterDeclaration parameter)
    {
        ParameterAttribute said = parameter.Attribute;
        string table = TextTable.Of([["unit", said.Unit], ["default", ParameterNames.Default(parameter)], ["plausible", ParameterNames.Plausible(parameter)], ["allowed", ParameterNames.Range(parameter)], ["source", said.Source]]);
        return new ExplainPage("parameter", $"{path}{(said.Symbol.Length > 0 ? $" ({said.Symbol})" : "")}\n{said.Summary}.\n{table.TrimEnd()}", Cells(path, parameter));
    }

    /// <summary>A fact about real firms and clusters.</summary>
    public static ExplainPage Of(Fact fact)
    {
        string low = double.IsFinite(fact.Low) ? fact.Low.ToString(CultureInfo.InvariantCulture) : "", high = double.IsFinite(fact.High) ? fact.High.ToString(CultureInfo.InvariantCulture) : "";
        string[][] rows = [["band", $"{low}..{high}"], ["measured as", fact.Estimator], ["in", fact.Preset], ["source", fact.Source + (fact.Status.Length > 0 ? $" ({fact.Status})" : "")],
            .. fact.Missing.Length > 0 ? new string[][] { ["not computed", fact.Missing] } : []];
        return new ExplainPage("fact", $"{fact.Id}, {fact.Kind} fact: {fact.Name}\n{TextTable.Of(rows).TrimEnd()}", new JsonObject(rows.Select(row => KeyValuePair.Create(row[0].Replace(' ', '_'), (JsonNode?)row[1]))));
    }

    /// <summary>A claim of the briefing.</summary>
    public static ExplainPage Of(BriefingRow row)
    {
        string[][] rows = [["answered by", string.Join(", ", row.Answers)], ["seen in", $"clustersim {row.Run}"], ["look at", row.Shows]];
        return new ExplainPage("claim of the briefing", $"{row.Id}, {(row.Id[0] == 'R' ? "question" : "claim")} of the briefing: {row.Claim}\n{TextTable.Of(rows).TrimEnd()}\nSource: {BriefingRow.Source}",
            new JsonObject { ["claim"] = row.Claim, ["answers"] = new JsonArray([.. row.Answers.Select(answer => (JsonNode)answer)]), ["run"] = row.Run, ["shows"] = row.Shows, ["source"] = BriefingRow.Source });
    }

    private static JsonObject Cells(string name, ParameterDeclaration parameter) => new()
    {
        ["name"] = name,
        ["summary"] = parameter.Attribute.Summary,
        ["unit"] = parameter.Attribute.Unit,
        ["default"] = ParameterNames.Default(parameter),
        ["plausible"] = ParameterNames.Plausible(parameter),
        ["allowed"] = ParameterNames.Range(parameter),
        ["source"] = parameter.Attribute.Source,
    };
}
