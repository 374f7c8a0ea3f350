using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClusterSim.Model.Engine;

/// <remarks>Two at once, written out: the interpreter of a browser does not see through a wrapper type, and is sixteen
/// times slower with one. The same steps as in the functions of one number, lane by lane.</remarks>
public static partial class Reproducible
{
    /// <summary>e^x of as many as fill whole pairs; returns how many that were.</summary>
    internal static int ExpPairs(ReadOnlySpan<double> x, Span<double> result)
    {
        ref double from = ref MemoryMarshal.GetReference(x), to = ref MemoryMarshal.GetReference(result);
        Vector128<double> one = Vector128.Create(1.0), integer = Vector128.Create(Binary64.IntegerShift);
        int i = 0;
        for (; i <= x.Length - 2; i += 2)
        {
            if (!(Math.Abs(x[i]) <= ExpSafe && Math.Abs(x[i + 1]) <= ExpSafe))
            {
                (result[i], result[i + 1]) = (Exp(x[i]), Exp(x[i + 1]));
                continue;
            }
            Vector128<double> pair = Vector128.LoadUnsafe(ref from, (nuint)i);
            Vector128<double> shifted = pair * Vector128.Create(InverseLn2) + integer;
            Vector128<double> n = shifted - integer;
            Vector128<double> head = pair - n * Vector128.Create(Ln2Head);
            Vector128<double> rest = n * Vector128.Create(Ln2Rest);
            Vector128<double> r = head - rest;
            Vector128<double> sum = one + r;
            Vector128<double> lost = one - sum + head - rest;
            Vector128<double> r2 = r * r, r4 = r2 * r2;
            Vector128<double> p0 = Vector128.Create(0.5) + Vector128.Create(0.16666666666666682) * r + r2 * (Vector128.Create(0.04166666666666672) + Vector128.Create(0.008333333333317119) * r);
            Vector128<double> p4 = Vector128.Create(0.0013888888888859263) + Vector128.Create(0.00019841269896269962) * r + r2 * (Vector128.Create(2.480158737253372e-05) + Vector128.Create(2.7557234919666093e-06) * r);
            Vector128<double> p8 = Vector128.Create(2.755723418886022e-07) + Vector128.Create(2.5112028843242715e-08) * r + r2 * Vector128.Create(2.0926727327338265e-09);
            Vector128<double> small = lost + r2 * (p0 + r4 * (p4 + r4 * p8));
            ((sum + small).AsUInt64() + (shifted.AsUInt64() << Binary64.FractionBits)).AsDouble().StoreUnsafe(ref to, (nuint)i);
        }
        return i;
    }

    /// <summary>The natural logarithm of as many as fill whole pairs; returns how many that were.</summary>
    internal static int LogPairs(ReadOnlySpan<double> x, Span<double> result)
    {
        ref double from = ref MemoryMarshal.GetReference(x), to = ref MemoryMarshal.GetReference(result);
        Vector128<double> one = Vector128.Create(1.0), two = Vector128.Create(2.0), oneHalf = Vector128.Create(0.5), bias = Vector128.Create(Binary64.IntegerBias);
        Vector128<ulong> origin = Vector128.Create(Binary64.FromSqrtHalfToOne), exponent = Vector128.Create(Binary64.IntegerExponent),
            mask = Vector128.Create(Binary64.FractionMask), sqrtHalf = Vector128.Create(Binary64.SqrtHalf);
        int i = 0;
        for (; i <= x.Length - 2; i += 2)
        {
            if (!(x[i] >= SmallestNormal && x[i] <= double.MaxValue && x[i + 1] >= SmallestNormal && x[i + 1] <= double.MaxValue))
            {
                (result[i], result[i + 1]) = (Log(x[i]), Log(x[i + 1]));
                continue;
            }
            Vector128<ulong> bits = Vector128.LoadUnsafe(ref from, (nuint)i).AsUInt64() + origin;
            Vector128<double> k = (bits >>> Binary64.FractionBits | exponent).AsDouble() - bias;
            Vector128<double> f = ((bits & mask) + sqrtHalf).AsDouble() - one;
            Vector128<double> s = f / (two + f);
            Vector128<double> z = s * s, z2 = z * z;
            Vector128<double> p0 = Vector128.Create(0.6666666666666734) + Vector128.Create(0.3999999999941468) * z + z2 * (Vector128.Create(0.28571428742386507) + Vector128.Create(0.22222198573336904) * z);
            Vector128<double> p4 = Vector128.Create(0.18183564316972264) + Vector128.Create(0.1531405080640592) * z + z2 * Vector128.Create(0.14795947017696784);
            Vector128<double> half = oneHalf * f * f;
            Vector128<double> head = k * Vector128.Create(Ln2Head);
            Vector128<double> sum = head + f;
            Vector128<double> lost = head - sum + f;
            Vector128<double> small = s * (half + z * (p0 + z2 * z2 * p4)) + k * Vector128.Create(Ln2Rest) - half;
            (sum + (lost + small)).StoreUnsafe(ref to, (nuint)i);
        }
        return i;
    }
}
