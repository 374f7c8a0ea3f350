using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClusterSim.Model.Engine;

/// <summary>Functions whose result is the same bits on every machine: processors, their vector widths and browsers.
/// They are made of additions, multiplications, divisions, square roots and bit operations in a written order, each
/// rounded once as IEEE 754 prescribes; the platform's own transcendental functions are not, and differ.</summary>
/// <remarks>An ulp is the distance between neighbouring doubles at the true value. The errors promised with each
/// function are measured by its tests against references of 40 digits. The polynomials are minimax fits, printed by
/// <c>tools/polynomials.py</c>. Functions of spans take source and result of equal length, which may be the same
/// memory, and give in each place the bits of the function of one number.</remarks>
public static partial class Reproducible
{
    /// <summary>The probability of at least one event in a month: 1 - exp(-rate/12).</summary>
    /// <param name="annualRate">The hazard per year, 0 or more.</param>
    public static double PerMonth(double annualRate) => PerTick(annualRate, 1);

    /// <summary>The probability of at least one event in so many months: 1 - exp(-rate months/12).</summary>
    /// <param name="annualRate">The hazard per year, 0 or more.</param>
    /// <param name="months">The length of the step, in months.</param>
    public static double PerTick(double annualRate, int months) => -Expm1(-annualRate * months / 12);

    /// <summary>The sum in a fixed order: element i goes to lane i mod 8, each lane adds its elements first to last,
    /// and the eight lanes are folded in halves: (0+4, 1+5, 2+6, 3+7), then (0+2, 1+3), then 0+1. An empty sum is 0.</summary>
    public static double Sum(ReadOnlySpan<double> values) =>
        Vector512.IsHardwareAccelerated ? Sum<Lanes8>(values)
        : Vector256.IsHardwareAccelerated ? Sum<Lanes4>(values)
        : Vector128.IsHardwareAccelerated ? Sum<Lanes2>(values)
        : SumPlain(values);

    /// <summary>The plain twin of <see cref="Sum(ReadOnlySpan{double})"/>.</summary>
    internal static double SumPlain(ReadOnlySpan<double> values)
    {
        Span<double> lanes = stackalloc double[8];
        for (int i = 0; i < values.Length; i++) lanes[i & 7] += values[i];
        return Fold(lanes);
    }

    internal static double Sum<TLanes>(ReadOnlySpan<double> values) where TLanes : struct, ILanes<TLanes>
    {
        ref double start = ref MemoryMarshal.GetReference(values);
        int whole = values.Length & ~7;
        TLanes a = 0, b = 0, c = 0, d = 0;
        for (int i = 0; i < whole; i += 8)
        {
            a += TLanes.Load(in start, i);
            if (TLanes.Count < 8) b += TLanes.Load(in start, i + TLanes.Count);
            if (TLanes.Count < 4)
            {
                c += TLanes.Load(in start, i + 4);
                d += TLanes.Load(in start, i + 6);
            }
        }
        Span<double> lanes = stackalloc double[8];
        a.Store(ref lanes[0], 0);
        if (TLanes.Count < 8) b.Store(ref lanes[0], TLanes.Count);
        if (TLanes.Count < 4)
        {
            c.Store(ref lanes[0], 4);
            d.Store(ref lanes[0], 6);
        }
        for (int i = whole; i < values.Length; i++) lanes[i - whole] += values[i];
        return Fold(lanes);
    }

    private static double Fold(Span<double> lanes)
    {
        for (int half = 4; half > 0; half /= 2)
            for (int i = 0; i < half; i++) lanes[i] += lanes[i + half];
        return lanes[0];
    }

    private static void RequireEqualLengths(ReadOnlySpan<double> x, Span<double> result)
    {
        if (x.Length != result.Length)
            throw new ArgumentException($"the result holds {result.Length} numbers, allowed {x.Length}", nameof(result));
    }
}
