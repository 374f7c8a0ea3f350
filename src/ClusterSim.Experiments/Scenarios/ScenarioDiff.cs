using ClusterSim.Model.State;

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
        IReadOnlyList<ScenarioValue> first = ScenarioValues.Of(before), second = ScenarioValues.Of(after);
        Dictionary<string, string> texts = second.ToDictionary(value => value.Path, value => value.Words);
        HashSet<string> known = [.. first.Select(value => value.Path)];
        return [.. first.Where(value => texts.GetValueOrDefault(value.Path) != value.Words).Select(value => new Difference(value.Path, value.Words, texts.GetValueOrDefault(value.Path, ""), value.Meaning)),
            .. second.Where(value => !known.Contains(value.Path)).Select(value => new Difference(value.Path, "", value.Words, value.Meaning))];
    }
}
