namespace ClusterSim.Experiments.Calibration;

/// <summary>How much work a calibration is.</summary>
/// <param name="Waves">Rounds of history matching.</param>
/// <param name="Runs">Points in each wave; 0 = ten for each factor.</param>
/// <param name="Histories">At each point of a wave and in each block of the Jacobian; the search takes twice as many.</param>
/// <param name="Search">Points that the local search may try.</param>
/// <param name="Validation">Histories that validate, before and after.</param>
public sealed record CalibrationSize(int Waves, int Runs, int Histories, int Search, int Validation)
{
    /// <summary>Points that the local search starts from, before it follows the best.</summary>
    public const int Candidates = 6;

    public static CalibrationSize Usual { get; } = new(2, 0, 6, 40, 60);

    /// <summary>A first look.</summary>
    public static CalibrationSize Quick { get; } = new(1, 0, 2, 8, 12);

    /// <summary>Points in each wave.</summary>
    public int RunsOf(int factors) => Runs > 0 ? Runs : 10 * factors;

    /// <summary>Histories in all, at most.</summary>
    public long Work(int factors) =>
        (long)Waves * RunsOf(factors) * Histories + (Candidates + Search) * 2L * Histories + 2L * factors * SensitivityOfMoments.Blocks * Histories + 2L * Validation;
}
