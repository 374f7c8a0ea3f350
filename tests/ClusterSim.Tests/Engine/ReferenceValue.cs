using System.Globalization;
using System.Runtime.CompilerServices;

namespace ClusterSim.Tests.Engine;

/// <summary>A line of reproducible-reference.csv: what a function should give, to a ten-thousandth of an ulp.
/// <c>tools/reference-values.py</c> writes it.</summary>
internal readonly record struct ReferenceValue(string Function, double X, double Y, double Nearest, double Fraction)
{
    /// <summary>The distance of a result from the true value, in ulps of the true value.</summary>
    public double Ulps(double result)
    {
        double size = Math.Abs(Nearest);
        double ulps = Math.Abs((result - Nearest) / (Math.BitIncrement(size) - size) - Fraction);
        bool justBelowAPowerOfTwo = Math.Sign(Fraction) != Math.Sign(Nearest) && double.IsPow2(size) && double.IsNormal(size);
        return justBelowAPowerOfTwo ? 2 * ulps : ulps;
    }

    /// <summary>The distance as a share of the true value.</summary>
    public double Relative(double result) => Ulps(result) * (Math.BitIncrement(Math.Abs(Nearest)) / Math.Abs(Nearest) - 1);

    public static IReadOnlyList<ReferenceValue> Of(string function) => [.. All.Value.Where(value => value.Function == function)];

    private static readonly Lazy<List<ReferenceValue>> All = new(() =>
        [.. File.ReadLines(Path.Combine(Here(), "fixtures", "reproducible-reference.csv")).Skip(1).Select(Parse)]);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static ReferenceValue Parse(string line)
    {
        string[] fields = line.Split(',');
        double y = fields[2].Length > 0 ? Bits(fields[2]) : 0;
        return new(fields[0], Bits(fields[1]), y, Bits(fields[3]), double.Parse(fields[4], CultureInfo.InvariantCulture));
    }

    private static double Bits(string hex) =>
        BitConverter.UInt64BitsToDouble(ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
