using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

/// <summary>What browsers and older processors compute two at a time is what one at a time gives, to the last bit.</summary>
public sealed class ReproduciblePairsTests
{
    private static readonly double[] Corners =
        [0, -0.0, 1, -1, 0.5, double.Epsilon, 2.2250738585072014e-308, 709.9, -745.2, 708, -708, 708.0000001, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue];

    [TestCase(-700, 700)]
    [TestCase(-2, 2)]
    [TestCase(1e-300, 1e300)]
    public void ExpAndLog_InPairs_AreThoseOfOneNumber(double low, double high)
    {
        var draws = new Draws(5, 7, 0);
        double[] x = [.. Corners.SelectMany(corner => new[] { corner, 1.5, 2.5, corner }), .. Enumerable.Range(0, 4001).Select(i => low + (high - low) * draws.Uniform((ulong)i))];
        double[] exp = new double[x.Length], log = new double[x.Length];
        Assert.That(Reproducible.ExpPairs(x, exp), Is.EqualTo(x.Length / 2 * 2));
        Assert.That(Reproducible.LogPairs(x, log), Is.EqualTo(x.Length / 2 * 2));
        for (int i = 0; i < x.Length / 2 * 2; i++)
        {
            Assert.That(BitConverter.DoubleToInt64Bits(exp[i]), Is.EqualTo(BitConverter.DoubleToInt64Bits(Reproducible.Exp(x[i]))), $"exp {x[i]:R}");
            Assert.That(BitConverter.DoubleToInt64Bits(log[i]), Is.EqualTo(BitConverter.DoubleToInt64Bits(Reproducible.Log(x[i]))), $"log {x[i]:R}");
        }
    }
}
