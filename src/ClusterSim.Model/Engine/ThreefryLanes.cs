using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ClusterSim.Model.Engine;

/// <summary>Many images of <see cref="Threefry"/> at once. Each lane does alone what the scalar permutation does, so
/// the bits do not depend on the width of the vectors.</summary>
/// <remarks>The three widths are written out, since operators of a wrapper type would exhaust what the compiler is
/// willing to inline: measured, the generic form is no faster than the scalar one.</remarks>
public static class ThreefryLanes
{
    /// <summary>Writes the images of the counters (<paramref name="c0"/>[i], <paramref name="c1"/>).</summary>
    /// <param name="x0">First words; length = that of the counters.</param>
    /// <param name="x1">Second words; the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Permute(ulong k0, ulong k1, ReadOnlySpan<ulong> c0, ulong c1, Span<ulong> x0, Span<ulong> x1)
    {
        if (x0.Length != c0.Length || x1.Length != c0.Length) throw new ArgumentException($"{c0.Length} counters, {x0.Length} and {x1.Length} words");
        int done = Vector512.IsHardwareAccelerated ? Permute512(k0, k1, c0, c1, x0, x1)
            : Vector256.IsHardwareAccelerated ? Permute256(k0, k1, c0, c1, x0, x1)
            : Vector128.IsHardwareAccelerated ? Permute128(k0, k1, c0, c1, x0, x1) : 0;
        PermutePlain(k0, k1, c0, c1, x0, x1, done);
    }

    /// <summary>The plain twin, from a counter on.</summary>
    internal static void PermutePlain(ulong k0, ulong k1, ReadOnlySpan<ulong> c0, ulong c1, Span<ulong> x0, Span<ulong> x1, int from)
    {
        for (int i = from; i < c0.Length; i++) (x0[i], x1[i]) = Threefry.Permute(k0, k1, c0[i], c1);
    }

    // Each width does as many as fill whole vectors and returns how many that was.

    internal static int Permute128(ulong k0, ulong k1, ReadOnlySpan<ulong> c0, ulong c1, Span<ulong> x0, Span<ulong> x1)
    {
        ulong k2 = Threefry.Parity ^ k0 ^ k1;
        ref readonly ulong counters = ref MemoryMarshal.GetReference(c0);
        ref ulong first = ref MemoryMarshal.GetReference(x0), second = ref MemoryMarshal.GetReference(x1);
        int i = 0;
        for (; i <= c0.Length - 2; i += 2)
        {
            Vector128<ulong> a = Vector128.LoadUnsafe(in counters, (nuint)i) + Vector128.Create(k0), b = Vector128.Create(c1 + k1);
            Four(ref a, ref b, 16, 42, 12, 31); a += Vector128.Create(k1); b += Vector128.Create(k2 + 1);
            Four(ref a, ref b, 16, 32, 24, 21); a += Vector128.Create(k2); b += Vector128.Create(k0 + 2);
            Four(ref a, ref b, 16, 42, 12, 31); a += Vector128.Create(k0); b += Vector128.Create(k1 + 3);
            Four(ref a, ref b, 16, 32, 24, 21); a += Vector128.Create(k1); b += Vector128.Create(k2 + 4);
            Four(ref a, ref b, 16, 42, 12, 31); a += Vector128.Create(k2); b += Vector128.Create(k0 + 5);
            a.StoreUnsafe(ref first, (nuint)i);
            b.StoreUnsafe(ref second, (nuint)i);
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(ref Vector128<ulong> a, ref Vector128<ulong> b, [ConstantExpected] int r0, [ConstantExpected] int r1, [ConstantExpected] int r2, [ConstantExpected] int r3)
    {
        a += b; b = (b << r0 | b >>> (64 - r0)) ^ a;
        a += b; b = (b << r1 | b >>> (64 - r1)) ^ a;
        a += b; b = (b << r2 | b >>> (64 - r2)) ^ a;
        a += b; b = (b << r3 | b >>> (64 - r3)) ^ a;
    }

    internal static int Permute256(ulong k0, ulong k1, ReadOnlySpan<ulong> c0, ulong c1, Span<ulong> x0, Span<ulong> x1)
    {
        ulong k2 = Threefry.Parity ^ k0 ^ k1;
        ref readonly ulong counters = ref MemoryMarshal.GetReference(c0);
        ref ulong first = ref MemoryMarshal.GetReference(x0), second = ref MemoryMarshal.GetReference(x1);
        int i = 0;
        for (; i <= c0.Length - 4; i += 4)
        {
            Vector256<ulong> a = Vector256.LoadUnsafe(in counters, (nuint)i) + Vector256.Create(k0), b = Vector256.Create(c1 + k1);
            Four(ref a, ref b, 16, 42, 12, 31); a += Vector256.Create(k1); b += Vector256.Create(k2 + 1);
            Four(ref a, ref b, 16, 32, 24, 21); a += Vector256.Create(k2); b += Vector256.Create(k0 + 2);
            Four(ref a, ref b, 16, 42, 12, 31); a += Vector256.Create(k0); b += Vector256.Create(k1 + 3);
            Four(ref a, ref b, 16, 32, 24, 21); a += Vector256.Create(k1); b += Vector256.Create(k2 + 4);
            Four(ref a, ref b, 16, 42, 12, 31); a += Vector256.Create(k2); b += Vector256.Create(k0 + 5);
            a.StoreUnsafe(ref first, (nuint)i);
            b.StoreUnsafe(ref second, (nuint)i);
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(ref Vector256<ulong> a, ref Vector256<ulong> b, [ConstantExpected] int r0, [ConstantExpected] int r1, [ConstantExpected] int r2, [ConstantExpected] int r3)
    {
        a += b; b = (b << r0 | b >>> (64 - r0)) ^ a;
        a += b; b = (b << r1 | b >>> (64 - r1)) ^ a;
        a += b; b = (b << r2 | b >>> (64 - r2)) ^ a;
        a += b; b = (b << r3 | b >>> (64 - r3)) ^ a;
    }

    internal static int Permute512(ulong k0, ulong k1, ReadOnlySpan<ulong> c0, ulong c1, Span<ulong> x0, Span<ulong> x1)
    {
        ulong k2 = Threefry.Parity ^ k0 ^ k1;
        ref readonly ulong counters = ref MemoryMarshal.GetReference(c0);
        ref ulong first = ref MemoryMarshal.GetReference(x0), second = ref MemoryMarshal.GetReference(x1);
        int i = 0;
        // What is added after every four rounds, spread over the lanes once.
        Vector512<ulong> a0 = Vector512.Create(k0), a1 = Vector512.Create(k1), a2 = Vector512.Create(k2);
        Vector512<ulong> b0 = Vector512.Create(c1 + k1), b1 = Vector512.Create(k2 + 1), b2 = Vector512.Create(k0 + 2),
            b3 = Vector512.Create(k1 + 3), b4 = Vector512.Create(k2 + 4), b5 = Vector512.Create(k0 + 5);
        for (; i <= c0.Length - 8; i += 8)
        {
            Vector512<ulong> a = Vector512.LoadUnsafe(in counters, (nuint)i) + a0, b = b0;
            Four(ref a, ref b, 16, 42, 12, 31); a += a1; b += b1;
            Four(ref a, ref b, 16, 32, 24, 21); a += a2; b += b2;
            Four(ref a, ref b, 16, 42, 12, 31); a += a0; b += b3;
            Four(ref a, ref b, 16, 32, 24, 21); a += a1; b += b4;
            Four(ref a, ref b, 16, 42, 12, 31); a += a2; b += b5;
            a.StoreUnsafe(ref first, (nuint)i);
            b.StoreUnsafe(ref second, (nuint)i);
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(ref Vector512<ulong> a, ref Vector512<ulong> b, [ConstantExpected] byte r0, [ConstantExpected] byte r1, [ConstantExpected] byte r2, [ConstantExpected] byte r3)
    {
        a += b; b = Rotate(b, r0) ^ a;
        a += b; b = Rotate(b, r1) ^ a;
        a += b; b = Rotate(b, r2) ^ a;
        a += b; b = Rotate(b, r3) ^ a;
    }

    /// <summary>One instruction where there is one; the compiler does not find it by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Rotate(Vector512<ulong> b, [ConstantExpected] byte r) =>
        Avx512F.IsSupported ? Avx512F.RotateLeft(b, r) : b << r | b >>> (64 - r);
}
