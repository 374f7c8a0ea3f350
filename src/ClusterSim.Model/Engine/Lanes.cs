using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

[assembly: InternalsVisibleTo("ClusterSim.Tests")]

namespace ClusterSim.Model.Engine;

/// <summary>A few doubles handled at once: what a formula needs in order to be written once for every vector width.
/// Each operation acts on each lane alone and rounds as the scalar one does, so the bits do not depend on the width.
/// Estimates and fused operations are left out on purpose.</summary>
internal interface ILanes<TSelf> where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }
    static abstract TSelf Load(ref readonly double start, int at);
    void Store(ref double start, int at);

    /// <summary>The same number in every lane.</summary>
    static abstract implicit operator TSelf(double value);

    static abstract TSelf operator +(TSelf a, TSelf b);
    static abstract TSelf operator -(TSelf a, TSelf b);
    static abstract TSelf operator *(TSelf a, TSelf b);
    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>True if every lane lies in [low, high]; false if any is NaN.</summary>
    static abstract bool AllWithin(TSelf x, double low, double high);

    /// <summary>As <see cref="Binary64.Scale"/>.</summary>
    static abstract TSelf Scale(TSelf x, TSelf shifted);

    /// <summary>As <see cref="Binary64.Split"/>.</summary>
    static abstract TSelf Split(TSelf x, out TSelf exponent);
}

/// <summary>The format of a double, taken apart: sign, 11 bits of exponent, 52 of fraction (IEEE 754 binary64).</summary>
internal static class Binary64
{
    /// <summary>Added to |n| below 2^51, it leaves the nearest integer to n in the low bits of the sum.</summary>
    public const double IntegerShift = 6755399441055744; // 1.5 * 2^52

    public const int FractionBits = 52;
    public const ulong FractionMask = (1UL << FractionBits) - 1;
    public const ulong SqrtHalf = 0x3FE6A09E667F3BCD;
    public const ulong FromSqrtHalfToOne = 0x3FF0000000000000 - SqrtHalf;
    public const ulong IntegerExponent = 0x4330000000000000; // read as double: 2^52 + fraction
    public const double IntegerBias = 4503599627370496 + 1023;

    /// <summary>x times 2^n where shifted = n + <see cref="IntegerShift"/>; x and the product must be normal.</summary>
    public static double Scale(double x, double shifted) => BitConverter.UInt64BitsToDouble(
        BitConverter.DoubleToUInt64Bits(x) + (BitConverter.DoubleToUInt64Bits(shifted) << FractionBits));

    /// <summary>The m in [sqrt(1/2), sqrt(2)) with x = m 2^exponent, for a positive normal x.</summary>
    public static double Split(double x, out double exponent)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x) + FromSqrtHalfToOne;
        exponent = BitConverter.UInt64BitsToDouble(bits >> FractionBits | IntegerExponent) - IntegerBias;
        return BitConverter.UInt64BitsToDouble((bits & FractionMask) + SqrtHalf);
    }

    /// <summary>x cut to 26 significant bits: the product of two heads is exact.</summary>
    public static double Head(double x) =>
        BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(x) & 0xFFFFFFFFF8000000);
}

/// <summary>Two lanes.</summary>
internal readonly struct Lanes2(Vector128<double> lanes) : ILanes<Lanes2>
{
    private readonly Vector128<double> _lanes = lanes;

    public static int Count => 2;
    public static Lanes2 Load(ref readonly double start, int at) => new(Vector128.LoadUnsafe(in start, (nuint)at));
    public void Store(ref double start, int at) => _lanes.StoreUnsafe(ref start, (nuint)at);
    public static implicit operator Lanes2(double value) => new(Vector128.Create(value));
    public static Lanes2 operator +(Lanes2 a, Lanes2 b) => new(a._lanes + b._lanes);
    public static Lanes2 operator -(Lanes2 a, Lanes2 b) => new(a._lanes - b._lanes);
    public static Lanes2 operator *(Lanes2 a, Lanes2 b) => new(a._lanes * b._lanes);
    public static Lanes2 operator /(Lanes2 a, Lanes2 b) => new(a._lanes / b._lanes);

    public static bool AllWithin(Lanes2 x, double low, double high) =>
        Vector128.GreaterThanOrEqualAll(x._lanes, Vector128.Create(low))
        && Vector128.LessThanOrEqualAll(x._lanes, Vector128.Create(high));

    public static Lanes2 Scale(Lanes2 x, Lanes2 shifted) =>
        new((x._lanes.AsUInt64() + (shifted._lanes.AsUInt64() << Binary64.FractionBits)).AsDouble());

    public static Lanes2 Split(Lanes2 x, out Lanes2 exponent)
    {
        Vector128<ulong> bits = x._lanes.AsUInt64() + Vector128.Create(Binary64.FromSqrtHalfToOne);
        Vector128<ulong> integer = bits >>> Binary64.FractionBits | Vector128.Create(Binary64.IntegerExponent);
        exponent = new(integer.AsDouble() - Vector128.Create(Binary64.IntegerBias));
        Vector128<ulong> fraction = bits & Vector128.Create(Binary64.FractionMask);
        return new((fraction + Vector128.Create(Binary64.SqrtHalf)).AsDouble());
    }
}

/// <summary>Four lanes.</summary>
internal readonly struct Lanes4(Vector256<double> lanes) : ILanes<Lanes4>
{
    private readonly Vector256<double> _lanes = lanes;

    public static int Count => 4;
    public static Lanes4 Load(ref readonly double start, int at) => new(Vector256.LoadUnsafe(in start, (nuint)at));
    public void Store(ref double start, int at) => _lanes.StoreUnsafe(ref start, (nuint)at);
    public static implicit operator Lanes4(double value) => new(Vector256.Create(value));
    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a._lanes + b._lanes);
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a._lanes - b._lanes);
    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new(a._lanes * b._lanes);
    public static Lanes4 operator /(Lanes4 a, Lanes4 b) => new(a._lanes / b._lanes);

    public static bool AllWithin(Lanes4 x, double low, double high) =>
        Vector256.GreaterThanOrEqualAll(x._lanes, Vector256.Create(low))
        && Vector256.LessThanOrEqualAll(x._lanes, Vector256.Create(high));

    public static Lanes4 Scale(Lanes4 x, Lanes4 shifted) =>
        new((x._lanes.AsUInt64() + (shifted._lanes.AsUInt64() << Binary64.FractionBits)).AsDouble());

    public static Lanes4 Split(Lanes4 x, out Lanes4 exponent)
    {
        Vector256<ulong> bits = x._lanes.AsUInt64() + Vector256.Create(Binary64.FromSqrtHalfToOne);
        Vector256<ulong> integer = bits >>> Binary64.FractionBits | Vector256.Create(Binary64.IntegerExponent);
        exponent = new(integer.AsDouble() - Vector256.Create(Binary64.IntegerBias));
        Vector256<ulong> fraction = bits & Vector256.Create(Binary64.FractionMask);
        return new((fraction + Vector256.Create(Binary64.SqrtHalf)).AsDouble());
    }
}

/// <summary>Eight lanes.</summary>
internal readonly struct Lanes8(Vector512<double> lanes) : ILanes<Lanes8>
{
    private readonly Vector512<double> _lanes = lanes;

    public static int Count => 8;
    public static Lanes8 Load(ref readonly double start, int at) => new(Vector512.LoadUnsafe(in start, (nuint)at));
    public void Store(ref double start, int at) => _lanes.StoreUnsafe(ref start, (nuint)at);
    public static implicit operator Lanes8(double value) => new(Vector512.Create(value));
    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new(a._lanes + b._lanes);
    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new(a._lanes - b._lanes);
    public static Lanes8 operator *(Lanes8 a, Lanes8 b) => new(a._lanes * b._lanes);
    public static Lanes8 operator /(Lanes8 a, Lanes8 b) => new(a._lanes / b._lanes);

    public static bool AllWithin(Lanes8 x, double low, double high) =>
        Vector512.GreaterThanOrEqualAll(x._lanes, Vector512.Create(low))
        && Vector512.LessThanOrEqualAll(x._lanes, Vector512.Create(high));

    public static Lanes8 Scale(Lanes8 x, Lanes8 shifted) =>
        new((x._lanes.AsUInt64() + (shifted._lanes.AsUInt64() << Binary64.FractionBits)).AsDouble());

    public static Lanes8 Split(Lanes8 x, out Lanes8 exponent)
    {
        Vector512<ulong> bits = x._lanes.AsUInt64() + Vector512.Create(Binary64.FromSqrtHalfToOne);
        Vector512<ulong> integer = bits >>> Binary64.FractionBits | Vector512.Create(Binary64.IntegerExponent);
        exponent = new(integer.AsDouble() - Vector512.Create(Binary64.IntegerBias));
        Vector512<ulong> fraction = bits & Vector512.Create(Binary64.FractionMask);
        return new((fraction + Vector512.Create(Binary64.SqrtHalf)).AsDouble());
    }
}
