namespace ClusterSim.Experiments.Sensitivity;

/// <summary>Rows that a method cannot be applied to; the message says where and why.</summary>
public sealed class UnfitSampleException(string message) : Exception(message);
