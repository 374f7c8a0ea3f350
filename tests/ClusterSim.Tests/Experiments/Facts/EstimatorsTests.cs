using ClusterSim.Experiments.Facts;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

public sealed class EstimatorsTests
{
    [Test]
    public void Slope_OfFourPoints_IsLeastSquares() =>
        // Deviations from 2.5 and 4: (-1.5)(-2) + (-0.5)(0) + (0.5)(-1) + (1.5)(3) = 7 over squares of 5.
        Assert.That(Estimators.Slope([1, 2, 3, 4], [2, 4, 3, 7]), Is.EqualTo(7.0 / 5).Within(1e-15));

    [Test]
    public void Estimators_WithNothingToEstimateFrom_AreMissing()
    {
        Assert.That(Estimators.Slope([2, 2], [1, 3]), Is.NaN);
        Assert.That(Estimators.Ratio(3, 0), Is.NaN);
        Assert.That(Estimators.Mean([]), Is.NaN);
        Assert.That(Estimators.TailExponent(new double[19]), Is.NaN, "fewer than twenty");
    }

    [TestCase(0.8)]
    [TestCase(1.3)]
    public void TailExponent_OfAPowerLawInRankLessOneHalf_IsItsExponent(double exponent)
    {
        double[] sizes = [.. Enumerable.Range(1, 40).Select(rank => 500 * Math.Pow(rank - 0.5, -1 / exponent))];
        Assert.That(Estimators.TailExponent([.. sizes.OrderBy(size => Math.Sin(size))]), Is.EqualTo(exponent).Within(1e-9), "in whatever order they come");
    }
}
