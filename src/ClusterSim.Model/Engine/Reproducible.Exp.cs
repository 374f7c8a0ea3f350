using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClusterSim.Model.Engine;

/// <remarks>e^x = 2^n e^r with n the nearest integer to x / ln 2 (Cody and Waite, Software Manual for the Elementary
/// Functions, 1980), and e^r = 1 + r + r^2 p(r), summed so that what 1 + r rounds off is not lost.</remarks>
public static partial class Reproducible
{
    private const double InverseLn2 = 1.4426950408889634;
    private const double Ln2Head = 0.6931471803691238; // 32 bits: its product with an exponent is exact
    private const double Ln2Rest = 1.9082149292705877e-10;

    /// <summary>Within these, e^x is a normal number.</summary>
    private const double ExpSafe = 708;

    /// <summary>e^x, within 0.6 ulp (1 where the result is subnormal); 0 below -745.14, infinite above 709.78.</summary>
    public static double Exp(double x)
    {
        if (!(Math.Abs(x) <= ExpSafe)) return ExpRare(x);
        double sum = ExpParts(x, 0, out double shifted, out double small);
        return Binary64.Scale(sum + small, shifted);
    }

    /// <summary>e^x - 1, within 1 ulp.</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) < 5e-17) return x;
        if (!(Math.Abs(x) < 40)) return x < 0 ? -1 : Exp(x);
        double sum = ExpParts(x, 0, out double shifted, out double small);
        double power = Binary64.Scale(1, shifted);
        double big = power * sum;
        double less = big - 1;
        double lost = big < 1 ? big - (less + 1) : big - less - 1;
        return less + (lost + power * small);
    }

    /// <summary>e^x of each number.</summary>
    public static void Exp(ReadOnlySpan<double> x, Span<double> result)
    {
        RequireEqualLengths(x, result);
        int done = Vector512.IsHardwareAccelerated ? ExpBlocks<Lanes8>(x, result)
            : Vector256.IsHardwareAccelerated ? ExpBlocks<Lanes4>(x, result)
            : Vector128.IsHardwareAccelerated ? ExpPairs(x, result)
            : 0;
        for (int i = done; i < x.Length; i++) result[i] = Exp(x[i]);
    }

    /// <summary>Fills whole blocks of lanes; returns how many numbers that were.</summary>
    internal static int ExpBlocks<TLanes>(ReadOnlySpan<double> x, Span<double> result) where TLanes : struct, ILanes<TLanes>
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= x.Length - TLanes.Count; i += TLanes.Count)
        {
            TLanes block = TLanes.Load(in from, i);
            if (TLanes.AllWithin(block, -ExpSafe, ExpSafe)) ExpLanes(block).Store(ref to, i);
            else for (int j = i; j < i + TLanes.Count; j++) result[j] = Exp(x[j]);
        }
        return i;
    }

    /// <summary>e^(x + low) for |low| below 1e-4, over the whole range.</summary>
    private static double ExpSum(double x, double low)
    {
        if (x > 710) return double.PositiveInfinity;
        if (x < -746) return 0;
        double sum = ExpParts(x, low, out double shifted, out double small);
        // Two steps, since 2^n itself may overflow or be subnormal where the product is not; only the second rounds.
        double n = shifted - Binary64.IntegerShift;
        double half = Math.Floor(n * 0.5);
        double scaled = Binary64.Scale(sum + small, half + Binary64.IntegerShift);
        return scaled * Binary64.Scale(1, n - half + Binary64.IntegerShift);
    }

    private static double ExpRare(double x) => double.IsNaN(x) ? x : ExpSum(x, 0);

    /// <summary>e^(x + low) = 2^n (sum + small) with sum + small in [0.7, 1.42], small far below sum, and
    /// shifted = n + <see cref="Binary64.IntegerShift"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpParts(double x, double low, out double shifted, out double small)
    {
        shifted = x * InverseLn2 + Binary64.IntegerShift;
        double n = shifted - Binary64.IntegerShift;
        double head = x - n * Ln2Head;
        double rest = n * Ln2Rest - low;
        double r = head - rest;
        double sum = 1 + r;
        double lost = 1 - sum + head - rest;
        double r2 = r * r, r4 = r2 * r2;
        double p0 = 0.5 + 0.16666666666666682 * r + r2 * (0.04166666666666672 + 0.008333333333317119 * r);
        double p4 = 0.0013888888888859263 + 0.00019841269896269962 * r + r2 * (2.480158737253372e-05 + 2.7557234919666093e-06 * r);
        double p8 = 2.755723418886022e-07 + 2.5112028843242715e-08 * r + r2 * 2.0926727327338265e-09;
        small = lost + r2 * (p0 + r4 * (p4 + r4 * p8));
        return sum;
    }

    /// <summary><see cref="ExpParts"/> with low = 0, put together, in lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ExpLanes<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes>
    {
        TLanes shifted = x * InverseLn2 + Binary64.IntegerShift;
        TLanes n = shifted - Binary64.IntegerShift;
        TLanes head = x - n * Ln2Head;
        TLanes rest = n * Ln2Rest;
        TLanes r = head - rest;
        TLanes sum = 1 + r;
        TLanes lost = 1 - sum + head - rest;
        TLanes r2 = r * r, r4 = r2 * r2;
        TLanes p0 = 0.5 + 0.16666666666666682 * r + r2 * (0.04166666666666672 + 0.008333333333317119 * r);
        TLanes p4 = 0.0013888888888859263 + 0.00019841269896269962 * r + r2 * (2.480158737253372e-05 + 2.7557234919666093e-06 * r);
        TLanes p8 = 2.755723418886022e-07 + 2.5112028843242715e-08 * r + r2 * 2.0926727327338265e-09;
        TLanes small = lost + r2 * (p0 + r4 * (p4 + r4 * p8));
        return TLanes.Scale(sum + small, shifted);
    }
}
