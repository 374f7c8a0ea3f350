namespace ClusterSim.Experiments.Scenarios;

/// <summary>Something wrong in an input file: where, by which rule, and what would be right.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Code">Explained by <see cref="ErrorCodes"/>.</param>
/// <param name="Message">What was given, what is allowed, the nearest name.</param>
public sealed record Problem(string File, int Line, int Column, string Code, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column} {Code} {Message}";
}
