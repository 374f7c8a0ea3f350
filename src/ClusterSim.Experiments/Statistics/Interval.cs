namespace ClusterSim.Experiments.Statistics;

/// <summary>A 95 % interval.</summary>
public readonly record struct Interval(double Low, double High)
{
    public double HalfWidth => (High - Low) / 2;

    public bool Holds(double value) => Low <= value && value <= High;
}
