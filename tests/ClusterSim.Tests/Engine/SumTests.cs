using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

/// <summary>The fixed order in which <see cref="Reproducible.Sum(ReadOnlySpan{double})"/> adds.</summary>
public sealed class SumTests
{
    private const double Big = 1e16; // the next double is 2 away: 1 is lost beside it

    [Test]
    public void Sum_OfNothing_IsZero() => Assert.That(Reproducible.Sum([]), Is.Zero);

    [Test]
    public void Sum_OfOneToHundred_IsExact() => Assert.That(Reproducible.Sum([.. Enumerable.Range(1, 100).Select(i => (double)i)]), Is.EqualTo(5050));

    [Test]
    public void Sum_OfOneLane_AddsFirstToLast()
    {
        double[] values = new double[24];
        (values[0], values[8], values[16]) = (Big, 1, -Big);
        Assert.That(Reproducible.Sum(values), Is.Zero, "big + 1 - big");
        (values[0], values[8], values[16]) = (Big, -Big, 1);
        Assert.That(Reproducible.Sum(values), Is.EqualTo(1), "big - big + 1");
    }

    // Lanes are folded 0+4, 1+5, 2+6, 3+7, then 0+2, 1+3, then 0+1: which lanes meet first decides whether the 1 survives.
    [TestCase(0, 4, 2, 1)]
    [TestCase(0, 2, 4, 0)]
    [TestCase(1, 5, 3, 1)]
    [TestCase(1, 3, 5, 0)]
    [TestCase(0, 2, 1, 1)]
    [TestCase(0, 1, 2, 0)]
    [TestCase(3, 7, 0, 1)]
    [TestCase(2, 6, 0, 1)]
    public void Sum_OfThreeLanes_FoldsThemInHalves(int plus, int minus, int one, double expected)
    {
        double[] values = new double[8];
        (values[plus], values[minus], values[one]) = (Big, -Big, 1);
        Assert.That(Reproducible.Sum(values), Is.EqualTo(expected));
    }

    [Test]
    public void Sum_OfEveryWidthAndLength_GivesTheBitsOfThePlain()
    {
        Draws draws = Worlds.DrawsOf("sum", 0);
        for (int length = 0; length <= 70; length++)
        {
            double[] values = [.. Enumerable.Range(0, length).Select(i => draws.Normal((ulong)i) * Math.Pow(10, i % 17 - 8))];
            double plain = Reproducible.SumPlain(values);
            Assert.That(new[] { Reproducible.Sum(values), Reproducible.Sum<Lanes2>(values), Reproducible.Sum<Lanes4>(values), Reproducible.Sum<Lanes8>(values) },
                Has.All.EqualTo(plain), $"{length} numbers");
        }
    }

    [Test]
    public void Sum_OfATail_GoesOnInTheLanes()
    {
        double[] values = new double[11];
        (values[2], values[10], values[6]) = (Big, -Big, 1);
        Assert.That(Reproducible.Sum(values), Is.EqualTo(1), "the eleventh number belongs to lane 2");
    }
}
