using System.Globalization;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Cli.Results;

/// <summary>What differs between the scenarios of a study, as columns: one per parameter that is not the same everywhere. Policies
/// are numbered, so that arms with one policy each share its columns whatever they call it.</summary>
internal sealed class ArmParameters
{
    private readonly List<Dictionary<string, ScenarioValue>> _values;

    public ArmParameters(Study study)
    {
        _values = [.. new[] { study.Baseline }.Concat(study.Arms.Select(arm => arm.Configuration)).Select(Values)];
        var columns = new List<ParameterColumn>();
        var taken = new HashSet<string>();
        foreach (string path in _values.SelectMany(values => values.Keys).Distinct())
        {
            if (_values.Select(values => values.TryGetValue(path, out ScenarioValue? value) ? value.Text : null).Distinct().Count() < 2) continue;
            ScenarioValue first = _values.Select(values => values.GetValueOrDefault(path)).First(value => value is not null)!;
            var column = new ParameterColumn("param_" + Snake(path) + Suffix(first), path, Unit(first), first.Meaning);
            if (taken.Add(column.Name)) columns.Add(column);
        }
        Columns = columns;
    }

    /// <summary>Name of the column, path in the scenario, unit and meaning.</summary>
    public sealed record ParameterColumn(string Name, string Path, string Unit, string Meaning);

    public IReadOnlyList<ParameterColumn> Columns { get; }

    /// <summary>The cells of a scenario; empty where it has no such thing.</summary>
    /// <param name="arm">-1 = the baseline.</param>
    public IEnumerable<string> Cells(int arm) => Columns.Select(column => _values[arm + 1].TryGetValue(column.Path, out ScenarioValue? value) ? Cell(value) : "");

    private static Dictionary<string, ScenarioValue> Values(ModelConfiguration configuration)
    {
        Intervention[] numbered = [.. configuration.Policies.Select((policy, i) => policy with { Name = (i + 1).ToString(CultureInfo.InvariantCulture) })];
        return ScenarioValues.Of(configuration with { Policies = numbered }).ToDictionary(value => value.Path);
    }

    private static string Snake(string path) => string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Suffix(ScenarioValue value) => IsMoney(value) ? "_gbp" : value.Unit == "month" ? "_months" : "";

    private static string Unit(ScenarioValue value) => value.Unit.Length == 0 ? "text" : MetricUnit.Of(value.Unit).Name;

    private static bool IsMoney(ScenarioValue value) => MetricUnit.Of(value.Unit).Factor != 1;

    /// <summary>Plain numbers, in whole units of the suffix.</summary>
    private static string Cell(ScenarioValue value) => value.Value switch
    {
        double number => (IsMoney(value) ? 1000 * (decimal)number : (decimal)number).ToString("0.############", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        Enum word => Catalogue.Kebab(word.ToString()),
        _ => value.Text,
    };
}
