using System.Globalization;
using System.Text.Json.Serialization;
using ClusterSim.Experiments.Designs;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>A parameter that an experiment does not claim to know.</summary>
/// <param name="Path">Where it stands: <c>spin-offs.hazard</c>, or a mechanism by itself, which is then on or off.</param>
/// <param name="Unit">Of the model; empty for words.</param>
/// <param name="Whole">Whether it counts something.</param>
/// <param name="Levels">Its values where they are listed, numbers in the model's unit; empty = any from low to high.</param>
public sealed record UncertainParameter(string Path, string Unit, double Low, double High, bool Whole, IReadOnlyList<string> Levels)
{
    /// <summary>The same as designs see it.</summary>
    [JsonIgnore]
    public Factor Factor => Levels.Count > 0 ? new LevelFactor(Path, Levels) : Whole ? new WholeFactor(Path, (int)Low, (int)High) : new ContinuousFactor(Path, Low, High);

    /// <summary>A value of the factor as a scenario file writes it.</summary>
    public string Yaml(string value) => Unit.Length == 0 ? value : Quantity.Format(double.Parse(value, CultureInfo.InvariantCulture), Unit);

    /// <summary>The range in words, as a file writes it.</summary>
    [JsonIgnore]
    public string Range => Levels.Count > 0 ? string.Join(", ", Levels.Select(Yaml)) : $"{Quantity.Format(Low, Unit)}..{Quantity.Format(High, Unit)}";
}
