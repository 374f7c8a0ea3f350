using ClusterSim.Experiments.Detection;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Detection;

/// <summary>Ridge logistic regression, against cases that can be solved by hand.</summary>
public sealed class LogisticFitTests
{
    private static LogisticFit Two(int onesAtZero, int atZero, int onesAtOne, int atOne, double ridge)
    {
        double[][] rows = [.. Enumerable.Range(0, atZero + atOne).Select(i => new double[] { i < atZero ? 0 : 1 })];
        bool[] events = [.. Enumerable.Range(0, atZero + atOne).Select(i => i < atZero ? i < onesAtZero : i - atZero < onesAtOne)];
        return LogisticFit.Of(rows, events, [.. Enumerable.Range(0, rows.Length)], ridge);
    }

    [Test]
    public void Fit_OfTwoGroupsWithoutRidge_HasTheirLogOdds()
    {
        LogisticFit fit = Two(1, 4, 3, 4, ridge: 0);
        Assert.That(fit.Coefficients, Is.EqualTo(new[] { Math.Log(1 / 3.0), Math.Log(9) }).Within(1e-9));
    }

    [Test]
    public void StandardErrors_OfTwoGroups_AreThoseOfTheLogOddsRatio()
    {
        // Rows as their own groups, saturated model: the sandwich is the usual 1/a + 1/b + 1/c + 1/d.
        LogisticFit fit = Two(1, 4, 3, 4, ridge: 0);
        Assert.That(fit.StandardErrors[1], Is.EqualTo(Math.Sqrt(1 + 1 / 3.0 + 1 / 3.0 + 1)).Within(1e-9));
    }

    [Test]
    public void Fit_WithRidge_SolvesItsScoreEquations()
    {
        const double ridge = 2;
        LogisticFit fit = Two(2, 10, 7, 10, ridge);
        double p0 = WarningModel.Chance(fit.Coefficients[0]), p1 = WarningModel.Chance(fit.Coefficients[0] + fit.Coefficients[1]);
        Assert.That(10 * p0 + 10 * p1, Is.EqualTo(9).Within(1e-8), "the free intercept keeps the mean");
        Assert.That(7 - 10 * p1, Is.EqualTo(ridge * fit.Coefficients[1]).Within(1e-8));
        Assert.That(fit.Coefficients[1], Is.InRange(0.1, Math.Log(7 / 3.0 / (2 / 8.0))), "shrunk");
    }

    [Test]
    public void Fit_OfEventsThatAreSeparated_IsFiniteWithARidge() => Assert.That(Two(0, 5, 5, 5, ridge: 1).Coefficients, Has.All.InRange(-10.0, 10.0));

    [Test]
    public void Fit_WithoutEvents_IsRefused() => Assert.That(() => Two(0, 4, 0, 4, ridge: 1), Throws.ArgumentException);

    [Test]
    public void Terms_ThatAreUnknownOrBeyond_CountAsMeanOrEnd()
    {
        var term = new WarningTerm("x", "1", Mean: 2, Deviation: 0.5, Low: 1, High: 3, Coefficient: 4, StandardError: 0);
        Assert.That(new[] { term.Part(double.NaN), term.Part(2.5), term.Part(9), term.Part(-9) }, Is.EqualTo(new[] { 0, 4.0, 8, -8 }));
        Assert.That((term.IsBeyond(9), term.IsBeyond(3), term.IsBeyond(double.NaN)), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void Fit_OfAColumnThatNeverVaries_GivesItNothing()
    {
        double[][] rows = [.. Enumerable.Range(0, 40).Select(i => new[] { i % 2, 7.0 })];
        bool[] events = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 1 ? i % 3 == 0 : i % 10 == 0)];
        WarningModel model = WarningFit.Of("m", "", [new("a", "1", "a"), new("b", "1", "b")], rows, events, [.. Enumerable.Range(0, 40)], 1);
        Assert.That((model.Terms[1].Coefficient, model.Terms[1].StandardError), Is.EqualTo((0.0, 0.0)));
        Assert.That(model.Terms[0].Coefficient, Is.GreaterThan(0));
    }
}
