using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Cli.Commands;

/// <summary>Every parameter of the model under the name by which it is set and explained.</summary>
internal static class ParameterNames
{
    private static readonly (string Section, Type Record)[] Sections =
        [("country", typeof(CountrySetup)), ("region", typeof(RegionSetup)), ("activity", typeof(ActivitySetup))];

    /// <summary>Name such as <c>spin-offs.hazard</c>, and declaration.</summary>
    public static IReadOnlyList<(string Path, ParameterDeclaration Declaration)> All { get; } =
        [.. Sections.SelectMany(section => Catalogue.ParametersOf(section.Record).Select(parameter => ($"{section.Section}.{parameter.Name}", parameter))),
            .. ClusterModel.Catalogue.Parts.SelectMany(part => part.Parameters.Select(parameter => ($"{part.Name}.{parameter.Name}", parameter)))];

    /// <summary>As it stands in YAML.</summary>
    public static string Default(ParameterDeclaration parameter) => parameter.Default is null ? "drawn" : ScenarioWriter.Value(parameter.Default, parameter.Attribute.Unit);

    /// <summary>The values allowed.</summary>
    public static string Range(ParameterDeclaration parameter)
    {
        if (parameter.Type == typeof(bool)) return "yes, no";
        if (parameter.Type.IsEnum) return string.Join(", ", Enum.GetNames(parameter.Type).Select(Catalogue.Kebab));
        return $"{Quantity.Format(parameter.Attribute.Min, parameter.Attribute.Unit)}..{Quantity.Format(parameter.Attribute.Max, parameter.Attribute.Unit)}";
    }
}
