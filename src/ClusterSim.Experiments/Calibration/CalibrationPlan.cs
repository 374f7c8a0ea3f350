using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Experiments.Calibration;

/// <summary>What is to be calibrated to what.</summary>
/// <param name="Factors">Ranges; no words.</param>
/// <param name="Targets">At least one, names unique.</param>
public sealed record CalibrationPlan(Scenario Scenario, IReadOnlyList<UncertainParameter> Factors, IReadOnlyList<CalibrationTarget> Targets, CalibrationSize Size, ulong Seed)
{
    /// <summary>What the input may not mean.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];
}

/// <summary>What the command line says; null = what the file says, or what is usual.</summary>
/// <param name="Factors">As for sensitivity; they replace those of the file.</param>
public sealed record CalibrationWishes(IReadOnlyList<string> Factors, double Spread, bool Quick, int? Waves, int? Runs, int? Histories, int? Search, int? Validation, ulong? Seed);
