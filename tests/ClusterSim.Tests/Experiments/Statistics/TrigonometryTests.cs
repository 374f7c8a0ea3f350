using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

/// <summary>Sine and cosine against the platform's.</summary>
public sealed class TrigonometryTests
{
    [Test]
    public void SineAndCosine_OverAWideRange_AreThePlatformsTo14Digits()
    {
        for (int i = -20_000; i <= 20_000; i++)
            foreach (double x in new[] { i / 1_000.0, i * Math.PI / 4, i * 4.99 })
            {
                Assert.That(Trigonometry.Sin(x), Is.EqualTo(Math.Sin(x)).Within(1e-14), $"sin {x}");
                Assert.That(Trigonometry.Cos(x), Is.EqualTo(Math.Cos(x)).Within(1e-14), $"cos {x}");
            }
    }

    [TestCase(1e6)]
    [TestCase(double.NaN)]
    public void Sine_OfAnArgumentThatLosesDigits_IsRefused(double x) =>
        Assert.That(() => Trigonometry.Sin(x), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
