using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClusterSim.Model.Engine;

/// <remarks>ln x = k ln 2 + ln(1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), and ln(1 + f) = 2 artanh(s) at
/// s = f / (2 + f), written as f - f^2/2 + s (f^2/2 + s^2 p(s^2)) so that the large terms are exact (the scheme of
/// FDLIBM, K. C. Ng, 1993).</remarks>
public static partial class Reproducible
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double TwoTo54 = 18014398509481984;

    /// <summary>The natural logarithm, within 0.9 ulp; negative infinity at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x >= SmallestNormal && x <= double.MaxValue)) return LogRare(x);
        double f = Binary64.Split(x, out double k) - 1;
        return LogParts(k, f, 0);
    }

    /// <summary>ln(1 + x), within 1 ulp; negative infinity at -1, NaN below.</summary>
    public static double Log1p(double x)
    {
        if (Math.Abs(x) < 5e-17) return x;
        if (x > -0.29 && x < 0.41) return LogParts(0, x, 0);
        double sum = 1 + x;
        if (!(sum >= SmallestNormal && sum <= double.MaxValue)) return LogRare(sum);
        double lost = x < 1 ? x - (sum - 1) : 1 - (sum - x);
        double f = Binary64.Split(sum, out double k) - 1;
        return LogParts(k, f, lost / sum);
    }

    /// <summary>The natural logarithm of each number.</summary>
    public static void Log(ReadOnlySpan<double> x, Span<double> result)
    {
        RequireEqualLengths(x, result);
        int done = Vector512.IsHardwareAccelerated ? LogBlocks<Lanes8>(x, result)
            : Vector256.IsHardwareAccelerated ? LogBlocks<Lanes4>(x, result)
            : Vector128.IsHardwareAccelerated ? LogPairs(x, result)
            : 0;
        for (int i = done; i < x.Length; i++) result[i] = Log(x[i]);
    }

    /// <summary>Fills whole blocks of lanes; returns how many numbers that were.</summary>
    internal static int LogBlocks<TLanes>(ReadOnlySpan<double> x, Span<double> result) where TLanes : struct, ILanes<TLanes>
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= x.Length - TLanes.Count; i += TLanes.Count)
        {
            TLanes block = TLanes.Load(in from, i);
            if (TLanes.AllWithin(block, SmallestNormal, double.MaxValue)) LogLanes(block).Store(ref to, i);
            else for (int j = i; j < i + TLanes.Count; j++) result[j] = Log(x[j]);
        }
        return i;
    }

    private static double LogRare(double x)
    {
        if (x == 0) return double.NegativeInfinity;
        if (!(x > 0)) return double.NaN;
        if (double.IsInfinity(x)) return x;
        double f = Binary64.Split(x * TwoTo54, out double k) - 1;
        return LogParts(k - 54, f, 0);
    }

    /// <summary>k ln 2 + ln(1 + f) + low for 1 + f in [0.7, 1.42] and a small low.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double LogParts(double k, double f, double low)
    {
        double s = f / (2 + f);
        double z = s * s, z2 = z * z;
        double p0 = 0.6666666666666734 + 0.3999999999941468 * z + z2 * (0.28571428742386507 + 0.22222198573336904 * z);
        double p4 = 0.18183564316972264 + 0.1531405080640592 * z + z2 * 0.14795947017696784;
        double half = 0.5 * f * f;
        double head = k * Ln2Head;
        double sum = head + f;
        double lost = head - sum + f;
        double small = s * (half + z * (p0 + z2 * z2 * p4)) + (k * Ln2Rest + low) - half;
        return sum + (lost + small);
    }

    /// <summary><see cref="Log(double)"/> of normal numbers, in lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes LogLanes<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes>
    {
        TLanes f = TLanes.Split(x, out TLanes k) - 1;
        TLanes s = f / (2 + f);
        TLanes z = s * s, z2 = z * z;
        TLanes p0 = 0.6666666666666734 + 0.3999999999941468 * z + z2 * (0.28571428742386507 + 0.22222198573336904 * z);
        TLanes p4 = 0.18183564316972264 + 0.1531405080640592 * z + z2 * 0.14795947017696784;
        TLanes half = 0.5 * f * f;
        TLanes head = k * Ln2Head;
        TLanes sum = head + f;
        TLanes lost = head - sum + f;
        TLanes small = s * (half + z * (p0 + z2 * z2 * p4)) + k * Ln2Rest - half;
        return sum + (lost + small);
    }
}
