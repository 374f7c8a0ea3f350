using ClusterSim.Experiments.Calibration;

namespace ClusterSim.Tests.Experiments.Calibration;

/// <summary>A function in the place of a simulator, which notes what it is asked.</summary>
internal sealed class Toy(Func<double[], double[]> function) : IMomentSource
{
    public List<int> Stages { get; } = [];

    public SortedSet<int> Histories { get; } = [];

    public IReadOnlyList<TargetMoment[]> At(int stage, IReadOnlyList<double[]> points, int histories)
    {
        Stages.Add(stage);
        Histories.Add(histories);
        return [.. points.Select(point => function(point).Select(value => new TargetMoment(value, 0)).ToArray())];
    }
}
