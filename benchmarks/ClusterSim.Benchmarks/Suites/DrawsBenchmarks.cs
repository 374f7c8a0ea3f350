using BenchmarkDotNet.Attributes;
using ClusterSim.Benchmarks.Yardstick;
using ClusterSim.Model.Engine;

namespace ClusterSim.Benchmarks.Suites;

/// <summary>What random numbers cost, one by one and by the block.</summary>
[ShortRunJob, MemoryDiagnoser]
public class DrawsBenchmarks
{
    private readonly Draws _draws = new(Draws.RunKey(1, 0), "benchmark", 12);
    private readonly double[] _uniforms = new double[4096];
    private readonly double[] _rates = new double[4096];
    private readonly ulong[] _lineages = new ulong[4096], _words = new ulong[4096], _seconds = new ulong[4096];

    [GlobalSetup]
    public void Prepare()
    {
        for (int i = 0; i < _lineages.Length; i++) (_lineages[i], _rates[i]) = (Lineage.Child(1, i), 1 + i % 7);
    }

    [Benchmark(Baseline = true)] public double Uniform() => _draws.Uniform(_lineages[7]);
    [Benchmark] public double Normal() => _draws.Normal(_lineages[7]);
    [Benchmark] public int Poisson() => _draws.Poisson(3, _lineages[7]);
    [Benchmark(OperationsPerInvoke = 4096)] public int Choose() => _draws.Choose(5, _lineages, _rates);
    [Benchmark(OperationsPerInvoke = 4096)] public void Uniforms() => _draws.Uniforms(_lineages, _uniforms);
    [Benchmark(OperationsPerInvoke = 4096)] public void Words() => ThreefryLanes.Permute(1, 2, _lineages, 4, _words, _seconds);
    [Benchmark(OperationsPerInvoke = 4096)] public void WordsPlain() => ThreefryLanes.PermutePlain(1, 2, _lineages, 4, _words, _seconds, 0);
}

/// <summary>What it costs to find the rows that are hit: by a draw for each lineage id, and by count and places.</summary>
[ShortRunJob, MemoryDiagnoser]
public class HitsBenchmarks
{
    private readonly Draws _draws = new(Draws.RunKey(1, 0), "benchmark", 12);
    private readonly CountAndPlaces _places = new();
    private ulong[] _lineages = [];
    private int[] _hits = [];

    [Params(1_000, 10_000, 1_000_000)] public int Rows { get; set; }

    [Params(0.001, 0.02, 0.5)] public double Probability { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _hits = new int[Rows];
        _lineages = new ulong[Rows];
        for (int i = 0; i < Rows; i++) _lineages[i] = Lineage.Child(1, i);
        _places.Begin(_draws);
    }

    [Benchmark(Baseline = true)] public int ByLineage() => _draws.Hits(_lineages, Probability, _hits);
    [Benchmark] public int ByCountAndPlaces() => _places.Hits(Rows, Probability, _hits);
}
