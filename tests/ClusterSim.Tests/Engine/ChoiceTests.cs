using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

/// <summary>Choices among candidates: each against its plain twin, in proportion, and stable.</summary>
public sealed class ChoiceTests
{
    private static readonly ulong[] Candidates = [.. Enumerable.Range(0, 300).Select(i => Lineage.Mix((ulong)i))];

    private static double[] Rates(int count) => [.. Enumerable.Range(0, count).Select(i => i % 7 == 3 ? 0 : 0.1 + i % 5)];

    /// <summary>The earliest of all clocks, every one of them computed.</summary>
    private static int Plain(Draws draws, ulong chooser, ReadOnlySpan<ulong> candidates, double[] rates, int draw)
    {
        int winner = -1;
        double earliest = double.PositiveInfinity;
        for (int i = 0; i < candidates.Length; i++)
        {
            double clock = draws.Exponential(Lineage.Pair(chooser, candidates[i]), draw) / rates[i];
            if (clock < earliest) (winner, earliest) = (i, clock);
        }
        return winner;
    }

    [TestCase(1)]
    [TestCase(12)]
    [TestCase(128)]
    [TestCase(300)]
    public void Choose_OfManyLists_AgreesWithItsPlainTwin(int count)
    {
        double[] rates = Rates(count);
        for (ulong chooser = 0; chooser < 500; chooser++)
        {
            Draws draws = Worlds.DrawsOf("choice", (int)chooser % 5);
            Assert.That(draws.Choose(chooser, Candidates.AsSpan(0, count), rates, 3), Is.EqualTo(Plain(draws, chooser, Candidates.AsSpan(0, count), rates, 3)));
        }
    }

    [Test]
    public void Choose_WithNobodyToChoose_IsNobody()
    {
        Draws draws = Worlds.DrawsOf("choice", 0);
        Assert.That(draws.Choose(1, [], [], 0), Is.EqualTo(-1));
        Assert.That(draws.Choose(1, Candidates.AsSpan(0, 3), [0, 0, 0], 0), Is.EqualTo(-1));
    }

    [Test]
    public void Choose_OverManyChoosers_IsInProportionToRates()
    {
        const int trials = 20_000;
        double[] rates = [1, 4, 0, 3, 2];
        var chosen = new int[rates.Length];
        Draws draws = Worlds.DrawsOf("choice", 0);
        for (ulong chooser = 0; chooser < trials; chooser++) chosen[draws.Choose(chooser, Candidates.AsSpan(0, 5), rates)]++;
        for (int i = 0; i < rates.Length; i++)
        {
            double p = rates[i] / 10;
            Assert.That(chosen[i], Is.EqualTo(trials * p).Within(4 * Math.Sqrt(trials * p * (1 - p))), $"candidate {i}");
        }
    }

    [Test]
    public void Choose_WithOneCandidateMore_ChangesOnlyToTheNewcomer()
    {
        double[] rates = Rates(61);
        Draws draws = Worlds.DrawsOf("choice", 0);
        int moved = 0;
        for (ulong chooser = 0; chooser < 2_000; chooser++)
        {
            int before = draws.Choose(chooser, Candidates.AsSpan(0, 60), rates.AsSpan(0, 60)), after = draws.Choose(chooser, Candidates.AsSpan(0, 61), rates);
            if (after == before) continue;
            Assert.That(after, Is.EqualTo(60));
            moved++;
        }
        double share = rates[60] / rates.Sum();
        Assert.That(moved, Is.EqualTo(2_000 * share).Within(4 * Math.Sqrt(2_000 * share)));
    }

    [Test]
    public void Below_OfAnyLengthAndThreshold_AgreesWithItsPlainTwin()
    {
        ulong[] words = [.. Enumerable.Range(0, 100).Select(i => Lineage.Mix((ulong)i + 77))];
        words[3] = 0;
        words[9] = ulong.MaxValue;
        var positions = new int[words.Length];
        foreach (double probability in new[] { 0, 1e-9, 0.02, 0.5, 0.97, 1 })
            for (int length = 0; length <= words.Length; length++)
            {
                ulong threshold = Draws.Threshold(probability);
                int count = Draws.Below(words.AsSpan(0, length), threshold, positions);
                Assert.That(positions[..count], Is.EqualTo(Enumerable.Range(0, length).Where(i => words[i] >> 12 < threshold)), $"{length} words at {probability}");
            }
    }
}
