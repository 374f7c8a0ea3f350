using System.Numerics;
using System.Runtime.Intrinsics;

namespace ClusterSim.Model.Engine;

/// <summary>The random numbers of one process at one tick of one history. Every draw is a pure function of
/// (seed, replication, process, agent's lineage id, tick, draw number); nothing is consumed and nothing advances,
/// so that switching a process or adding an agent leaves every other draw where it was.</summary>
public readonly struct Draws
{
    private readonly ulong _run, _process, _tick;

    /// <param name="run">The history's key, from <see cref="RunKey"/>.</param>
    /// <param name="process">The process name, kebab-case.</param>
    /// <param name="tick">The month, 0 or later.</param>
    public Draws(ulong run, string process, int tick) : this(run, Lineage.Hash(process), tick) { }

    /// <summary>As above with the hashed name, for callers that draw every tick.</summary>
    public Draws(ulong run, ulong process, int tick)
    {
        _run = run;
        _process = process;
        _tick = (ulong)(uint)tick << 32;
    }

    /// <summary>The key of one history.</summary>
    public static ulong RunKey(ulong seed, int replication) => Lineage.Mix(seed + 0x9E3779B97F4A7C15 * ((ulong)replication + 1));

    /// <summary>The draws of a part of this process, such as one intervention, independent of the others'.</summary>
    public Draws Of(ulong part) => new(_run, Lineage.Mix(_process ^ part), (int)(_tick >> 32));

    /// <summary>The draws of a month of a longer tick, for what is drawn month by month; those of the first are the tick's own.</summary>
    /// <param name="month">Counted from 0 in the tick.</param>
    public Draws InMonth(int month) => month == 0 ? this : Of((ulong)month);

    /// <summary>64 random bits.</summary>
    public ulong Bits(ulong lineage, int draw = 0) => Threefry.Permute(_run, _process, lineage, _tick | (uint)draw).X0;

    /// <summary>Uniform on the open interval (0, 1): a multiple of 2^-52 plus 2^-53, both exact, so that neither end is reached.</summary>
    public double Uniform(ulong lineage, int draw = 0) => ToUniform(Bits(lineage, draw));

    /// <summary>The uniform number that 64 random bits stand for; the last twelve play no part.</summary>
    public static double ToUniform(ulong bits) => ((bits >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>The number below which the leading 52 bits lie exactly where <see cref="ToUniform"/> lies below a
    /// probability: comparisons without conversion.</summary>
    public static ulong Threshold(double probability)
    {
        double scaled = Math.Clamp(probability, 0, 1) * (1UL << 52), whole = Math.Floor(scaled);
        return (ulong)whole + (scaled - whole > 0.5 ? 1UL : 0);
    }

    /// <summary>True with the given probability; nested: true at p stays true at any larger p.</summary>
    public bool Chance(double probability, ulong lineage, int draw = 0) => Uniform(lineage, draw) < probability;

    /// <summary>Standard normal, by inversion.</summary>
    public double Normal(ulong lineage, int draw = 0) => Reproducible.NormalQuantile(Uniform(lineage, draw));

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential(ulong lineage, int draw = 0) => -Reproducible.Log(Uniform(lineage, draw));

    /// <summary>Poisson with the given mean (at most 500), by inversion: one draw, nested in the mean.</summary>
    public int Poisson(double mean, ulong lineage, int draw = 0)
    {
        double u = Uniform(lineage, draw);
        if (u <= 1 - mean) return 0; // exp(-mean) is at least that: for small means mostly, and without an exponential
        double term = Reproducible.Exp(-mean), sum = term;
        int count = 0;
        while (u > sum && count < 5000)
        {
            count++;
            term *= mean / count;
            sum += term;
        }
        return count;
    }

    /// <summary>Successes among so many trials, by inversion: one draw, nested in the probability and in the number of trials.</summary>
    /// <param name="trials">At most a few hundred: the terms are summed one by one.</param>
    public int Binomial(int trials, double probability, ulong lineage, int draw = 0)
    {
        return Binomial(trials, probability, trials <= 0 ? 0.5 : Uniform(lineage, draw));
    }

    /// <summary>The same for a given uniform draw.</summary>
    /// <param name="u">From (0, 1).</param>
    public static int Binomial(int trials, double probability, double u)
    {
        if (trials <= 0 || probability <= 0) return 0;
        if (probability >= 1) return trials;
        // From the side of the rarer outcome, where the first term is not too small to be told from zero.
        bool mirrored = probability > 0.5;
        double rare = mirrored ? 1 - probability : probability;
        if (mirrored) u = 1 - u;
        if (u <= 1 - trials * rare) return mirrored ? trials : 0; // (1 - rare)^trials is at least that
        double odds = rare / (1 - rare), term = Power(1 - rare, trials), sum = term;
        int count = 0;
        while (u > sum && count < trials)
        {
            term *= odds * (trials - count) / (count + 1);
            count++;
            sum += term;
        }
        return mirrored ? trials - count : count;
    }

    /// <summary>Chooses among candidates in proportion to their rates, by a <see cref="Race"/>: one candidate more changes the
    /// choice only by winning it.</summary>
    /// <param name="candidates">Lineage ids.</param>
    /// <param name="rates">0 or more; the same length.</param>
    /// <returns>The position chosen, -1 if every rate is 0.</returns>
    public int Choose(ulong chooser, ReadOnlySpan<ulong> candidates, ReadOnlySpan<double> rates, int draw = 0)
    {
        const int block = 128;
        Span<ulong> pairs = stackalloc ulong[block], first = stackalloc ulong[block], second = stackalloc ulong[block];
        var race = new Race();
        for (int start = 0; start < candidates.Length; start += block)
        {
            int size = Math.Min(block, candidates.Length - start);
            for (int i = 0; i < size; i++) pairs[i] = Lineage.Pair(chooser, candidates[start + i]);
            Words(pairs[..size], first[..size], second[..size], draw);
            for (int i = 0; i < size; i++) race.Enter(start + i, ToUniform(first[i]), rates[start + i]);
        }
        return race.Winner;
    }

    /// <summary>Both random words of each lineage id: two independent numbers for the price of one.</summary>
    /// <param name="first">The words that <see cref="Bits"/> gives; length = that of the ids.</param>
    /// <param name="second">Further words; the same length.</param>
    public void Words(ReadOnlySpan<ulong> lineages, Span<ulong> first, Span<ulong> second, int draw = 0) =>
        ThreefryLanes.Permute(_run, _process, lineages, _tick | (uint)draw, first, second);

    /// <summary>Both random words of the successive ids <paramref name="from"/>, from + 1, ...</summary>
    /// <param name="first">First words.</param>
    /// <param name="second">Second words; the same length.</param>
    public void Sequence(ulong from, Span<ulong> first, Span<ulong> second, int draw = 0)
    {
        const int block = 256;
        Span<ulong> ids = stackalloc ulong[Math.Min(block, first.Length)];
        for (int start = 0; start < first.Length; start += block)
        {
            int size = Math.Min(block, first.Length - start);
            for (int i = 0; i < size; i++) ids[i] = from + (ulong)(start + i);
            Words(ids[..size], first.Slice(start, size), second.Slice(start, size), draw);
        }
    }

    /// <summary>Writes to <paramref name="hits"/> the positions whose uniform draw lies below
    /// <paramref name="probability"/>, ascending; returns how many. Keyed by lineage id, so rows may come and go; nested:
    /// a hit at p stays a hit at any larger p.</summary>
    public int Hits(ReadOnlySpan<ulong> lineages, double probability, Span<int> hits, int draw = 0)
    {
        const int block = 256;
        Span<ulong> first = stackalloc ulong[block], second = stackalloc ulong[block];
        ulong threshold = Threshold(probability);
        Span<int> here = stackalloc int[block];
        int count = 0;
        for (int start = 0; start < lineages.Length; start += block)
        {
            int size = Math.Min(block, lineages.Length - start);
            Words(lineages.Slice(start, size), first[..size], second[..size], draw);
            int more = Below(first[..size], threshold, here);
            for (int i = 0; i < more; i++) hits[count + i] = start + here[i];
            count += more;
        }
        return count;
    }

    /// <summary>Writes the positions of the words whose leading 52 bits lie below a threshold, ascending; returns how many.</summary>
    /// <param name="threshold">From <see cref="Threshold"/>.</param>
    /// <param name="positions">Length = that of the words at least.</param>
    public static int Below(ReadOnlySpan<ulong> words, ulong threshold, Span<int> positions)
    {
        int count = 0, i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<ulong> limit = Vector512.Create(threshold);
            for (; i <= words.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
                count += Positions(Vector512.LessThan(Vector512.Create(words[i..]) >>> 12, limit).ExtractMostSignificantBits(), i, positions[count..]);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            // Signed, since narrower vectors compare nothing else in one step; 52 bits leave the sign free.
            Vector256<long> limit = Vector256.Create((long)threshold);
            for (; i <= words.Length - Vector256<ulong>.Count; i += Vector256<ulong>.Count)
                count += Positions(Vector256.LessThan((Vector256.Create(words[i..]) >>> 12).AsInt64(), limit).ExtractMostSignificantBits(), i, positions[count..]);
        }
        for (; i < words.Length; i++)
            if (words[i] >> 12 < threshold) positions[count++] = i;
        return count;
    }

    private static int Positions(ulong bits, int from, Span<int> positions)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1) positions[count++] = from + BitOperations.TrailingZeroCount(bits);
        return count;
    }

    /// <summary>The plain twin of <see cref="Hits"/>.</summary>
    internal int HitsPlain(ReadOnlySpan<ulong> lineages, double probability, Span<int> hits, int draw = 0)
    {
        int count = 0;
        for (int i = 0; i < lineages.Length; i++)
            if (Uniform(lineages[i], draw) < probability) hits[count++] = i;
        return count;
    }

    /// <summary>Whether one of <see cref="Hits"/> stays a hit at its own, lower probability: the same draw again, so that
    /// the outcome does not depend on the envelope.</summary>
    /// <exception cref="InvalidOperationException">The probability exceeds the envelope, so that hits were missed.</exception>
    public bool Thin(ulong lineage, double probability, double envelope, int draw = 0) => probability <= envelope
        ? Chance(probability, lineage, draw)
        : throw new InvalidOperationException($"probability {probability} exceeds the envelope {envelope}");

    /// <summary>Writes the uniform draw of each lineage id.</summary>
    public void Uniforms(ReadOnlySpan<ulong> lineages, Span<double> result, int draw = 0)
    {
        const int block = 256;
        Span<ulong> first = stackalloc ulong[block], second = stackalloc ulong[block];
        for (int start = 0; start < lineages.Length; start += block)
        {
            int size = Math.Min(block, lineages.Length - start);
            Words(lineages.Slice(start, size), first[..size], second[..size], draw);
            for (int i = 0; i < size; i++) result[start + i] = ToUniform(first[i]);
        }
    }

    /// <summary>x to a whole power, by squaring.</summary>
    private static double Power(double x, int n)
    {
        double power = 1;
        for (; n > 0; n >>= 1, x *= x)
            if ((n & 1) != 0) power *= x;
        return power;
    }

    /// <summary>A position in a list of so many, by keyed slots with rejection: a position added at the end takes its
    /// share from all and moves no other choice, unless their number passes a power of two.</summary>
    /// <param name="bits">Random bits of the chooser: 36 at least.</param>
    /// <param name="count">At least 1.</param>
    public static int Slot(ulong bits, int count)
    {
        uint mask = BitOperations.RoundUpToPowerOf2((uint)count) - 1, limit = (uint)count;
        // Three tries are three fields of the word, compared without branches: seven choices of eight at least need no more.
        uint a = (uint)bits & mask, b = (uint)(bits >> 12) & mask, c = (uint)(bits >> 24) & mask;
        uint slot = a < limit ? a : b < limit ? b : c;
        if (slot < limit && limit <= 1 << 12) return (int)slot;
        return Further(bits, mask, limit);
    }

    private static int Further(ulong bits, uint mask, uint limit)
    {
        while (true)
        {
            bits = Lineage.Mix(bits + 0x9E3779B97F4A7C15);
            if (((uint)bits & mask) < limit) return (int)((uint)bits & mask);
        }
    }
}
