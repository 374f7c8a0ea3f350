using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
            Even(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w1, w2 + 1, ref b0, ref b1);
            Odd(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w2, w0 + 2, ref b0, ref b1);
            Even(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w0, w1 + 3, ref b0, ref b1);
            Odd(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w1, w2 + 4, ref b0, ref b1);
            Even(ref a0, ref a1, ref b0, ref b1); Add(ref a0, ref a1, w2, w0 + 5, ref b0, ref b1);
            a0.Store(ref first, i);
            b0.Store(ref first, i + TWords.Count);
            a1.Store(ref second, i);
            b1.Store(ref second, i + TWords.Count);
        }
        FillPlain(k0, k1, c0, c1First, destination, whole);
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

/// <summary>A few 64-bit words handled at once, each alone.</summary>
internal interface IWords<TSelf> where TSelf : struct, IWords<TSelf>
{
    static abstract int Count { get; }

    /// <summary>first, first + 1, ...</summary>
    static abstract TSelf From(ulong first);
    void Store(ref ulong start, int at);

    /// <summary>The same word in every lane.</summary>
    static abstract implicit operator TSelf(ulong value);

    static abstract TSelf operator +(TSelf a, TSelf b);
    static abstract TSelf operator ^(TSelf a, TSelf b);

    /// <summary>Rotation to the left by a constant.</summary>
    static abstract TSelf Rotate(TSelf x, [ConstantExpected] byte bits);

    /// <summary>Rotation by 16 bits, which moves whole pieces and is one shuffle.</summary>
    static abstract TSelf Rotate16(TSelf x);

    /// <summary>Rotation by 32 bits, likewise.</summary>
    static abstract TSelf Rotate32(TSelf x);
}

/// <summary>Two words.</summary>
internal readonly struct Words2(Vector128<ulong> words) : IWords<Words2>
{
    private readonly Vector128<ulong> _words = words;

    public static int Count => 2;
    public static Words2 From(ulong first) => new(Vector128.Create(first) + Vector128<ulong>.Indices);
    public void Store(ref ulong start, int at) => _words.StoreUnsafe(ref start, (nuint)at);
    public static implicit operator Words2(ulong value) => new(Vector128.Create(value));
    public static Words2 operator +(Words2 a, Words2 b) => new(a._words + b._words);
    public static Words2 operator ^(Words2 a, Words2 b) => new(a._words ^ b._words);
    public static Words2 Rotate(Words2 x, [ConstantExpected] byte bits) => new(x._words << bits | x._words >>> 64 - bits);
    public static Words2 Rotate16(Words2 x) => Rotate(x, 16);
    public static Words2 Rotate32(Words2 x) => new(Vector128.Shuffle(x._words.AsUInt32(), Vector128.Create(1u, 0, 3, 2)).AsUInt64());
}

/// <summary>Four words.</summary>
internal readonly struct Words4(Vector256<ulong> words) : IWords<Words4>
{
    private readonly Vector256<ulong> _words = words;

    private static Vector256<byte> By16 => Vector256.Create(
        (byte)6, 7, 0, 1, 2, 3, 4, 5, 14, 15, 8, 9, 10, 11, 12, 13, 22, 23, 16, 17, 18, 19, 20, 21, 30, 31, 24, 25, 26, 27, 28, 29);

    public static int Count => 4;
    public static Words4 From(ulong first) => new(Vector256.Create(first) + Vector256<ulong>.Indices);
    public void Store(ref ulong start, int at) => _words.StoreUnsafe(ref start, (nuint)at);
    public static implicit operator Words4(ulong value) => new(Vector256.Create(value));
    public static Words4 operator +(Words4 a, Words4 b) => new(a._words + b._words);
    public static Words4 operator ^(Words4 a, Words4 b) => new(a._words ^ b._words);
    public static Words4 Rotate(Words4 x, [ConstantExpected] byte bits) => new(x._words << bits | x._words >>> 64 - bits);
    public static Words4 Rotate16(Words4 x) => new(Vector256.Shuffle(x._words.AsByte(), By16).AsUInt64());
    public static Words4 Rotate32(Words4 x) => new(Vector256.Shuffle(x._words.AsUInt32(), Vector256.Create(1u, 0, 3, 2, 5, 4, 7, 6)).AsUInt64());
}

/// <summary>Eight words.</summary>
internal readonly struct Words8(Vector512<ulong> words) : IWords<Words8>
{
    private readonly Vector512<ulong> _words = words;

    public static int Count => 8;
    public static Words8 From(ulong first) => new(Vector512.Create(first) + Vector512<ulong>.Indices);
    public void Store(ref ulong start, int at) => _words.StoreUnsafe(ref start, (nuint)at);
    public static implicit operator Words8(ulong value) => new(Vector512.Create(value));
    public static Words8 operator +(Words8 a, Words8 b) => new(a._words + b._words);
    public static Words8 operator ^(Words8 a, Words8 b) => new(a._words ^ b._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 Rotate(Words8 x, [ConstantExpected] byte bits) => new(Avx512F.IsSupported
        ? Avx512F.RotateLeft(x._words, bits)
        : x._words << bits | x._words >>> 64 - bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 Rotate16(Words8 x) => Rotate(x, 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words8 Rotate32(Words8 x) => Rotate(x, 32);
}
