using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>What differs between two configurations.</summary>
/// <param name="Path">Where: <c>spin-offs.hazard</c>.</param>
/// <param name="Before">Value in the first; empty = not there.</param>
/// <param name="After">Value in the second; empty = not there.</param>
/// <param name="Meaning">What the parameter is, if it is one.</param>
public sealed record Difference(string Path, string Before, string After, string Meaning)
{
    /// <summary>In words.</summary>
    public override string ToString() =>
        (Before.Length == 0 ? $"{Path} is added: {After}" : After.Length == 0 ? $"{Path} is gone (it was {Before})" : $"{Path}: {Before} becomes {After}")
        + (Meaning.Length == 0 ? "" : $"  ({char.ToLowerInvariant(Meaning[0])}{Meaning[1..]})");
}

/// <summary>Compares configurations value by value, defaults included.</summary>
public static class ScenarioDiff
{
    /// <summary>Every difference, in the order of the scenario language; empty if both say the same.</summary>
    public static IReadOnlyList<Difference> Between(ModelConfiguration before, ModelConfiguration after)
    {
        List<(string Path, string Value, string Meaning)> first = Flatten(before), second = Flatten(after);
        var differences = new List<Difference>();
        foreach ((string path, string value, string meaning) in first)
        {
            string? other = second.Find(entry => entry.Path == path).Value;
            if (other != value) differences.Add(new Difference(path, value, other ?? "", meaning));
        }
        foreach ((string path, string value, string meaning) in second)
            if (!first.Exists(entry => entry.Path == path)) differences.Add(new Difference(path, "", value, meaning));
        return differences;
    }

    private static List<(string Path, string Value, string Meaning)> Flatten(ModelConfiguration configuration)
    {
        var values = new List<(string, string, string)> { ("years", Quantity.Format(configuration.Months, "month"), "") };
        Add(values, "country", configuration.Country, Catalogue.ParametersOf(typeof(CountrySetup)));
        foreach (RegionSetup region in configuration.Regions) Add(values, $"region {region.Name}", region, Catalogue.ParametersOf(typeof(RegionSetup)));
        foreach (ActivitySetup activity in configuration.Activities)
        {
            Add(values, activity.Name, activity, Catalogue.ParametersOf(typeof(ActivitySetup)));
            values.Add(($"{activity.Name}.regime", Catalogue.Kebab(activity.Regime.ToString()), ""));
            values.Add(($"{activity.Name}.supplies-to", activity.SuppliesTo.Length == 0 ? "final demand" : activity.SuppliesTo, ""));
        }
        foreach (Part part in ClusterModel.Mechanisms)
        {
            bool off = configuration.Mechanisms.TryGetValue(part.Name, out object? parameters) && parameters is null;
            values.Add((part.Name, off ? "off" : "on", part.Attribute.Summary));
            if (!off && (parameters ?? part.DefaultParameters()) is object record) Add(values, part.Name, record, part.Parameters);
        }
        for (int i = 0; i < configuration.Shocks.Count; i++)
        {
            ShockEvent shock = configuration.Shocks[i];
            values.Add(($"shock {i + 1}", $"{shock.Kind} in {(shock.Region.Length == 0 ? "the country" : shock.Region)}{(shock.Activity.Length == 0 ? "" : $" ({shock.Activity})")}, {(shock.Month >= 0 ? $"month {shock.Month}" : $"{shock.Hazard} a year")}", ""));
            if (shock.Parameters is not null) Add(values, $"shock {i + 1}", shock.Parameters, ClusterModel.Catalogue.Find("shock", shock.Kind)!.Parameters);
        }
        foreach (Intervention policy in configuration.Policies)
        {
            string name = $"policy {policy.Name}";
            values.Add((name, policy.InstrumentName, ""));
            values.Add(($"{name}.region", policy.Region, ""));
            if (policy.Activity.Length > 0) values.Add(($"{name}.activity", policy.Activity, ""));
            values.Add(($"{name}.start", Start(policy.Start), ""));
            values.Add(($"{name}.budget", Quantity.Format(policy.Budget, "GBP thousand") + " GBP", ""));
            values.Add(($"{name}.duration", Quantity.Format(policy.Duration, "month"), ""));
            if (policy.Ramp > 0) values.Add(($"{name}.ramp", Quantity.Format(policy.Ramp, "month"), ""));
            if (policy.YearlyCap > 0) values.Add(($"{name}.cap", Quantity.Format(policy.YearlyCap, "GBP thousand") + " GBP", ""));
            values.Add(($"{name}.delivery-share", Quantity.Format(policy.DeliveryShare, "share"), ""));
            if (policy.Fallback >= 0) values.Add(($"{name}.fallback", Quantity.Format(policy.Fallback, "month"), ""));
            if (policy.ExitStage is Stage exit) values.Add(($"{name}.exit", ScenarioWriter.Word(exit), ""));
            if (policy.Parameters is not null) Add(values, name, policy.Parameters, ClusterModel.Catalogue.Find("instrument", policy.InstrumentName)!.Parameters);
        }
        return values;
    }

    private static string Start(StartRule start) =>
        start.Stage is Stage stage ? ScenarioWriter.Word(stage)
        : start.Month >= 0 ? $"month {start.Month}"
        : string.Join(" and ", start.All.Select(c => $"{c.IndicatorName} {c.Operator} {c.Value}")) + (start.Quarters > 1 ? $" for {start.Quarters} quarters" : "");

    private static void Add(List<(string, string, string)> values, string path, object record, IReadOnlyList<ParameterDeclaration> parameters)
    {
        foreach (ParameterDeclaration parameter in parameters)
            if (parameter.Property.GetValue(record) is object value)
                values.Add(($"{path}.{parameter.Name}", ScenarioWriter.Value(value, parameter.Attribute.Unit), parameter.Attribute.Summary));
    }
}
