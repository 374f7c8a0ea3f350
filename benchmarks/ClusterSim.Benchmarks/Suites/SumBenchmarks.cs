using BenchmarkDotNet.Attributes;
using ClusterSim.Model.Engine;

namespace ClusterSim.Benchmarks.Suites;

/// <summary>What a sum in a fixed order of eight lanes costs against one after the other.</summary>
[ShortRunJob]
public class SumBenchmarks
{
    private double[] _values = [];

    [Params(16, 300, 10_000, 1_000_000)] public int Length { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var draws = new Draws(1, "sum", 0);
        _values = new double[Length];
        for (int i = 0; i < Length; i++) _values[i] = draws.Uniform((ulong)i);
    }

    [Benchmark(Baseline = true)]
    public double PlainLoop()
    {
        double sum = 0;
        foreach (double value in _values) sum += value;
        return sum;
    }

    [Benchmark] public double ReproducibleSum() => Reproducible.Sum(_values);
}
