using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>Bootstrap resamples of replications, the same for every measure, so that intervals of one study share their luck
/// and are the same on every machine. A few are kept; many are drawn anew each time, so that memory does not grow with
/// the number of replications. Not thread-safe.</summary>
public sealed class Resamples
{
    /// <summary>Units that all resamples may hold together: 16 MB. Beyond it they are drawn when they are asked for.</summary>
    private const int Kept = 1 << 22;

    /// <summary>Units that all resamples may draw together, beyond which there are fewer of them.</summary>
    private const int Most = 1 << 24;

    /// <summary>Draws made in one go.</summary>
    private const int Block = 256;

    private readonly Draws _draws;
    private readonly int[] _units;
    private readonly bool _kept;

    /// <param name="seed">The study's seed.</param>
    /// <param name="label">What the resamples are for; another label gives independent ones.</param>
    /// <param name="units">Replications.</param>
    /// <param name="count">Resamples; fewer, down to 200, where so many would take too long: beyond 1,677 replications the mean
    /// is so nearly normal that quantiles of fewer resamples say the same.</param>
    public Resamples(ulong seed, string label, int units, int count = 10_000)
    {
        Units = units;
        Count = Math.Min(count, Math.Max(200, Most / Math.Max(1, units)));
        _draws = new Draws(Draws.RunKey(seed, 0), label, 0);
        _kept = (long)units * Count <= Kept;
        _units = new int[_kept ? units * Count : units];
        if (_kept) Draw(0, _units);
    }

    public int Units { get; }

    public int Count { get; }

    /// <summary>The units of one resample, with repetition; length = Units. Valid until the next one is asked for.</summary>
    public ReadOnlySpan<int> this[int resample]
    {
        get
        {
            if (_kept) return _units.AsSpan(resample * Units, Units);
            Draw((ulong)resample * (ulong)Units, _units);
            return _units;
        }
    }

    private void Draw(ulong first, int[] units)
    {
        Span<ulong> words = stackalloc ulong[Block], unused = stackalloc ulong[Block];
        for (int from = 0; from < units.Length; from += Block)
        {
            int size = Math.Min(Block, units.Length - from);
            _draws.Sequence(first + (ulong)from, words[..size], unused[..size]);
            for (int i = 0; i < size; i++) units[from + i] = (int)Math.BigMul(words[i], (ulong)Units, out _);
        }
    }
}
