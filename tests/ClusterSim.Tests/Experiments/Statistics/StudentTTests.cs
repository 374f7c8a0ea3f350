using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class StudentTTests
{
    // Published tables, six decimals where the expansion takes over.
    [TestCase(1, 12.7062)]
    [TestCase(2, 4.3027)]
    [TestCase(5, 2.5706)]
    [TestCase(9, 2.2622)]
    [TestCase(10, 2.228139)]
    [TestCase(11, 2.200985)]
    [TestCase(12, 2.178813)]
    [TestCase(15, 2.131450)]
    [TestCase(20, 2.085963)]
    [TestCase(30, 2.042272)]
    [TestCase(60, 2.000298)]
    [TestCase(120, 1.979930)]
    [TestCase(1_000_000, 1.959966)]
    public void Quantile975_OfSoManyDegrees_IsThatOfTheTables(int freedom, double expected) =>
        Assert.That(StudentT.Quantile975(freedom), Is.EqualTo(expected).Within(5.1e-5));

    [Test]
    public void Quantile975_OfMoreDegrees_IsSmallerAndWithoutAnyInfinite()
    {
        double[] quantiles = [.. Enumerable.Range(0, 300).Select(StudentT.Quantile975)];
        Assert.That(quantiles, Is.Ordered.Descending);
        Assert.That(quantiles[0], Is.EqualTo(double.PositiveInfinity));
    }
}
