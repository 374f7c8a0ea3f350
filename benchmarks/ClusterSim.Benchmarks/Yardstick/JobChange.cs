using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using ClusterSim.Model.Engine;

namespace ClusterSim.Benchmarks.Yardstick;

/// <summary>Some workers look at four firms and move to the best paid one if it pays more than their own. A firm that
/// wins someone who knows more than it does learns a little.</summary>
/// <remarks>Wages stand still meanwhile, so all decisions of a batch are taken before any move is made; moves are
/// made in row order.</remarks>
[Mechanism("job-change", Id = "Y01", Theory = "heritage", Source = "the yardstick workload", Summary = "Workers move to better paid jobs and carry what they know")]
internal sealed class JobChange : Process<YardWorld>
{
    private const double SeekProbability = 0.02, HeritageRate = 0.01;
    private const int Batch = 256, Ahead = 16;

    public override void Step(YardWorld world, Draws draws)
    {
        world.Places.Begin(draws);
        ReadOnlySpan<int> seekers = world.RowsHit.AsSpan(0,
            world.Places.Hits(world.Workers.Count, SeekProbability, world.RowsHit));
        Draws looks = draws.Of(1);
        for (int from = 0; from < seekers.Length; from += Batch)
            Advance(world, seekers, from, Math.Min(Batch, seekers.Length - from), looks);
    }

    [SkipLocalsInit]
    private static void Advance(YardWorld world, ReadOnlySpan<int> seekers, int from, int count, Draws draws)
    {
        Span<ulong> looks = stackalloc ulong[2 * Batch];
        Span<int> movers = stackalloc int[Batch], targets = stackalloc int[Batch];
        looks = looks[..(2 * count)];
        draws.Sequence((ulong)from, looks[..count], looks[count..]);
        int moves = Decide(world, seekers, from, looks, movers, targets);
        Commit(world, movers[..moves], targets[..moves]);
        world.Moves += moves;
    }

    /// <summary>Lists who moves where.</summary>
    private static int Decide(YardWorld world, ReadOnlySpan<int> seekers, int from, ReadOnlySpan<ulong> looks, Span<int> movers, Span<int> targets)
    {
        int count = looks.Length / 2, moves = 0;
        ReadOnlySpan<int> batch = seekers.Slice(from, count);
        ref int ahead = ref MemoryMarshal.GetReference(seekers);
        int last = seekers.Length - 1;
        ref Post posts = ref MemoryMarshal.GetReference(world.Workers.Post.Span);
        // Wages are positive, so that their bits are in their order, and the best is found without branches.
        ReadOnlySpan<long> wages = MemoryMarshal.Cast<double, long>(world.Firms.Wage.Span);
        ref long wage = ref MemoryMarshal.GetReference(wages);
        ulong firms = (ulong)wages.Length;
        for (int i = 0; i < batch.Length; i++)
        {
            Prefetch(ref Unsafe.Add(ref posts, Unsafe.Add(ref ahead, Math.Min(from + i + Ahead, last))));
            ulong a = looks[i], b = looks[count + i];
            long employer = Unsafe.Add(ref posts, batch[i]).Employer, best = employer, bestWage = Unsafe.Add(ref wage, (nint)employer);
            Look((uint)a, firms, ref wage, ref best, ref bestWage);
            Look(a >> 32, firms, ref wage, ref best, ref bestWage);
            Look((uint)b, firms, ref wage, ref best, ref bestWage);
            Look(b >> 32, firms, ref wage, ref best, ref bestWage);
            movers[moves] = batch[i];
            targets[moves] = (int)best;
            long differs = best ^ employer;
            moves += (int)((ulong)-differs >> 63) | (int)((ulong)differs >> 63);
        }
        return moves;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Look(ulong bits, ulong firms, ref long wage, ref long best, ref long bestWage)
    {
        long firm = (long)(bits * firms >> 32), offer = Unsafe.Add(ref wage, (nint)firm);
        long better = bestWage - offer >> 63;
        best ^= (best ^ firm) & better;
        bestWage ^= (bestWage ^ offer) & better;
    }

    private static void Commit(YardWorld world, ReadOnlySpan<int> movers, ReadOnlySpan<int> targets)
    {
        int tick = world.Tick;
        ref Post posts = ref MemoryMarshal.GetReference(world.Workers.Post.Span);
        ref double competence = ref MemoryMarshal.GetReference(world.Firms.Competence.Span);
        ref double taught = ref MemoryMarshal.GetReference(world.Firms.Taught.Span);
        ref double kept = ref MemoryMarshal.GetReference(world.Kept);
        for (int i = 0; i < movers.Length; i++)
        {
            ref Post post = ref Unsafe.Add(ref posts, movers[i]);
            int firm = targets[i];
            double k = Unsafe.Add(ref taught, post.Employer) + Unsafe.Add(ref kept, tick - post.Since) * post.Offset;
            ref double firmK = ref Unsafe.Add(ref competence, firm);
            firmK += HeritageRate * Positive(k - firmK);
            post.Offset = k - Unsafe.Add(ref taught, firm);
            post.Employer = firm;
            post.Since = tick;
        }
    }

    /// <summary>The number if it is positive, else 0, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Positive(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return BitConverter.Int64BitsToDouble(bits & ~(bits >> 63));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(ref Post post)
    {
        // An address for the cache alone: where the array goes meanwhile does not matter.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref post));
    }
}
