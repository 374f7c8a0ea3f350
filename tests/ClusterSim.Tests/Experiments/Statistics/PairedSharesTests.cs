using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class PairedSharesTests
{
    /// <summary>The first two stand in Newcombe's paper, his table II; the others come from a second writing.</summary>
    [TestCase(36, 12, 2, 0, 0.2, 0.0569, 0.3404)]
    [TestCase(20, 12, 2, 16, 0.2, 0.0562, 0.3292)]
    [TestCase(53, 16, 2, 29, 0.14, 0.0585, 0.2183)]
    public void Interval_OfKnownTables_IsThePublishedOne(int both, int onlyArm, int onlyTwin, int neither, double difference, double low, double high)
    {
        var shares = new PairedShares(both, onlyArm, onlyTwin, neither);
        Assert.That(shares.RiskDifference, Is.EqualTo(difference).Within(1e-12));
        Assert.That(shares.Interval.Low, Is.EqualTo(low).Within(5e-5));
        Assert.That(shares.Interval.High, Is.EqualTo(high).Within(5e-5));
        Interval mirrored = new PairedShares(both, onlyTwin, onlyArm, neither).Interval;
        Assert.That(mirrored.Low, Is.EqualTo(-shares.Interval.High).Within(1e-12), "arm and twin exchanged");
    }

    [Test]
    public void Of_FlagsOfEveryKind_CountsThem()
    {
        PairedShares shares = PairedShares.Of([true, true, false, false, false, true], [true, false, true, true, false, true]);
        Assert.That(shares, Is.EqualTo(new PairedShares(2, 2, 1, 1)));
        Assert.That(shares.PValue, Is.EqualTo(1));
        Assert.That(() => PairedShares.Of([true], []), Throws.ArgumentException);
    }

    [Test]
    public void PValue_OfDiscordantPairs_IsMcNemars() => Assert.That(new PairedShares(40, 15, 4, 41).PValue, Is.EqualTo(0.0192108).Within(5e-8));

    [TestCase(0, 0, 0, 0, -1, 1)]
    [TestCase(50, 0, 0, 0, -0.0713, 0.0713)] // an empty margin: no correlation is known
    public void Interval_OfTablesWithoutDifference_IsStillOne(int both, int onlyArm, int onlyTwin, int neither, double low, double high)
    {
        Interval interval = new PairedShares(both, onlyArm, onlyTwin, neither).Interval;
        Assert.That((interval.Low, interval.High), Is.EqualTo((low, high)).Within(1e-4));
    }

    [Test]
    public void Interval_OverManyTrials_HoldsTheDifference()
    {
        const int trials = 1_500, pairs = 60;
        int held = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            var draws = Worlds.DrawsOf("shares", trial);
            // Nested draws: what happens to the twin happens to the arm.
            bool[] twin = [.. Enumerable.Range(0, pairs).Select(i => draws.Chance(0.3, (ulong)i))], arm = [.. Enumerable.Range(0, pairs).Select(i => draws.Chance(0.45, (ulong)i))];
            if (PairedShares.Of(twin, arm).Interval.Holds(0.15)) held++;
        }
        Assert.That(held / (double)trials, Is.InRange(0.93, 0.99));
    }
}
