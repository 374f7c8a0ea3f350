namespace ClusterSim.Experiments.Sensitivity;

/// <summary>Settings of an analysis.</summary>
/// <param name="Seed">Of all resamples.</param>
/// <param name="Resamples">For intervals and thresholds.</param>
/// <param name="Slices">Of PAWN: conditional distributions for each factor.</param>
public sealed record SensitivityOptions(ulong Seed = 1, int Resamples = 1_000, int Slices = 10);
