namespace ClusterSim.Experiments.Scenarios;

/// <summary>The input cannot be used; every problem that was found is listed.</summary>
public sealed class ScenarioException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>At least one, in the order of files, lines and columns.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
