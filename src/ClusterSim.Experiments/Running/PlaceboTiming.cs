using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Running;

/// <summary>Start times of a placebo: every replication in which the arm started gets the time at which it started in another
/// one. The times are as early and as late as before; what is lost is that they were read off the replication's own stage.</summary>
/// <remarks>A keyed cycle through each block of ten, in which those that never started are passed over, leaves no start in its place and
/// does not depend on how many replications there are. The one that started alone in its block keeps its own time, so that the same
/// replications start; it then says nothing about the reading of the stage.</remarks>
public static class PlaceboTiming
{
    /// <summary>Replications whose times go round among them.</summary>
    public const int Block = 10;

    /// <summary>The others of a replication's block, in the order in which they are asked for a time; the first that started gives it.</summary>
    /// <param name="seed">The study's.</param>
    public static IEnumerable<int> Others(int replication, ulong seed)
    {
        int block = replication / Block, first = block * Block;
        int[] cycle = [.. Enumerable.Range(0, Block)];
        var draws = new Draws(Draws.RunKey(seed, block), "placebo-timing", 0);
        for (int i = Block - 1; i > 0; i--)
        {
            int other = (int)Math.BigMul(draws.Bits((ulong)i), (ulong)i + 1, out _);
            (cycle[i], cycle[other]) = (cycle[other], cycle[i]);
        }
        int place = Array.IndexOf(cycle, replication - first);
        return Enumerable.Range(1, Block - 1).Select(step => first + cycle[(place + step) % Block]);
    }
}
