using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

/// <summary>Reproducible against values of 50 digits, over the whole range and thickest where it is hard.</summary>
public sealed class ReproducibleAccuracyTests
{
    [TestCase("exp", 0.9)]
    [TestCase("log", 0.9)]
    [TestCase("log1p", 2)]
    [TestCase("expm1", 2)]
    public void Function_OverTheWholeRange_IsWithinTheUlpsPromised(string function, double bound) =>
        AssertWithin(bound, "ulp", ReferenceValue.Of(function), (value, result) => value.Ulps(result));

    [Test]
    public void Pow_ModestExponent_IsWithinOneUlp() =>
        AssertWithin(1, "ulp", [.. ReferenceValue.Of("pow").Where(IsModest)], (value, result) => value.Ulps(result));

    [Test]
    public void Pow_LargeExponent_IsWithinOneUlp() =>
        AssertWithin(1, "ulp", [.. ReferenceValue.Of("pow").Where(value => !IsModest(value))], (value, result) => value.Ulps(result));

    [Test]
    public void NormalCdf_BothTails_IsWithinTheRelativeErrorPromised() =>
        AssertWithin(1e-14, "relative", [.. ReferenceValue.Of("cdf").Where(value => double.IsNormal(value.Nearest))],
            (value, result) => value.Relative(result));

    [Test]
    public void NormalCdf_SubnormalResult_IsWithinOneUlp() =>
        AssertWithin(1, "ulp", [.. ReferenceValue.Of("cdf").Where(value => double.IsSubnormal(value.Nearest))],
            (value, result) => value.Ulps(result));

    [Test]
    public void NormalQuantile_BothTails_IsWithinTheRelativeErrorPromised() =>
        AssertWithin(1e-14, "relative", ReferenceValue.Of("quantile"), (value, result) => value.Relative(result));

    [Test]
    public void Ulps_ResultsAroundTheTrueValue_AreMeasuredFromIt()
    {
        ReferenceValue value = new("exp", 0, 0, Nearest: 1.5, Fraction: 0.25);
        Assert.That(value.Ulps(1.5), Is.EqualTo(0.25));
        Assert.That(value.Ulps(Math.BitIncrement(1.5)), Is.EqualTo(0.75));
        Assert.That(value.Ulps(Math.BitDecrement(1.5)), Is.EqualTo(1.25));
        ReferenceValue below = new("exp", 0, 0, Nearest: 1, Fraction: -0.25);
        Assert.That(below.Ulps(1), Is.EqualTo(0.5), "below 1 the doubles lie twice as close");
    }

    private static bool IsModest(ReferenceValue value) => Math.Abs(Math.Log(value.Nearest)) <= 20;

    private static double Result(ReferenceValue value) => value.Function switch
    {
        "exp" => Reproducible.Exp(value.X),
        "log" => Reproducible.Log(value.X),
        "log1p" => Reproducible.Log1p(value.X),
        "expm1" => Reproducible.Expm1(value.X),
        "pow" => Reproducible.Pow(value.X, value.Y),
        "cdf" => Reproducible.NormalCdf(value.X),
        "quantile" => Reproducible.NormalQuantile(value.X),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.Function, "no such function"),
    };

    private static void AssertWithin(
        double bound, string unit, IReadOnlyList<ReferenceValue> values, Func<ReferenceValue, double, double> error)
    {
        Assert.That(values, Is.Not.Empty);
        double worst = -1;
        ReferenceValue where = default;
        foreach (ReferenceValue value in values)
        {
            double off = error(value, Result(value));
            if (off <= worst) continue;
            worst = off;
            where = value;
        }
        string report = $"{where.Function}: {values.Count} values, worst {worst:G4} {unit} at {where.X:R} {where.Y:R}";
        TestContext.Out.WriteLine(report);
        Assert.That(worst, Is.LessThanOrEqualTo(bound), report);
    }
}
