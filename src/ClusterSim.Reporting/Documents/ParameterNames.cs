using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Reporting.Documents;

/// <summary>Every parameter of the model under the name by which it is set and explained.</summary>
public static class ParameterNames
{
    private static readonly (string Section, Type Record)[] Sections =
        [("country", typeof(CountrySetup)), ("region", typeof(RegionSetup)), ("activity", typeof(ActivitySetup)), ("institution", typeof(InstitutionSetup))];

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
        return Span(parameter, parameter.Attribute.Min, parameter.Attribute.Max);
    }

    /// <summary>The values that one may reasonably assume; "-" where none are stated.</summary>
    public static string Plausible(ParameterDeclaration parameter) =>
        double.IsNaN(parameter.Attribute.Low) ? "-" : Span(parameter, parameter.Attribute.Low, parameter.Attribute.High);

    private static string Span(ParameterDeclaration parameter, double low, double high) =>
        $"{Quantity.Format(low, parameter.Attribute.Unit)}..{Quantity.Format(high, parameter.Attribute.Unit)}";
}
