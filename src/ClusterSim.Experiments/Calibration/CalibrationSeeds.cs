using ClusterSim.Experiments.Facts;

namespace ClusterSim.Experiments.Calibration;

/// <summary>Seeds of calibration: a block of numbers of its own, which begins where the seeds of people end and holds a seed for each stage
/// of each run. Validation is lived under a seed that is not in the block.</summary>
public static class CalibrationSeeds
{
    /// <summary>The first seed of the block.</summary>
    public const ulong First = 5_000_000_000;

    /// <summary>Stages that a run can have.</summary>
    public const int Stages = 1_000;

    /// <summary>The largest seed that a run may be given.</summary>
    public const ulong MostSeed = 1_000_000;

    /// <summary>Stages from here on are local search, and these the blocks of the Jacobian; below are the waves.</summary>
    public const int Search = 100, Jacobian = 200;

    /// <summary>The stage that validates: the seed of <c>validate --facts</c>.</summary>
    public const int Validation = -1;

    /// <summary>The seed of a stage.</summary>
    /// <param name="seed">Of the run, at most <see cref="MostSeed"/>.</param>
    /// <param name="stage">0..<see cref="Stages"/> - 1, or <see cref="Validation"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Seed or stage is none.</exception>
    public static ulong Of(ulong seed, int stage)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seed, MostSeed);
        if (stage == Validation) return FactCheck.ValidationSeed;
        ArgumentOutOfRangeException.ThrowIfNegative(stage);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stage, Stages);
        return First + seed * Stages + (ulong)stage;
    }
}
