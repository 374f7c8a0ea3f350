using ClusterSim.Reporting.Figures;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting.Figures;

/// <summary>The product-limit estimate against a reckoning by hand.</summary>
public sealed class KaplanMeierTests
{
    [Test]
    public void Survival_OfFiveFirms_IsTheProductByHand()
    {
        // Closed at 1, alive at 2, two closed at 3, alive at 5: 4/5, then 4/5 x 1/3.
        SurvivalCurve curve = KaplanMeier.Estimate("spin-off", [new(3, true), new(1, true), new(5, false), new(2, false), new(3, true)]);
        Assert.That(curve.Ages, Is.EqualTo(new double[] { 0, 1, 3 }));
        Assert.That(curve.Surviving, Is.EqualTo(new[] { 1, 0.8, 0.8 / 3 }).Within(1e-12));
        Assert.That(curve.AtRisk, Is.EqualTo(new[] { 5, 5, 3 }));
        Assert.That(new double[] { 0, 1, 1.5, 3, 4, 6 }.Select(curve.Observed), Is.EqualTo(new[] { 5, 5, 4, 3, 1, 0 }));
        Assert.That(curve.LastAge, Is.EqualTo(5));
    }

    [TestCase(-1)]
    [TestCase(double.NaN)]
    public void Life_ThatIsNoLength_IsRefused(double years) =>
        Assert.That(() => KaplanMeier.Estimate("spin-off", [new(years, true)]), Throws.ArgumentException.With.Message.Contains("spin-off"));
}
