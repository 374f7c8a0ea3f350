namespace ClusterSim.Experiments.Cases;

/// <summary>A statistic of a history to be taken after so many months, in a region: what a case expects is stated in them.</summary>
/// <param name="Region">Name of the region; empty = the focal one, or none where the statistic needs none.</param>
public sealed record Probe(string Statistic, string Region, int Month);
