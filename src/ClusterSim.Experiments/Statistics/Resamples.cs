using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>Bootstrap resamples of replications, drawn once and used for every measure, so that intervals of one study
/// share their luck and are the same on every machine.</summary>
public sealed class Resamples
{
    /// <summary>Units that all resamples may hold together: a quarter of a gigabyte.</summary>
    private const int Most = 1 << 26;

    private readonly int[] _units;

    /// <param name="seed">The study's seed.</param>
    /// <param name="label">What the resamples are for; another label gives independent ones.</param>
    /// <param name="units">Replications.</param>
    /// <param name="count">Resamples; fewer, down to 200, where so many would not fit: beyond 6,700 replications the mean is
    /// so nearly normal that quantiles of fewer resamples say the same.</param>
    public Resamples(ulong seed, string label, int units, int count = 10_000)
    {
        Units = units;
        Count = Math.Min(count, Math.Max(200, Most / Math.Max(1, units)));
        _units = new int[(long)units * Count];
        var draws = new Draws(Draws.RunKey(seed, 0), label, 0);
        for (int i = 0; i < _units.Length; i++)
            _units[i] = (int)Math.BigMul(draws.Bits((ulong)i), (ulong)units, out _);
    }

    public int Units { get; }

    public int Count { get; }

    /// <summary>The units of one resample, with repetition; length = Units.</summary>
    public ReadOnlySpan<int> this[int resample] => _units.AsSpan(resample * Units, Units);
}
