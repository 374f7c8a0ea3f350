using ClusterSim.Experiments.Designs;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Designs;

/// <summary>Places between 0 and 1 and the values they stand for.</summary>
public sealed class FactorTests
{
    private static readonly Factor[] Factors =
    [
        new ContinuousFactor("rate", 0.02, 0.08), new WholeFactor("regions", -2, 4), new LevelFactor("contact", ["0.6", "1.2", "1.8"]), new LevelFactor("rule", ["open", "closed"]),
    ];

    [Test]
    public void Value_WrittenAndReadBack_IsTheSame() =>
        Gen.Select(Gen.Int[0, Factors.Length - 1], Gen.Double[0, 1]).Sample((which, unit) =>
        {
            string text = Factors[which].TextAt(unit);
            return Factors[which].TryPlace(text, out double place) && place is >= -1e-12 and <= 1 + 1e-12
                && Factors[which].TextAt(Math.Clamp(place, 0, 1)) is string again && (again == text || Math.Abs(double.Parse(again, null) - double.Parse(text, null)) < 1e-15);
        }, seed: "0000KmMBFvY3", iter: 500);

    [Test]
    public void Cells_OfWholeNumbersAndLevels_AreEqual()
    {
        foreach (Factor factor in Factors.Where(factor => factor.Count > 0))
        {
            int[] counts = [.. Enumerable.Range(0, 2100).Select(i => factor.TextAt((i + 0.5) / 2100)).CountBy(text => text).Select(each => each.Value)];
            Assert.That(counts, Has.Length.EqualTo(factor.Count).And.All.EqualTo(2100 / factor.Count), factor.Name);
        }
    }

    [TestCase(0, "0.09")]
    [TestCase(0, "abc")]
    [TestCase(0, "NaN")]
    [TestCase(1, "1.5")]
    [TestCase(1, "5")]
    [TestCase(2, "0.7")]
    [TestCase(3, "shut")]
    public void Value_ThatIsNotAllowed_HasNoPlace(int which, string text) => Assert.That(Factors[which].TryPlace(text, out _), Is.False);

    [Test]
    public void Levels_ByTheirValues_AreOrderedOrNot() =>
        Assert.That(Factors.Select(factor => factor.IsOrdered), Is.EqualTo(new[] { true, true, true, false }));

    [Test]
    public void Levels_WrittenInAnotherWay_AreTheSameNumber() => Assert.That(Factors[2].TryPlace("1.20", out double place) ? place : -1, Is.EqualTo(0.5));
}
