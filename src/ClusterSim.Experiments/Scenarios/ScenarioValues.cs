using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>One thing that a scenario states, by default or in its file.</summary>
/// <param name="Path">Where: <c>spin-offs.hazard</c>.</param>
/// <param name="Value">A number, a flag, a word of an enumeration, or text.</param>
/// <param name="Unit">The parameter's unit; empty for text.</param>
/// <param name="Meaning">What the parameter is, if it is one.</param>
public sealed record ScenarioValue(string Path, object Value, string Unit, string Meaning)
{
    /// <summary>As it stands in YAML.</summary>
    public string Text => Value as string ?? ScenarioWriter.Value(Value, Unit);

    /// <summary>As people say it: YAML's money is GBP without saying so.</summary>
    public string Words => Unit == "GBP thousand" ? $"{Text} GBP" : Text;
}

/// <summary>A configuration as a flat list, defaults included, in the order of the scenario language.</summary>
public static class ScenarioValues
{
    public static IReadOnlyList<ScenarioValue> Of(ModelConfiguration configuration)
    {
        var values = new List<ScenarioValue> { new("years", configuration.Months, "month", "") };
        Text(values, "tick", Catalogue.Kebab(configuration.Tick.ToString()), "what a history advances by");
        Add(values, "country", configuration.Country, Catalogue.ParametersOf(typeof(CountrySetup)));
        foreach (RegionSetup region in configuration.Regions) Add(values, $"region {region.Name}", region, Catalogue.ParametersOf(typeof(RegionSetup)));
        foreach (ActivitySetup activity in configuration.Activities)
        {
            Add(values, activity.Name, activity, Catalogue.ParametersOf(typeof(ActivitySetup)));
            Text(values, $"{activity.Name}.regime", Catalogue.Kebab(activity.Regime.ToString()));
            Text(values, $"{activity.Name}.supplies-to", activity.SuppliesTo.Length == 0 ? "final demand" : activity.SuppliesTo);
            foreach ((string name, double share) in activity.Inputs) values.Add(new ScenarioValue($"{activity.Name}.inputs.{name}", share, "share", "what it spends there, of its sales"));
            foreach ((string name, double value) in activity.Related) values.Add(new ScenarioValue($"{activity.Name}.related.{name}", value, "share", "how much carries over"));
        }
        foreach (InstitutionSetup institution in configuration.Institutions)
        {
            string path = $"institution {institution.Name}";
            Text(values, path, $"{Catalogue.Kebab(institution.Kind.ToString())} in {institution.Region}");
            if (institution.Activity.Length > 0) Text(values, $"{path}.activity", institution.Activity);
            Add(values, path, institution, Catalogue.ParametersOf(typeof(InstitutionSetup)));
        }
        foreach (Part part in ClusterModel.Mechanisms)
        {
            bool off = configuration.IsOff(part.Name);
            Text(values, part.Name, off ? "off" : "on", part.Attribute.Summary);
            if (!off && (configuration.Mechanisms.GetValueOrDefault(part.Name) ?? part.DefaultParameters()) is object record) Add(values, part.Name, record, part.Parameters);
        }
        for (int i = 0; i < configuration.Shocks.Count; i++) Shock(values, $"shock {i + 1}", configuration.Shocks[i]);
        if (configuration.EarlyWarning is null) Text(values, "early-warning", "off");
        else if (ScenarioWriter.IsWarningStated(configuration)) Warning(values, configuration.EarlyWarning);
        foreach (Intervention policy in configuration.Policies) Policy(values, $"policy {policy.Name}", policy);
        return values;
    }

    private static void Warning(List<ScenarioValue> values, WarningModel model)
    {
        values.Add(new ScenarioValue("early-warning.intercept", model.Intercept, "1", "logit of a cell of which every feature is at its mean"));
        foreach (WarningTerm term in model.Terms) values.Add(new ScenarioValue($"early-warning.{term.Name}", term.Coefficient, "1", "on the logit, for each standard deviation"));
    }

    private static void Shock(List<ScenarioValue> values, string name, ShockEvent shock)
    {
        Text(values, name, $"{shock.Kind} in {(shock.Region.Length == 0 ? "the country" : shock.Region)}, {(shock.Month >= 0 ? $"month {shock.Month}" : $"{shock.Hazard} a year")}");
        if (shock.Activity.Length > 0) Text(values, $"{name}.activity", shock.Activity);
        if (shock.Parameters is not null) Add(values, name, shock.Parameters, ClusterModel.Catalogue.Find("shock", shock.Kind)!.Parameters);
    }

    private static void Policy(List<ScenarioValue> values, string name, Intervention policy)
    {
        Text(values, name, policy.InstrumentName);
        Text(values, $"{name}.region", policy.Region);
        if (policy.Guide.Length > 0) Text(values, $"{name}.guide", policy.Guide);
        if (policy.Lag > 0) values.Add(new ScenarioValue($"{name}.lag", policy.Lag, "month", "between what is seen and what is done about it"));
        if (policy.Activity.Length > 0) Text(values, $"{name}.activity", policy.Activity);
        Text(values, $"{name}.start", ScenarioWriter.Start(policy.Start));
        values.Add(new ScenarioValue($"{name}.budget", policy.Budget, "GBP thousand", "all that it may spend"));
        values.Add(new ScenarioValue($"{name}.duration", policy.Duration, "month", "how long it runs"));
        if (policy.Ramp > 0) values.Add(new ScenarioValue($"{name}.ramp", policy.Ramp, "month", "time over which spending rises to its full rate"));
        if (policy.YearlyCap > 0) values.Add(new ScenarioValue($"{name}.cap", policy.YearlyCap, "GBP thousand", "the most it may spend in a year"));
        values.Add(new ScenarioValue($"{name}.delivery-share", policy.DeliveryShare, "share", "part of spending that goes on delivery"));
        if (policy.Fallback >= 0) values.Add(new ScenarioValue($"{name}.fallback", policy.Fallback, "month", "it starts at this date at the latest"));
        if (policy.ExitStage is { } exit) Text(values, $"{name}.exit", ScenarioWriter.Word(exit), "it ends early once this stage is reached");
        if (policy.Parameters is not null) Add(values, name, policy.Parameters, ClusterModel.Catalogue.Find("instrument", policy.InstrumentName)!.Parameters);
    }

    private static void Text(List<ScenarioValue> values, string path, string text, string meaning = "") => values.Add(new ScenarioValue(path, text, "", meaning));

    private static void Add(List<ScenarioValue> values, string path, object record, IReadOnlyList<ParameterDeclaration> parameters)
    {
        foreach (ParameterDeclaration parameter in parameters)
            if (parameter.Property.GetValue(record) is object value)
                values.Add(new ScenarioValue($"{path}.{parameter.Name}", value, parameter.Attribute.Unit, parameter.Attribute.Summary));
    }
}
