namespace ClusterSim.Experiments.Calibration;

/// <summary>What some histories say of a target.</summary>
/// <param name="Value">NaN where they say nothing.</param>
/// <param name="Error">Standard error of the value.</param>
public readonly record struct TargetMoment(double Value, double Error);

/// <summary>Where moments come from: a simulator, or a function in a test.</summary>
public interface IMomentSource
{
    /// <summary>Moments at points of the unit cube; rows = points, columns = targets.</summary>
    /// <param name="stage">One of <see cref="CalibrationSeeds"/>: points of one stage share their draws.</param>
    /// <param name="histories">At each point.</param>
    IReadOnlyList<TargetMoment[]> At(int stage, IReadOnlyList<double[]> points, int histories);
}
