using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ClusterSim.Model.Engine;

/// <summary>A few 64-bit words handled at once, each alone.</summary>
internal interface IWords<TSelf> where TSelf : struct, IWords<TSelf>
{
    static abstract int Count { get; }

    /// <summary>first, first + 1, ...</summary>
    static abstract TSelf From(ulong first);

    static abstract TSelf Load(ref readonly ulong start, int at);
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
    public static Words2 Load(ref readonly ulong start, int at) => new(Vector128.LoadUnsafe(in start, (nuint)at));
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
    public static Words4 Load(ref readonly ulong start, int at) => new(Vector256.LoadUnsafe(in start, (nuint)at));
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
    public static Words8 Load(ref readonly ulong start, int at) => new(Vector512.LoadUnsafe(in start, (nuint)at));
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
