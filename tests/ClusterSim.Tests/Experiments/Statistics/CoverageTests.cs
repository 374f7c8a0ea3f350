using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

/// <summary>A small part of docs/model/coverage.txt; all of it is compared in the slow tier.</summary>
public sealed class CoverageTests
{
    [TestCase(0, 100, 1_000)]
    [TestCase(1, 300, 300)]
    public void Measure_OfFewTrials_IsNearWhatIsPromised(int truth, int pairs, int trials)
    {
        CoverageCell cell = Coverage.Measure(KnownTruth.All[truth], pairs, trials, seed: 4);
        double Error(double share) => 4 * Math.Sqrt(share * (1 - share) / trials);
        Assert.That(cell.IsPromised, Is.True);
        Assert.That(cell.Covered, Is.EqualTo(0.944).Within(Error(0.944)));
        Assert.That(cell.TooHigh, Is.EqualTo(0.025).Within(Error(0.025)));
        Assert.That(cell.TooLow, Is.EqualTo(0.031).Within(Error(0.031)));
    }

    [TestCase(0.02, 0.04, 100, true, true)]
    [TestCase(0.04, 0.031, 100, true, false)] // 92.9 %
    [TestCase(0.01, 0.019, 100, true, false)] // 97.1 %
    [TestCase(0.02, 0.04, 30, false, true)]
    public void Cell_OfShares_SaysWhatWasPromisedAndWhetherItHolds(double high, double low, int pairs, bool promised, bool holds)
    {
        var cell = new CoverageCell(KnownTruth.All[0], pairs, 1_000, high, low, 0);
        Assert.That((cell.IsPromised, cell.Holds), Is.EqualTo((promised, holds)));
        Assert.That((cell with { Truth = KnownTruth.All[1] }).IsPromised, Is.False, "skewed differences are promised from 300 on");
    }

    [Test]
    public void KnownTruths_OverManyPairs_HaveTheMeanAndShareThatTheyState()
    {
        const int pairs = 40_000;
        foreach (KnownTruth truth in KnownTruth.All)
        {
            var draws = Worlds.DrawsOf(truth.Name, 0);
            (bool Fired, double Effect)[] drawn = [.. Enumerable.Range(0, pairs).Select(pair => truth.Draw(draws, (ulong)pair))];
            double[] differences = [.. drawn.Select(pair => pair.Effect)];
            Assert.That(Sample.Mean(differences), Is.EqualTo(truth.Mean).Within(4 * Sample.StandardError(differences)), truth.Name);
            Assert.That(drawn.Count(pair => pair.Fired), Is.EqualTo(pairs * truth.FiredShare).Within(Worlds.FourErrors(pairs)), truth.Name);
            Assert.That(drawn.Where(pair => !pair.Fired).Select(pair => pair.Effect), Is.All.Zero, truth.Name);
        }
    }

    /// <summary>Looking often costs a little coverage where the looks are early; never as much as stopping on an interval that leaves 0 out would.</summary>
    [Test]
    public void Measure_WithAStoppingRule_StaysNearWhatIsPromised()
    {
        const int trials = 1_000;
        CoverageCell cell = Coverage.Measure(KnownTruth.All[0], Coverage.Rules[0], trials, seed: 4);
        // A half width of a fifth of the mean needs 96 pairs: 60 now and then, 120 mostly, 240 where the mean came out low.
        Assert.That(cell.IsPromised, Is.True);
        Assert.That((cell with { Rule = Coverage.Rules[1] }).IsPromised, Is.False, "nothing is promised for loose rules");
        Assert.That(cell.Pairs, Is.InRange(120, 145));
        Assert.That(cell.Covered, Is.EqualTo(0.94).Within(4 * Math.Sqrt(0.94 * 0.06 / trials)));
    }

    [Test]
    public void Measure_WithARuleThatIsMetAtOnce_IsThatOfTheFirstLook()
    {
        CoverageCell free = Coverage.Measure(KnownTruth.All[1], new StoppingRule(Relative: 1e9, Floor: 0, Fewest: 120, Most: 240), trials: 40, seed: 4);
        Assert.That(free with { Rule = null }, Is.EqualTo(Coverage.Measure(KnownTruth.All[1], 120, trials: 40, seed: 4)));
    }

    [Test]
    public void Table_OfFewTrials_HasEveryPopulationAtEverySizeAndWithEveryRule()
    {
        IReadOnlyList<CoverageCell> table = Coverage.Table(2, 1, new SequentialExecutor(), _ => { }, default);
        Assert.That(table.Where(cell => cell.Rule is null).Select(cell => (cell.Truth.Name, cell.Pairs)), Is.Unique);
        Assert.That(table.Where(cell => cell.Rule is not null).Select(cell => (cell.Rule, cell.Truth)), Is.EqualTo(Coverage.Rules.SelectMany(rule => KnownTruth.All.Select(truth => (rule, truth)))));
        Assert.That(table.Count(cell => cell.IsPromised && cell.Rule is null), Is.EqualTo(4), "normal at 100 and 300, the skewed at 300");
        Assert.That(table, Has.Count.EqualTo(15).And.Count.EqualTo(Coverage.Cells));
    }
}
