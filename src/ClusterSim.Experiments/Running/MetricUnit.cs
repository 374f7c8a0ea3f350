using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Running;

/// <summary>The unit of an indicator in files and tables: money, which the model counts in GBP thousand, is whole GBP there.</summary>
/// <param name="Factor">By which the model's value is multiplied.</param>
/// <param name="Name">In words, such as <c>GBP a year</c>.</param>
public sealed record MetricUnit(double Factor, string Name)
{
    private const string Thousand = "GBP thousand";

    /// <summary>Of an indicator, by name.</summary>
    public static MetricUnit OfIndicator(string indicator) => Of(Declaration(indicator).Unit);

    /// <summary>What an indicator, by name, says of itself.</summary>
    public static IndicatorAttribute Declaration(string indicator) => (IndicatorAttribute)ClusterModel.Catalogue.Find("indicator", indicator)!.Attribute;

    /// <summary>Of a unit of the model.</summary>
    public static MetricUnit Of(string unit) =>
        unit.StartsWith(Thousand, StringComparison.Ordinal) ? new MetricUnit(1000, "GBP" + unit[Thousand.Length..]) : new MetricUnit(1, unit);
}
