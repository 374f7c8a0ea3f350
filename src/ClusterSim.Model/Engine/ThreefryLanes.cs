using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClusterSim.Model.Engine;

/// <summary>Many images of <see cref="Threefry"/> at once. Each lane does alone what the scalar permutation does, so
/// the bits do not depend on the width of the vectors.</summary>
public static class ThreefryLanes
{
    private const ulong Parity = 0x1BD11BDAA9FC1A22;

    /// <summary>Writes the images of successive counters (<paramref name="c0"/>, <paramref name="c1First"/> + i): every
    /// X0 to the first half of <paramref name="destination"/>, every X1 to the second.</summary>
    /// <param name="destination">Length = twice the number of counters.</param>
    /// <exception cref="ArgumentException">The length is odd.</exception>
    public static void Fill(ulong k0, ulong k1, ulong c0, ulong c1First, Span<ulong> destination)
    {
        if (destination.Length % 2 != 0) throw new ArgumentException($"the destination holds {destination.Length} words, allowed is an even number", nameof(destination));
        if (Vector512.IsHardwareAccelerated) Fill<Words8>(k0, k1, c0, c1First, destination);
        else if (Vector256.IsHardwareAccelerated) Fill<Words4>(k0, k1, c0, c1First, destination);
        else if (Vector128.IsHardwareAccelerated) Fill<Words2>(k0, k1, c0, c1First, destination);
        else FillPlain(k0, k1, c0, c1First, destination, 0);
    }

    /// <summary>The plain twin of <see cref="Fill"/>, from the counter <paramref name="from"/> on.</summary>
    internal static void FillPlain(ulong k0, ulong k1, ulong c0, ulong c1First, Span<ulong> destination, int from = 0)
    {
        int counters = destination.Length / 2;
        for (int i = from; i < counters; i++)
            (destination[i], destination[counters + i]) = Threefry.Permute(k0, k1, c0, c1First + (ulong)i);
    }

    // Two independent vectors a round, since each operation waits for the one before it.
    internal static void Fill<TWords>(ulong k0, ulong k1, ulong c0, ulong c1First, Span<ulong> destination) where TWords : struct, IWords<TWords>
    {
        int counters = destination.Length / 2, step = 2 * TWords.Count, whole = counters - counters % step;
        ref ulong first = ref MemoryMarshal.GetReference(destination);
        ref ulong second = ref Unsafe.Add(ref first, counters);
        TWords w0 = k0, w1 = k1, w2 = Parity ^ k0 ^ k1, start = c0 + k0;
        for (int i = 0; i < whole; i += step)
        {
            TWords a0 = start, b0 = start;
            TWords a1 = TWords.From(c1First + (ulong)i + k1), b1 = TWords.From(c1First + (ulong)(i + TWords.Count) + k1);
            Rounds(ref a0, ref a1, ref b0, ref b1, w0, w1, w2);
            a0.Store(ref first, i);
            b0.Store(ref first, i + TWords.Count);
            a1.Store(ref second, i);
            b1.Store(ref second, i + TWords.Count);
        }
        FillPlain(k0, k1, c0, c1First, destination, whole);
    }

    /// <summary>Writes the images of the counters (<paramref name="c0"/>[i], <paramref name="c1"/>).</summary>
    /// <param name="x0">First words; length = that of the counters.</param>
    /// <param name="x1">Second words; the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Permute(ulong k0, ulong k1, ReadOnlySpan<ulong> c0, ulong c1, Span<ulong> x0, Span<ulong> x1)
    {
        if (x0.Length != c0.Length || x1.Length != c0.Length) throw new ArgumentException($"{c0.Length} counters, {x0.Length} and {x1.Length} words");
        if (Vector512.IsHardwareAccelerated) Permute<Words8>(k0, k1, c0, c1, x0, x1);
        else if (Vector256.IsHardwareAccelerated) Permute<Words4>(k0, k1, c0, c1, x0, x1);
        else if (Vector128.IsHardwareAccelerated) Permute<Words2>(k0, k1, c0, c1, x0, x1);
        else PermutePlain(k0, k1, c0, c1, x0, x1);
    }

    /// <summary>The plain twin of <see cref="Permute(ulong, ulong, ReadOnlySpan{ulong}, ulong, Span{ulong}, Span{ulong})"/>, from a counter on.</summary>
    internal static void PermutePlain(ulong k0, ulong k1, ReadOnlySpan<ulong> c0, ulong c1, Span<ulong> x0, Span<ulong> x1, int from = 0)
    {
        for (int i = from; i < c0.Length; i++) (x0[i], x1[i]) = Threefry.Permute(k0, k1, c0[i], c1);
    }

    internal static void Permute<TWords>(ulong k0, ulong k1, ReadOnlySpan<ulong> c0, ulong c1, Span<ulong> x0, Span<ulong> x1) where TWords : struct, IWords<TWords>
    {
        int step = 2 * TWords.Count, whole = c0.Length - c0.Length % step;
        ref readonly ulong counters = ref MemoryMarshal.GetReference(c0);
        ref ulong first = ref MemoryMarshal.GetReference(x0), second = ref MemoryMarshal.GetReference(x1);
        TWords w0 = k0, w1 = k1, w2 = Parity ^ k0 ^ k1, start = c1 + k1;
        for (int i = 0; i < whole; i += step)
        {
            TWords a0 = TWords.Load(in counters, i) + w0, b0 = TWords.Load(in counters, i + TWords.Count) + w0;
            TWords a1 = start, b1 = start;
            Rounds(ref a0, ref a1, ref b0, ref b1, w0, w1, w2);
            a0.Store(ref first, i);
            b0.Store(ref first, i + TWords.Count);
            a1.Store(ref second, i);
            b1.Store(ref second, i + TWords.Count);
        }
        PermutePlain(k0, k1, c0, c1, x0, x1, whole);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds<TWords>(ref TWords a0, ref TWords a1, ref TWords b0, ref TWords b1, TWords w0, TWords w1, TWords w2) where TWords : struct, IWords<TWords>
    {
        Even(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w1, w2 + 1, ref b0, ref b1);
        Odd(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w2, w0 + 2, ref b0, ref b1);
        Even(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w0, w1 + 3, ref b0, ref b1);
        Odd(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w1, w2 + 4, ref b0, ref b1);
        Even(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w2, w0 + 5, ref b0, ref b1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Even<TWords>(ref TWords a0, ref TWords a1, ref TWords b0, ref TWords b1) where TWords : struct, IWords<TWords>
    {
        a0 += a1; b0 += b1; a1 = TWords.Rotate16(a1) ^ a0; b1 = TWords.Rotate16(b1) ^ b0;
        a0 += a1; b0 += b1; a1 = TWords.Rotate(a1, 42) ^ a0; b1 = TWords.Rotate(b1, 42) ^ b0;
        a0 += a1; b0 += b1; a1 = TWords.Rotate(a1, 12) ^ a0; b1 = TWords.Rotate(b1, 12) ^ b0;
        a0 += a1; b0 += b1; a1 = TWords.Rotate(a1, 31) ^ a0; b1 = TWords.Rotate(b1, 31) ^ b0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Odd<TWords>(ref TWords a0, ref TWords a1, ref TWords b0, ref TWords b1) where TWords : struct, IWords<TWords>
    {
        a0 += a1; b0 += b1; a1 = TWords.Rotate16(a1) ^ a0; b1 = TWords.Rotate16(b1) ^ b0;
        a0 += a1; b0 += b1; a1 = TWords.Rotate32(a1) ^ a0; b1 = TWords.Rotate32(b1) ^ b0;
        a0 += a1; b0 += b1; a1 = TWords.Rotate(a1, 24) ^ a0; b1 = TWords.Rotate(b1, 24) ^ b0;
        a0 += a1; b0 += b1; a1 = TWords.Rotate(a1, 21) ^ a0; b1 = TWords.Rotate(b1, 21) ^ b0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TWords>(ref TWords a0, ref TWords a1, TWords key0, TWords key1, ref TWords b0, ref TWords b1) where TWords : struct, IWords<TWords>
    {
        a0 += key0; b0 += key0;
        a1 += key1; b1 += key1;
    }
}
