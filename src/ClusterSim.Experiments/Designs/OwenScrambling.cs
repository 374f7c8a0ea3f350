using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Designs;

/// <summary>Nested uniform scrambling in base 2 (Owen 1995): whether a binary digit is flipped is drawn for the digits before it,
/// so that cells of every size stay together and change places at random.</summary>
internal sealed class OwenScrambling(ulong seed)
{
    private const int Bits = 32;

    private readonly Draws _draws = new(Draws.RunKey(seed, 0), "owen-scrambling", 0);

    /// <summary>The digits of one coordinate, scrambled.</summary>
    public uint Of(uint digits, int dimension)
    {
        ulong key = _draws.Bits((ulong)dimension);
        uint flips = 0;
        for (int bit = 0; bit < Bits; bit++)
        {
            // The digits before this one, with a leading 1 so that prefixes of different lengths differ.
            ulong prefix = (1UL << bit) | (bit == 0 ? 0 : digits >> (Bits - bit));
            flips |= (uint)(Lineage.Pair(key, prefix) >> 63) << (Bits - 1 - bit);
        }
        return digits ^ flips;
    }
}
