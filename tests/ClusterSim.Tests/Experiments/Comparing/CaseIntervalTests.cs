using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Comparing;

/// <summary>The numbers that a claim is judged by.</summary>
public sealed class CaseIntervalTests
{
    private static Judgement Judge(double[] values, double[] control, Against against, string sign, double mark)
    {
        var expectation = new Expectation("it is so", "cluster", "", 240, null, against, sign, mark, true, 1);
        var scenario = new Scenario { Name = "made", File = "made.yaml", Configuration = Made.Small, Expectations = [expectation] };
        return CaseJudge.Judge(scenario, Made.Probes(values, control)).Single();
    }

    private static double[] Share(int hits, int count) => [.. Enumerable.Range(0, count).Select(i => i < hits ? 1.0 : 0)];

    private static double[] Even(int count, double low, double high) => [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? low : high)];

    [TestCase(">=", 0.74, false, "the interval reaches beyond the mark")]
    [TestCase(">", 0.74, false, "")]
    [TestCase("<=", 0.74, false, "the interval reaches beyond the mark")]
    [TestCase("<", 0.74, false, "")]
    [TestCase(">=", 0.6, true, "")]
    [TestCase(">=", 0.61, false, "the interval reaches beyond the mark")]
    public void Judge_OfAShare_TakesWilsonAndTheOperator(string sign, double mark, bool pass, string note)
    {
        Judgement judged = Judge(Share(37, 50), new double[50], Against.None, sign, mark);
        Assert.That((judged.Value, judged.Pass, judged.Note, judged.Count), Is.EqualTo((0.74, pass, note, 50)));
        Assert.That(judged.Interval.Low, Is.EqualTo(0.60447).Within(6e-6));
        Assert.That(judged.Interval.High, Is.EqualTo(0.84128).Within(6e-6));
    }

    [Test]
    public void Judge_OfANumber_TakesStudentsInterval()
    {
        Judgement judged = Judge(Even(30, 4, 6), new double[30], Against.None, ">=", 5);
        double half = 2.045230 * Math.Sqrt(30.0 / 29 / 30);
        Assert.That(judged.Value, Is.EqualTo(5));
        Assert.That(judged.Interval.Low, Is.EqualTo(5 - half).Within(1e-5));
    }

    [Test]
    public void Judge_OfTheControl_LooksAtTheControlAlone() =>
        Assert.That(Judge(Share(50, 50), Share(10, 50), Against.Control, "<=", 0.3).Value, Is.EqualTo(0.2));

    [Test]
    public void Judge_OfADifference_IsPaired()
    {
        // The pairs differ by 2 and by 3 in turn, however far the histories lie apart.
        double[] control = [.. Enumerable.Range(0, 20).Select(i => 100.0 * i)], values = [.. control.Select((value, i) => value + 2 + i % 2)];
        Judgement judged = Judge(values, control, Against.ControlDifference, ">=", 2);
        Assert.That(judged.Value, Is.EqualTo(2.5).Within(1e-12));
        Assert.That(judged.Interval.HalfWidth, Is.EqualTo(StudentT.Quantile975(19) * Math.Sqrt(5.0 / 19 / 20)).Within(1e-9));
    }

    [Test]
    public void Judge_OfARatio_IsFiellersInterval()
    {
        // Means 12 and 4; the ends are the roots of (R below - above)^2 = t^2 (R^2 vb + va).
        double[] values = Even(40, 9, 15), control = Even(40, 2, 6);
        Judgement judged = Judge(values, control, Against.ControlRatio, ">=", 2);
        double t = StudentT.Quantile975(39), va = 9.0 / 39, vb = 4.0 / 39, a = 16 - t * t * vb, b = -2 * 48, c = 144 - t * t * va, root = Math.Sqrt(b * b - 4 * a * c);
        Assert.That(judged.Value, Is.EqualTo(3));
        Assert.That(judged.Interval.Low, Is.EqualTo((-b - root) / (2 * a)).Within(1e-12));
        Assert.That(judged.Interval.High, Is.EqualTo((-b + root) / (2 * a)).Within(1e-12));
        Assert.That(judged.Interval.High - 3, Is.GreaterThan(3 - judged.Interval.Low), "longer above");
    }

    [Test]
    public void Judge_OfARatioToWhatMayBeZero_IsNotEstimable()
    {
        // Twelve events, one of which is as large as all others together twenty times over: the mean's interval holds 0.
        double[] control = [.. Share(12, 50)];
        control[0] = 220;
        Judgement judged = Judge(Even(50, 400, 500), control, Against.ControlRatio, ">=", 1);
        Assert.That((judged.Value, judged.Pass, judged.Note), Is.EqualTo((double.NaN, false, "not estimable: the control's interval holds 0")));
    }
}
