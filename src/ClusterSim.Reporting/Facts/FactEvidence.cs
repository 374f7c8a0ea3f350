using ClusterSim.Experiments.Facts;

namespace ClusterSim.Reporting.Facts;

/// <summary>A fact, what came out, and the histories that it came out of.</summary>
public sealed record FactEvidence(FactResult Result, FactSample Sample);
