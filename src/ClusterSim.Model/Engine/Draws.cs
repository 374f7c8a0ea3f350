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

    /// <summary>64 random bits.</summary>
    public ulong Bits(ulong lineage, int draw = 0) => Threefry.Permute(_run, _process, lineage, _tick | (uint)draw).X0;

    /// <summary>Uniform on the open interval (0, 1), a multiple of 2^-53 plus 2^-54.</summary>
    public double Uniform(ulong lineage, int draw = 0) => ((Bits(lineage, draw) >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability; nested: true at p stays true at any larger p.</summary>
    public bool Chance(double probability, ulong lineage, int draw = 0) => Uniform(lineage, draw) < probability;

    /// <summary>Standard normal, by inversion.</summary>
    public double Normal(ulong lineage, int draw = 0) => Reproducible.NormalQuantile(Uniform(lineage, draw));

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential(ulong lineage, int draw = 0) => -Reproducible.Log(Uniform(lineage, draw));

    /// <summary>Laplace with mean 0 and scale 1.</summary>
    public double Laplace(ulong lineage, int draw = 0)
    {
        double u = Uniform(lineage, draw) - 0.5;
        double e = -Reproducible.Log(1 - 2 * Math.Abs(u));
        return u < 0 ? -e : e;
    }

    /// <summary>Poisson with the given mean (at most 500), by inversion: one draw, nested in the mean.</summary>
    public int Poisson(double mean, ulong lineage, int draw = 0)
    {
        double u = Uniform(lineage, draw), term = Reproducible.Exp(-mean), sum = term;
        int count = 0;
        while (u > sum && count < 5000)
        {
            count++;
            term *= mean / count;
            sum += term;
        }
        return count;
    }

    /// <summary>Gumbel noise of a pair: the candidate with the largest ln(weight) + noise is chosen with probability
    /// proportional to weight, and adding a candidate changes the choice only if the newcomer wins.</summary>
    public double Gumbel(ulong chooser, ulong candidate, int draw = 0) =>
        -Reproducible.Log(-Reproducible.Log(Uniform(Lineage.Pair(chooser, candidate), draw)));

    /// <summary>Writes to <paramref name="hits"/> the positions whose uniform draw lies below
    /// <paramref name="probability"/>, ascending; returns how many. Keyed by lineage id, so rows may come and go.</summary>
    public int Hits(ReadOnlySpan<ulong> lineages, double probability, Span<int> hits, int draw = 0)
    {
        int count = 0;
        for (int i = 0; i < lineages.Length; i++)
            if (Uniform(lineages[i], draw) < probability) hits[count++] = i;
        return count;
    }

    /// <summary>Writes the uniform draw of each lineage id.</summary>
    public void Uniforms(ReadOnlySpan<ulong> lineages, Span<double> result, int draw = 0)
    {
        for (int i = 0; i < lineages.Length; i++) result[i] = Uniform(lineages[i], draw);
    }
}
