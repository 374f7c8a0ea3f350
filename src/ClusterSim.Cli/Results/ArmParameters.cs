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
    /// <summary>Worlds that are looked at to see what differs between them.</summary>
    private const int Looked = 8;

    private readonly Study _study;
    private readonly Dictionary<int, string[][]> _cells = [];

    public ArmParameters(Study study)
    {
        _study = study;
        var values = new List<Dictionary<string, ScenarioValue>>();
        for (int world = 0; world < Math.Min(Looked, study.Worlds?.Count ?? 1); world++) values.AddRange(Settled(world));
        var columns = new List<ParameterColumn>();
        var taken = new HashSet<string>();
        foreach (string path in values.SelectMany(one => one.Keys).Distinct())
        {
            if (values.Select(one => one.TryGetValue(path, out ScenarioValue? value) ? value.Text : null).Distinct().Count() < 2) continue;
            ScenarioValue first = values.Select(one => one.GetValueOrDefault(path)).First(value => value is not null)!;
            var column = new ParameterColumn("param_" + Snake(path) + Suffix(first), path, Unit(first), first.Meaning);
            if (taken.Add(column.Name)) columns.Add(column);
        }
        Columns = columns;
    }

    /// <summary>Name of the column, path in the scenario, unit and meaning.</summary>
    public sealed record ParameterColumn(string Name, string Path, string Unit, string Meaning);

    public IReadOnlyList<ParameterColumn> Columns { get; }

    /// <summary>The cells of a scenario in a world; empty where it has no such thing.</summary>
    /// <param name="arm">-1 = the baseline.</param>
    public IReadOnlyList<string> Cells(int arm, int world)
    {
        if (!_cells.TryGetValue(world, out string[][]? cells))
            _cells[world] = cells = [.. Settled(world).Select(values => Columns.Select(column => values.TryGetValue(column.Path, out ScenarioValue? value) ? Cell(value) : "").ToArray())];
        return cells[arm + 1];
    }

    private IEnumerable<Dictionary<string, ScenarioValue>> Settled(int world) =>
        (_study.Worlds?.Settle(world) ?? [_study.Baseline, .. _study.Arms.Select(arm => arm.Configuration)]).Select(Values);

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
