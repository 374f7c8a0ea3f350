namespace ClusterSim.Experiments.Designs;

/// <summary>Factors that move together and are judged as one.</summary>
/// <param name="Members">Positions of the factors, ascending.</param>
public sealed record FactorGroup(string Name, IReadOnlyList<int> Members)
{
    /// <summary>Every factor a group of its own.</summary>
    public static IReadOnlyList<FactorGroup> Each(IReadOnlyList<Factor> factors) => [.. factors.Select((factor, i) => new FactorGroup(factor.Name, [i]))];
}
