using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

public sealed class TickLengthTests
{
    private static readonly TickLength Month = new(1), Quarter = new(3);

    [Test]
    public void AMonth_ChangesNothing([Values(0, 1e-9, 0.025, 1.0 / 3, 0.98, 1)] double monthly)
    {
        Assert.That(Month.Share(monthly), Is.EqualTo(monthly));
        Assert.That(Month.Kept(monthly), Is.EqualTo(monthly));
        Assert.That(Month.Spread(monthly), Is.EqualTo(monthly));
        Assert.That(Month.Sum(monthly), Is.EqualTo(1));
        Assert.That(Month.Divisor(12 + monthly), Is.EqualTo(12 + monthly));
        Assert.That(Month.Chance(monthly), Is.EqualTo(Reproducible.PerMonth(monthly)));
    }

    [Test]
    public void AQuarter_CompoundsThreeMonths()
    {
        Assert.That(Quarter.Chance(1.2), Is.EqualTo(1 - Math.Exp(-0.3)).Within(1e-14));
        Assert.That(Quarter.Share(0.1), Is.EqualTo(0.271).Within(1e-14));
        Assert.That(Quarter.Kept(0.9), Is.EqualTo(0.729).Within(1e-14));
        Assert.That(Quarter.Divisor(2), Is.EqualTo(8.0 / 7).Within(1e-14)); // half of a gap a month leaves an eighth
        Assert.That(Quarter.Sum(0.5), Is.EqualTo(1.75));
        Assert.That(Quarter.Spread(0.02), Is.EqualTo(0.02 * Math.Sqrt(3)).Within(1e-15));
    }

    [Test]
    public void AQuarter_HasTheSurvivalOfThreeMonths([Values(0.01, 0.4, 3, 12)] double annualRate)
    {
        double month = 1 - Month.Chance(annualRate);
        Assert.That(1 - Quarter.Chance(annualRate), Is.EqualTo(month * month * month).Within(1e-14));
        Assert.That(Quarter.Share(Month.Chance(annualRate)), Is.EqualTo(Quarter.Chance(annualRate)).Within(1e-14));
    }

    // With a half: in all three months with 1/8, in two at least with 4/8, in one at least with 7/8.
    [TestCase(0.124, 3)]
    [TestCase(0.126, 2)]
    [TestCase(0.499, 2)]
    [TestCase(0.501, 1)]
    [TestCase(0.874, 1)]
    [TestCase(0.876, 0)]
    public void Times_OfAQuarter_AreBinomial(double uniform, int times)
    {
        Assert.That(Quarter.Times(uniform, 0.5), Is.EqualTo(times));
        Assert.That(Month.Times(uniform, 0.5), Is.EqualTo(uniform < 0.5 ? 1 : 0));
    }

    [Test]
    public void Times_OfTheImpossibleAndTheCertain_AreNoneAndAll()
    {
        Assert.That((Quarter.Times(1e-16, 0), Quarter.Times(0.999, 1), Month.Times(1e-16, 0), Month.Times(0.999, 1)), Is.EqualTo((0, 3, 0, 1)));
    }

    [Test]
    public void Times_AreNoneExactlyWhereTheChanceSaysSo([Range(0.05, 0.95, 0.1)] double uniform)
    {
        foreach (double monthly in new[] { 0.001, 0.03, 0.2, 0.7 })
            Assert.That(Quarter.Times(uniform, monthly) > 0, Is.EqualTo(uniform < Quarter.Share(monthly)), $"{monthly}");
    }

    [Test]
    public void InMonth_TheFirst_IsTheTicksOwnAndTheOthersAreNot()
    {
        var draws = new Draws(5, "trade", 9);
        Assert.That(draws.InMonth(0).Bits(1), Is.EqualTo(draws.Bits(1)));
        Assert.That(new[] { draws.Bits(1), draws.InMonth(1).Bits(1), draws.InMonth(2).Bits(1) }, Is.Unique);
    }
}
