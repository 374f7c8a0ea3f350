using System.Text.Json.Nodes;
using ClusterSim.Experiments.Cases;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>The JSON schema (2020-12) of scenarios and experiments, written from the catalogue and the keys of the
/// language, so that editors complete and check what the reader accepts.</summary>
public static class ScenarioSchema
{
    private const string Quantities = "^[+-]?[0-9.]+([eE][+-]?[0-9]+)?(mo|q|y|k|m|bn|%)?$";

    public static JsonObject Build()
    {
        JsonObject scenario = Section(Keyword.Scenario, []), experiment = Section(Keyword.Experiment, []);
        JsonObject properties = scenario["properties"]!.AsObject();
        properties["tick"] = Words(Keyword.Ticks);
        properties["country"] = Section([], Catalogue.ParametersOf(typeof(CountrySetup)));
        properties["regions"] = ListOf(Section(Keyword.Region, Catalogue.ParametersOf(typeof(RegionSetup)), "name"));
        properties["activities"] = ListOf(Section(Keyword.Activity, Catalogue.ParametersOf(typeof(ActivitySetup)), "name"));
        properties["activities"]!["items"]!["properties"]!["regime"] = Words(Enum.GetNames<Regime>().Select(Catalogue.Kebab));
        properties["institutions"] = ListOf(Section(Keyword.Institution, Catalogue.ParametersOf(typeof(InstitutionSetup)), "name", "kind", "region"));
        properties["institutions"]!["items"]!["properties"]!["kind"] = Words(Enum.GetNames<InstitutionKind>().Select(Catalogue.Kebab));
        properties["mechanisms"] = Mechanisms();
        properties["shocks"] = ListOf(AnyPart("shock", "kind", Keyword.Shock));
        properties["policies"] = ListOf(AnyPart("instrument", "instrument", Keyword.Policy));
        JsonObject warning = Section(Keyword.EarlyWarning, [], "intercept", "features");
        properties["early-warning"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray("off", "on", false, true) }, warning) };
        warning["properties"]!["features"] = ListOf(Section(Keyword.WarningTerm, [], "feature", "mean", "sd", "low", "high", "coefficient"));
        properties["agencies"] = Agencies();
        properties["control"] = new JsonObject { ["type"] = "object" };
        properties["expect"] = ListOf(Section(Keyword.Expectation, [], "claim", "statistic", "passes"));
        properties["expect"]!["items"]!["properties"]!["statistic"] = Words(CaseStatistics.All.Keys);
        properties["expect"]!["items"]!["properties"]!["from"] = Section(Keyword.Beginning, [], "statistic", "at", "passes");
        properties["expect"]!["items"]!["properties"]!["from"]!["properties"]!["statistic"] = Words(CaseStatistics.All.Keys);
        properties["past"] = Section(Keyword.Past, [], "years");
        scenario["required"] = new JsonArray("scenario");
        JsonObject arms = experiment["properties"]!.AsObject();
        arms["measure"] = Section(Keyword.Measure, [], "primary");
        arms["worlds"] = Section(Keyword.Worlds, []);
        arms["quick"] = Section(Keyword.Quick, []);
        arms["uncertain"] = new JsonObject { ["type"] = "object" };
        JsonObject count = OfKind(new Keyword("replications", "count", "Pairs of histories")), precision = Section(Keyword.Replications, [], "precision");
        precision["properties"]!["precision"] = Section(Keyword.Precision, []);
        arms["replications"] = new JsonObject { ["anyOf"] = new JsonArray(count, precision) };
        JsonObject policy = AnyPart("instrument", "instrument", Keyword.Policy);
        arms["arms"] = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(policy, ListOf((JsonObject)policy.DeepClone()), Section(Keyword.Placebo, [], "placebo"), Variant(policy, "with"), Variant(policy, "agencies")) },
        };
        experiment["required"] = new JsonArray("experiment", "scenario");
        experiment["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = new JsonArray("arms") },
            new JsonObject { ["required"] = new JsonArray("answer"), ["properties"] = new JsonObject { ["answer"] = new JsonObject { ["enum"] = new JsonArray("sensitivity", "turning-point") } } });
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "ClusterSim scenario or experiment",
            ["if"] = new JsonObject { ["required"] = new JsonArray("experiment") },
            ["then"] = experiment,
            ["else"] = scenario,
        };
    }

    private static JsonObject Variant(JsonObject policy, string naming)
    {
        JsonObject variant = Section(Keyword.Variant, [], naming);
        variant["properties"]!["policies"] = new JsonObject { ["anyOf"] = new JsonArray(policy.DeepClone(), ListOf((JsonObject)policy.DeepClone())) };
        variant["properties"]!["agencies"] = Agencies();
        return variant;
    }

    /// <summary>Parameters of instruments may stand with an agency and with a priority; the reader tells whose they are.</summary>
    private static JsonObject Agencies()
    {
        ParameterDeclaration[] parameters = [.. ClusterModel.Catalogue.OfKind("instrument").SelectMany(part => part.Parameters).DistinctBy(parameter => parameter.Name)];
        JsonObject priority = Section([.. Keyword.Policy.Where(key => key.Name is not ("name" or "budget" or "cap")), .. Keyword.Priority], parameters);
        JsonObject agency = Section([.. Keyword.Policy, .. Keyword.Agency], parameters, "name", "budget", "priorities");
        foreach (JsonObject section in new[] { priority, agency })
        {
            section["properties"]!["instrument"] = Words(ClusterModel.Catalogue.OfKind("instrument").Select(part => part.Name));
            section["properties"]!["start"] = Start();
        }
        agency["properties"]!["priorities"]!["items"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, priority) };
        return ListOf(agency);
    }

    private static JsonObject Mechanisms()
    {
        var mechanisms = new JsonObject();
        foreach (Part part in ClusterModel.Mechanisms)
        {
            JsonObject parameters = Section([], part.Parameters);
            mechanisms[part.Name] = new JsonObject
            {
                ["description"] = part.Attribute.Summary,
                ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray("off", "on", false, true) }, parameters),
            };
        }
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = mechanisms };
    }

    /// <summary>A map whose further keys are the parameters of the part that one key names.</summary>
    private static JsonObject AnyPart(string kind, string naming, IReadOnlyList<Keyword> keys)
    {
        var options = new JsonArray();
        foreach (Part part in ClusterModel.Catalogue.OfKind(kind))
        {
            JsonObject section = Section(keys, part.Parameters, naming);
            if (keys == Keyword.Policy) section["properties"]!["start"] = Start();
            section["properties"]![naming] = new JsonObject { ["const"] = part.Name, ["description"] = part.Attribute.Summary };
            options.Add(section);
        }
        return new JsonObject { ["oneOf"] = options };
    }

    private static JsonObject Start()
    {
        var indicators = new JsonObject();
        foreach (Part part in ClusterModel.Catalogue.OfKind("indicator")) indicators[part.Name] = new JsonObject { ["description"] = part.Attribute.Summary, ["type"] = "string" };
        JsonObject start = Section(Keyword.Start, []);
        start["properties"]!["when"]!["properties"] = indicators;
        start["properties"]!["when"]!["additionalProperties"] = false;
        return start;
    }

    private static JsonObject Section(IReadOnlyList<Keyword> keys, IReadOnlyList<ParameterDeclaration> parameters, params string[] required)
    {
        var properties = new JsonObject();
        foreach (Keyword key in keys) properties[key.Name] = OfKind(key);
        foreach (ParameterDeclaration parameter in parameters) properties[parameter.Name] = OfParameter(parameter);
        var section = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (required.Length > 0) section["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        return section;
    }

    private static JsonObject OfKind(Keyword key)
    {
        var schema = new JsonObject { ["description"] = key.Summary };
        switch (key.Kind)
        {
            case "map": schema["type"] = "object"; break;
            case "list": schema["type"] = "array"; break;
            case "text": schema["type"] = new JsonArray("string", "boolean"); break;
            case "stage": schema["type"] = "string"; break;
            default:
                schema["type"] = new JsonArray("number", "string");
                schema["pattern"] = Quantities;
                break;
        }
        return schema;
    }

    private static JsonObject OfParameter(ParameterDeclaration parameter)
    {
        if (parameter.Type.IsEnum) return Words(Enum.GetNames(parameter.Type).Select(Catalogue.Kebab));
        ParameterAttribute said = parameter.Attribute;
        string range = $"{Quantity.Format(said.Min, said.Unit)}..{Quantity.Format(said.Max, said.Unit)}";
        if (!double.IsNaN(said.Low)) range += $", plausible {Quantity.Format(said.Low, said.Unit)}..{Quantity.Format(said.High, said.Unit)}";
        return new JsonObject
        {
            ["description"] = $"{said.Summary}. {said.Unit}, {range}{(parameter.Default is null ? "" : $", default {ScenarioWriter.Value(parameter.Default, said.Unit)}")}. Source: {said.Source}",
            ["type"] = new JsonArray("number", "string"),
            ["pattern"] = Quantities,
        };
    }

    private static JsonObject ListOf(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Words(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
