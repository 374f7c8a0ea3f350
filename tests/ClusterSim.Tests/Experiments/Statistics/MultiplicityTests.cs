using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class MultiplicityTests
{
    private static readonly double?[] P = [0.001, 0.008, 0.012, 0.03, 0.041, 0.2, 0.74];

    [Test]
    public void Holm_OfSevenValues_IsTheKnownAnswer() =>
        Assert.That(Multiplicity.Holm(P), Is.EqualTo(new[] { 0.007, 0.048, 0.06, 0.12, 0.123, 0.4, 0.74 }).Within(1e-12));

    [Test]
    public void BenjaminiHochberg_OfSevenValues_IsTheKnownAnswer() =>
        Assert.That(Multiplicity.BenjaminiHochberg(P), Is.EqualTo(new[] { 0.007, 0.028, 0.028, 0.0525, 0.0574, 0.7 / 3, 0.74 }).Within(1e-12));

    [Test]
    public void Adjusted_InAnotherOrderWithOneThatTakesNoPart_KeepsPlacesAndCountsItNot()
    {
        double?[] mixed = [0.74, null, 0.001, 0.2, 0.008, 0.041, 0.012, 0.03];
        Assert.That(Multiplicity.Holm(mixed), Is.EqualTo(new double?[] { 0.74, null, 0.007, 0.4, 0.048, 0.123, 0.06, 0.12 }).Using<double?>(Near));
        Assert.That(Multiplicity.BenjaminiHochberg(mixed)[1], Is.Null);
        Assert.That(Multiplicity.Holm([null]), Is.EqualTo(new double?[] { null }));
    }

    [Test]
    public void Holm_OfLargeValues_StaysAtOne() => Assert.That(Multiplicity.Holm([0.6, 0.9]), Is.EqualTo(new[] { 1.0, 1.0 }));

    private static bool Near(double? a, double? b) => a is double one && b is double other ? Math.Abs(one - other) < 1e-12 : a is null && b is null;
}
