using System.Globalization;
using System.Text;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Writes a configuration as a scenario in which every default stands: what was run, for good. Reading it back
/// gives the same configuration.</summary>
public static class ScenarioWriter
{
    /// <summary>The YAML text.</summary>
    public static string Write(string name, string title, ModelConfiguration configuration, Past? past = null)
    {
        var yaml = new StringBuilder();
        Line(yaml, 0, "scenario", Quote(name));
        if (title.Length > 0) Line(yaml, 0, "title", Quote(title));
        Line(yaml, 0, "years", Number((configuration.Months - (past?.Months ?? 0)) / 12));
        Line(yaml, 0, "tick", Catalogue.Kebab(configuration.Tick.ToString()));
        if (past is not null) yaml.Append(CultureInfo.InvariantCulture, $"past: {{seed: {past.Seed}, replication: {past.Replication}, years: {past.Months / 12}}}\n");
        yaml.Append("country:\n");
        Parameters(yaml, 2, configuration.Country, Catalogue.ParametersOf(typeof(CountrySetup)));
        if (configuration.Regions.Count > 0) yaml.Append("regions:\n");
        foreach (RegionSetup region in configuration.Regions)
        {
            yaml.Append("  - name: ").Append(Quote(region.Name)).Append('\n');
            Parameters(yaml, 4, region, Catalogue.ParametersOf(typeof(RegionSetup)));
        }
        yaml.Append("activities:\n");
        foreach (ActivitySetup activity in configuration.Activities) Activity(yaml, activity);
        if (configuration.Institutions.Count > 0) yaml.Append("institutions:\n");
        foreach (InstitutionSetup institution in configuration.Institutions) Institution(yaml, institution);
        yaml.Append("mechanisms:\n");
        foreach (Part part in ClusterModel.Mechanisms) Mechanism(yaml, configuration, part);
        if (configuration.Shocks.Count > 0) yaml.Append("shocks:\n");
        foreach (ShockEvent shock in configuration.Shocks) Shock(yaml, shock);
        if (configuration.EarlyWarning is null) Line(yaml, 0, "early-warning", "off");
        else if (IsWarningStated(configuration)) Warning(yaml, configuration.EarlyWarning);
        if (configuration.Policies.Count > 0) yaml.Append("policies:\n");
        foreach (Intervention policy in configuration.Policies) Policy(yaml, policy);
        return yaml.ToString();
    }

    /// <summary>A parameter's value as YAML.</summary>
    public static string Value(object? value, string unit) => value switch
    {
        null => "",
        bool flag => flag ? "yes" : "no",
        Enum word => Catalogue.Kebab(word.ToString()),
        int number => Quantity.Format(number, unit),
        double number => Quantity.Format(number, unit),
        _ => Quote(value.ToString()!),
    };

    /// <summary>Coefficients of the early-warning score decide a history only where a policy goes by it; those of one's own stand anyway.</summary>
    public static bool IsWarningStated(ModelConfiguration configuration) => configuration.EarlyWarning is not null
        && (!ReferenceEquals(configuration.EarlyWarning, WarningReader.Shipped)
            || configuration.Policies.Any(policy => policy.Guide == "early-warning" || policy.Start.All.Any(condition => condition.IndicatorName == "early-warning")));

    private static void Warning(StringBuilder yaml, WarningModel model)
    {
        yaml.Append(CultureInfo.InvariantCulture, $"early-warning:\n  intercept: {model.Intercept:R}\n");
        if (model.Words.Length > 0) Line(yaml, 2, "needs", Quote(model.Words));
        if (model.Terms.Count == 0) Line(yaml, 2, "features", "[]");
        else yaml.Append("  features:\n");
        foreach (WarningTerm term in model.Terms)
            yaml.Append(CultureInfo.InvariantCulture, $"    - {{feature: {term.Name}, unit: {Quote(term.Unit)}, mean: {term.Mean:R}, sd: {term.Deviation:R}, low: {term.Low:R}, high: {term.High:R}, coefficient: {term.Coefficient:R}, se: {term.StandardError:R}}}\n");
    }

    private static void Activity(StringBuilder yaml, ActivitySetup activity)
    {
        yaml.Append("  - name: ").Append(Quote(activity.Name)).Append('\n');
        Line(yaml, 4, "regime", Catalogue.Kebab(activity.Regime.ToString()));
        if (activity.SuppliesTo.Length > 0) Line(yaml, 4, "supplies-to", Quote(activity.SuppliesTo));
        Shares(yaml, "inputs", activity.Inputs);
        Shares(yaml, "related", activity.Related);
        Parameters(yaml, 4, activity, Catalogue.ParametersOf(typeof(ActivitySetup)));
    }

    private static void Shares(StringBuilder yaml, string key, IReadOnlyDictionary<string, double> shares)
    {
        if (shares.Count > 0) Line(yaml, 4, key, $"{{{string.Join(", ", shares.Select(share => $"{Quote(share.Key)}: {Quantity.Format(share.Value, "share")}"))}}}");
    }

    private static void Institution(StringBuilder yaml, InstitutionSetup institution)
    {
        yaml.Append("  - name: ").Append(Quote(institution.Name)).Append('\n');
        Line(yaml, 4, "kind", Catalogue.Kebab(institution.Kind.ToString()));
        Line(yaml, 4, "region", Quote(institution.Region));
        if (institution.Activity.Length > 0) Line(yaml, 4, "activity", Quote(institution.Activity));
        Parameters(yaml, 4, institution, Catalogue.ParametersOf(typeof(InstitutionSetup)));
    }

    private static void Mechanism(StringBuilder yaml, ModelConfiguration configuration, Part part)
    {
        bool stated = configuration.Mechanisms.TryGetValue(part.Name, out object? parameters);
        if (stated && parameters is null) Line(yaml, 2, part.Name, "off");
        else if (part.Parameters.Count == 0) Line(yaml, 2, part.Name, "on");
        else
        {
            yaml.Append("  ").Append(part.Name).Append(":\n");
            Parameters(yaml, 4, parameters ?? part.DefaultParameters()!, part.Parameters);
        }
    }

    private static void Shock(StringBuilder yaml, ShockEvent shock)
    {
        yaml.Append("  - kind: ").Append(shock.Kind).Append('\n');
        if (shock.Region.Length > 0) Line(yaml, 4, "region", Quote(shock.Region));
        if (shock.Activity.Length > 0) Line(yaml, 4, "activity", Quote(shock.Activity));
        if (shock.Month >= 0) Line(yaml, 4, "month", Quantity.Format(shock.Month, "month"));
        else Line(yaml, 4, "hazard", Quantity.Format(shock.Hazard, "1 a year"));
        if (shock.Parameters is not null) Parameters(yaml, 4, shock.Parameters, ClusterModel.Catalogue.Find("shock", shock.Kind)!.Parameters);
    }

    private static void Policy(StringBuilder yaml, Intervention policy)
    {
        yaml.Append("  - name: ").Append(Quote(policy.Name)).Append('\n');
        Line(yaml, 4, "instrument", policy.InstrumentName);
        Line(yaml, 4, "region", Quote(policy.Region));
        if (policy.Guide.Length > 0) Line(yaml, 4, "guide", policy.Guide);
        if (policy.Lag > 0) Line(yaml, 4, "lag", Quantity.Format(policy.Lag, "month"));
        if (policy.Activity.Length > 0) Line(yaml, 4, "activity", Quote(policy.Activity));
        Line(yaml, 4, "start", Start(policy.Start));
        Line(yaml, 4, "budget", Quantity.Format(policy.Budget, "GBP thousand"));
        Line(yaml, 4, "duration", Quantity.Format(policy.Duration, "month"));
        if (policy.Ramp > 0) Line(yaml, 4, "ramp", Quantity.Format(policy.Ramp, "month"));
        if (policy.YearlyCap > 0) Line(yaml, 4, "cap", Quantity.Format(policy.YearlyCap, "GBP thousand"));
        Line(yaml, 4, "delivery-share", Quantity.Format(policy.DeliveryShare, "share"));
        if (policy.Fallback >= 0) Line(yaml, 4, "fallback", Quantity.Format(policy.Fallback, "month"));
        if (policy.ExitStage is Stage exit) Line(yaml, 4, "exit", Word(exit));
        if (policy.Parameters is not null) Parameters(yaml, 4, policy.Parameters, ClusterModel.Catalogue.Find("instrument", policy.InstrumentName)!.Parameters);
    }

    /// <summary>When a policy starts, as YAML.</summary>
    public static string Start(StartRule start)
    {
        if (start.Month >= 0) return $"{{month: {Quantity.Format(start.Month, "month")}}}";
        if (start.Stage is Stage stage) return $"{{stage: {Word(stage)}}}";
        string conditions = string.Join(", ", start.All.Select(condition => $"{condition.IndicatorName}: \"{condition.Operator} {condition.Value.ToString("R", CultureInfo.InvariantCulture)}\""));
        return $"{{when: {{{conditions}}}, for: {3 * start.Quarters}mo}}";
    }

    /// <summary>A stage as the scenario language calls it.</summary>
    public static string Word(Stage stage) => stage == Stage.None ? "birth" : Catalogue.Kebab(stage.ToString());

    private static void Parameters(StringBuilder yaml, int indent, object record, IReadOnlyList<ParameterDeclaration> parameters)
    {
        foreach (ParameterDeclaration parameter in parameters)
            if (parameter.Property.GetValue(record) is object value) Line(yaml, indent, parameter.Name, Value(value, parameter.Attribute.Unit));
    }

    private static void Line(StringBuilder yaml, int indent, string key, string value) =>
        yaml.Append(' ', indent).Append(key).Append(": ").Append(value).Append('\n');

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Plain where YAML reads it as it stands; in double quotes otherwise.</summary>
    private static string Quote(string text)
    {
        bool plain = text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ' ') && text[^1] != ' '
            && text is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off");
        if (plain) return text;
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                _ when char.IsControl(c) => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        return quoted.Append('"').ToString();
    }
}
