namespace ClusterSim.Reporting.Data;

/// <summary>One history that is told.</summary>
/// <param name="Kind">median, best or worst.</param>
/// <param name="Value">By which it was chosen: the change, or the level where there are no arms.</param>
public sealed record ToldHistory(string Kind, int Replication, double Value);
