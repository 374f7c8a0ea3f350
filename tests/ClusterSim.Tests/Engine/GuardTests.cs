using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

public sealed class GuardTests
{
    [TestCase(0)]
    [TestCase(-1.5)]
    [TestCase(double.Epsilon)]
    [TestCase(double.MaxValue)]
    public void Finite_OfANumber_IsTheNumber(double value) => Assert.That(Guard.Finite(value, "x"), Is.EqualTo(value));

    [TestCase(double.NaN, "not a number")]
    [TestCase(double.PositiveInfinity, "= infinity")]
    [TestCase(double.NegativeInfinity, "minus infinity")]
    public void Finite_OfNoNumber_SaysWhatAndWhich(double value, string word) =>
        Assert.That(() => Guard.Finite(value, "spin-offs.hazard"), Throws.TypeOf<ArgumentOutOfRangeException>()
            .With.Message.Contains("spin-offs.hazard").And.Message.Contains(word).And.Message.Contains("finite numbers"));
}
