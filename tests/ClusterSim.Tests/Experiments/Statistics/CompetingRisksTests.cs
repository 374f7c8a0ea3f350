using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class CompetingRisksTests
{
    private static readonly CompetingRisks Five = new([4, 1, 3, 2, 5], [1, 1, 0, 2, 2]);

    /// <summary>Next stage at rate 0.1, collapse at 0.05, observation ends at rate 0.03.</summary>
    private static CompetingRisks Made(int count, int trial, bool censored = true, double rate = 0.1)
    {
        var draws = Worlds.DrawsOf("risks", trial);
        double[] times = new double[count];
        int[] causes = new int[count];
        for (int i = 0; i < count; i++)
        {
            double[] clocks = [censored ? draws.Exponential((ulong)i) / 0.03 : 1e9, draws.Exponential((ulong)i, 1) / rate, draws.Exponential((ulong)i, 2) / 0.05];
            times[i] = clocks.Min();
            causes[i] = Array.IndexOf(clocks, times[i]);
        }
        return new CompetingRisks(times, causes);
    }

    [Test]
    public void Incidence_OfFiveReplications_IsTheHandCalculation()
    {
        // At risk 5, 4, (3: censored), 2, 1. The stage: 1/5, then + 0.6 x 1/2. Collapse: 0.8 x 1/4, then + 0.3.
        Assert.That(Five.Incidence(1).Select(step => (step.Time, step.Incidence)), Is.EqualTo(new[] { (1.0, 0.2), (4.0, 0.5) }).Within(1e-15));
        Assert.That(Five.Incidence(2).Select(step => (step.Time, step.Incidence)), Is.EqualTo(new[] { (2.0, 0.2), (5.0, 0.5) }).Within(1e-15));
        Assert.That(Five.RestrictedMean(1, 5), Is.EqualTo(5 - (3 * 0.2 + 1 * 0.5)).Within(1e-14));
        Assert.That(Five.RestrictedMean(1, 3), Is.EqualTo(3 - 2 * 0.2).Within(1e-14));
        Assert.That(Five.RestrictedMean(1, 3, weights: [0, 0, 0, 1, 1]), Is.EqualTo(3), "the two that collapsed");
    }

    [Test]
    public void Interval_OfCensoredTimes_HasTheVarianceWrittenOut()
    {
        CompetingRisks risks = Made(60, trial: 3);
        IncidenceStep last = risks.Incidence(1)[^4];
        double z = 1.959963984540054, log = Math.Log(1 - last.Incidence), error = Math.Sqrt(SlowVariance(60, trial: 3, last.Time)) / ((1 - last.Incidence) * -log);
        Assert.That(last.Interval.Low, Is.EqualTo(1 - Math.Pow(1 - last.Incidence, Math.Exp(-z * error))).Within(1e-10));
        Assert.That(last.Interval.High, Is.EqualTo(1 - Math.Pow(1 - last.Incidence, Math.Exp(z * error))).Within(1e-10));
    }

    /// <summary>The formula term by term, at one time and with the draws of <see cref="Made"/>.</summary>
    private static double SlowVariance(int count, int trial, double until)
    {
        var draws = Worlds.DrawsOf("risks", trial);
        (double Time, int Cause)[] seen = [.. Enumerable.Range(0, count).Select(i =>
        {
            double[] clocks = [draws.Exponential((ulong)i) / 0.03, draws.Exponential((ulong)i, 1) / 0.1, draws.Exponential((ulong)i, 2) / 0.05];
            return (clocks.Min(), Array.IndexOf(clocks, clocks.Min()));
        }).OrderBy(one => one.Item1)];
        var terms = new List<(double Incidence, double Before, double Own, double All, double AtRisk)>();
        double survival = 1, incidence = 0;
        for (int i = 0; i < count && seen[i].Time <= until; i++)
        {
            double n = count - i, own = seen[i].Cause == 1 ? 1 : 0, all = seen[i].Cause == 0 ? 0 : 1;
            incidence += survival * own / n;
            terms.Add((incidence, survival, own, all, n));
            survival *= 1 - all / n;
        }
        return terms.Sum(t => Math.Pow(incidence - t.Incidence, 2) * t.All / (t.AtRisk * (t.AtRisk - t.All)))
            + terms.Sum(t => t.Before * t.Before * t.Own * (t.AtRisk - t.Own) / Math.Pow(t.AtRisk, 3))
            - 2 * terms.Sum(t => (incidence - t.Incidence) * t.Before * t.Own / (t.AtRisk * t.AtRisk));
    }

    [Test]
    public void Incidence_OverManyTrials_IsTheTrueOneAndItsIntervalHoldsIt()
    {
        const int trials = 500, count = 150;
        const double at = 8;
        double truth = 0.1 / 0.15 * (1 - Math.Exp(-0.15 * at)), blind = 1 - Math.Exp(-0.1 * at);
        IncidenceStep[] found = [.. Enumerable.Range(0, trials).Select(trial => Made(count, trial).Incidence(1).Last(step => step.Time <= at))];
        double[] values = [.. found.Select(step => step.Incidence)];
        Assert.That(values.Average(), Is.EqualTo(truth).Within(4 * Sample.StandardError(values)));
        Assert.That(blind - truth, Is.GreaterThan(20 * Sample.StandardError(values)), "what taking collapse for an end of observation would give");
        Assert.That(found.Count(step => step.Interval.Holds(truth)) / (double)trials, Is.EqualTo(0.95).Within(4 * Math.Sqrt(0.05 * 0.95 / trials)));
    }

    [Test]
    public void Interval_WithoutCensoring_IsTheBinomials()
    {
        IncidenceStep step = Made(100, trial: 1, censored: false).Incidence(1)[30];
        double p = 0.31, log = Math.Log(1 - p), factor = Math.Exp(1.959963984540054 * Math.Sqrt(p * (1 - p) / 100) / ((1 - p) * -log));
        Assert.That(step.Incidence, Is.EqualTo(p).Within(1e-12));
        Assert.That(step.Interval.Low, Is.EqualTo(1 - Math.Pow(1 - p, 1 / factor)).Within(1e-9));
    }

    [Test]
    public void RestrictedMeanDifference_WithoutCensoring_IsThatOfCappedTimes()
    {
        const double until = 10;
        var draws = Worlds.DrawsOf("capped", 0);
        double[] first = [.. Enumerable.Range(0, 80).Select(i => draws.Exponential((ulong)i) * 8)], second = [.. first.Select((time, i) => time * (0.5 + draws.Uniform((ulong)i, 1)))];
        int[] causes = [.. first.Select((_, i) => i % 4 == 0 ? 2 : 1)];
        double[] Capped(double[] times) => [.. times.Select((time, i) => causes[i] == 1 ? Math.Min(time, until) : until)];
        var resamples = new Resamples(3, "capped", 80, 400);
        RestrictedMeanDifference found = RestrictedMeanDifference.Of(new(first, causes), new(second, causes), 1, until, resamples);
        double[] differences = PairedDifference.Differences(Capped(first), Capped(second));
        Interval plain = Bootstrap.BiasCorrected(differences, resamples);
        Assert.That(found.Value, Is.EqualTo(differences.Average()).Within(1e-12));
        Assert.That((found.Interval.Low, found.Interval.High), Is.EqualTo((plain.Low, plain.High)).Within(1e-9));
    }

    [Test]
    public void RestrictedMeanDifference_OfASoonerArm_HoldsTheTruth()
    {
        const double until = 10;
        double Truth(double rate) => until - rate / (rate + 0.05) * (until - (1 - Math.Exp(-(rate + 0.05) * until)) / (rate + 0.05));
        RestrictedMeanDifference found = RestrictedMeanDifference.Of(Made(400, 1), Made(400, 1, rate: 0.15), 1, until, new Resamples(3, "sooner", 400, 400));
        Assert.That(found.Interval.Holds(Truth(0.15) - Truth(0.1)), Is.True, $"{found}");
        Assert.That(found.Interval.Holds(0), Is.False);
        int[] worlds = [.. Enumerable.Range(0, 400).Select(i => i / 10)];
        RestrictedMeanDifference byWorld = RestrictedMeanDifference.Of(Made(400, 1), Made(400, 1, rate: 0.15), 1, until, new Resamples(3, "worlds", 40, 400), SamplingUnits.Worlds(worlds));
        Assert.That(byWorld.Value, Is.EqualTo(found.Value));
        Assert.That(byWorld.Interval.HalfWidth, Is.EqualTo(found.Interval.HalfWidth).Within(40).Percent, "worlds that do not differ");
    }

    [Test]
    public void CompetingRisks_OfWrongInput_AreRefused()
    {
        Assert.That(() => new CompetingRisks([1], [1, 2]), Throws.ArgumentException);
        Assert.That(() => new CompetingRisks([double.NaN], [1]), Throws.ArgumentException);
        Assert.That(() => new CompetingRisks([-1], [1]), Throws.ArgumentException);
        Assert.That(() => new CompetingRisks([1], [-1]), Throws.ArgumentException);
        Assert.That(() => new CompetingRisks([1, 2], [1, 0]).RestrictedMean(1, 3), Throws.ArgumentException.With.Message.EqualTo("followed for 2, and 3 was asked for"));
    }
}
