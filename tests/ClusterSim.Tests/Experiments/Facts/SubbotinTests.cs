using ClusterSim.Experiments.Facts;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

public sealed class SubbotinTests
{
    private const int Count = 4000;

    private static double Uniform(int i) => (i + 0.5) / Count;

    [TestCase(1)]
    [TestCase(3)]
    public void Shape_OfLaplaceQuantiles_IsOneWhateverTheWidth(double width)
    {
        double[] values = [.. Enumerable.Range(0, Count).Select(i => width * (Uniform(i) < 0.5 ? Math.Log(2 * Uniform(i)) : -Math.Log(2 - 2 * Uniform(i))))];
        Assert.That(Subbotin.Shape(values), Is.EqualTo(1).Within(0.01));
    }

    [Test]
    public void Shape_OfNormalQuantiles_IsTwo() =>
        Assert.That(Subbotin.Shape([.. Enumerable.Range(0, Count).Select(i => Normal.InvCDF(0, 1, Uniform(i)))]), Is.EqualTo(2).Within(0.02));

    [Test]
    public void Shape_OfQuantilesWithShapeAHalf_IsAHalf()
    {
        // |x|^b / b is Gamma(1 / b): its quantiles, with both signs.
        double[] half = [.. Enumerable.Range(0, Count / 2).Select(i => Math.Pow(0.5 * Gamma.InvCDF(2, 1, (i + 0.5) / (Count / 2)), 2))];
        Assert.That(Subbotin.Shape([.. half, .. half.Select(x => -x)]), Is.EqualTo(0.5).Within(0.01));
    }
}
