using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ClusterSim.Model.Engine;

namespace ClusterSim.Benchmarks.Suites;

/// <summary>What the same bits everywhere cost: our exponential and logarithm against the platform's.</summary>
[ShortRunJob, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class ExpBenchmarks
{
    private const int Length = 1024;

    private readonly double[] _exponents = new double[Length], _positives = new double[Length], _results = new double[Length];

    [GlobalSetup]
    public void Prepare()
    {
        var draws = new Draws(1, "exp", 0);
        for (int i = 0; i < Length; i++)
        {
            _exponents[i] = 40 * draws.Uniform((ulong)i) - 20;
            _positives[i] = Reproducible.Exp(_exponents[i]);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Length), BenchmarkCategory("exp")]
    public void MathExp()
    {
        for (int i = 0; i < Length; i++) _results[i] = Math.Exp(_exponents[i]);
    }

    [Benchmark(OperationsPerInvoke = Length), BenchmarkCategory("exp")]
    public void ReproducibleExp()
    {
        for (int i = 0; i < Length; i++) _results[i] = Reproducible.Exp(_exponents[i]);
    }

    [Benchmark(OperationsPerInvoke = Length), BenchmarkCategory("exp")]
    public void ReproducibleExpOfSpan() => Reproducible.Exp(_exponents, _results);

    [Benchmark(Baseline = true, OperationsPerInvoke = Length), BenchmarkCategory("log")]
    public void MathLog()
    {
        for (int i = 0; i < Length; i++) _results[i] = Math.Log(_positives[i]);
    }

    [Benchmark(OperationsPerInvoke = Length), BenchmarkCategory("log")]
    public void ReproducibleLog()
    {
        for (int i = 0; i < Length; i++) _results[i] = Reproducible.Log(_positives[i]);
    }

    [Benchmark(OperationsPerInvoke = Length), BenchmarkCategory("log")]
    public void ReproducibleLogOfSpan() => Reproducible.Log(_positives, _results);
}
