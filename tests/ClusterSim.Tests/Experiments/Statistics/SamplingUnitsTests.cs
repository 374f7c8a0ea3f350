using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

/// <summary>The cluster bootstrap: worlds are resampled, replications ride along.</summary>
public sealed class SamplingUnitsTests
{
    [Test]
    public void Means_OfWorldsOfUnequalSize_AreThoseOfTheirReplications()
    {
        SamplingUnits units = SamplingUnits.Worlds([7, 3, 7, 3, 3]);
        Assert.That((units.Count, units.Rows, units.AreWorlds), Is.EqualTo((2, 5, true)));
        Assert.That(units.Means([1.0, 2, 5, 4, 9]), Is.EqualTo(new[] { 5.0, 3.0 }), "world 3, world 7");
        Assert.That(units.Means([[1.0, 0], [2, 0], [5, 0], [4, 6], [9, 0]]), Is.EqualTo(new[] { new[] { 5.0, 2.0 }, new[] { 3.0, 0.0 } }));
        Assert.That(() => units.Means(new double[4]), Throws.ArgumentException);
    }

    [Test]
    public void Difference_InOneWorld_IsThatOfReplicationsToTheBit()
    {
        var draws = Worlds.DrawsOf("one world", 0);
        double[] twin = [.. Enumerable.Range(0, 50).Select(i => draws.Normal((ulong)i))], arm = [.. twin.Select((value, i) => value + draws.Exponential((ulong)i, 1))];
        bool[] fired = [.. twin.Select(value => value > 0)];
        var resamples = new Resamples(1, "one", 50, 500);
        Assert.That(PairedDifference.Of(twin, arm, fired, resamples, units: SamplingUnits.Worlds(new int[50])), Is.EqualTo(PairedDifference.Of(twin, arm, fired, resamples)));
    }

    [Test]
    public void Difference_OverWorlds_IsThatOfTheirMeans()
    {
        // Worlds of 1 and 3 replications: effects 6 and (0 + 0 + 3)/3; a third without any effect.
        int[] worlds = [0, 1, 1, 1, 2];
        double[] arm = [6, 0, 0, 3, 0];
        PairedDifference found = PairedDifference.Of(new double[5], arm, [true, false, false, true, false], new Resamples(1, "worlds", 3, 200), units: SamplingUnits.Worlds(worlds));
        Assert.That((found.Pairs, found.Fired, found.ShareHigher), Is.EqualTo((5, 2, 1.0)));
        Assert.That(found.Mean, Is.EqualTo(7.0 / 3).Within(1e-14));
        Assert.That(found.EffectOnTriggered, Is.EqualTo(7.0 / 3 / ((1 + 1.0 / 3) / 3)).Within(1e-13));
        Assert.That(() => PairedDifference.Of(new double[5], arm, new bool[5], new Resamples(1, "five", 5, 200), units: SamplingUnits.Worlds(worlds)), Throws.ArgumentException);
    }

    /// <summary>40 worlds whose effects differ, with 8 replications each: intervals over replications are far too narrow.</summary>
    [Test]
    public void Interval_OverWorlds_HoldsTheMeanWhereReplicationsPretendToKnowMore()
    {
        const int trials = 400, size = 40, within = 8;
        int[] worlds = [.. Enumerable.Range(0, size * within).Select(i => i % size)];
        SamplingUnits units = SamplingUnits.Worlds(worlds);
        Resamples few = new(2, "worlds", size, 400), many = new(2, "replications", size * within, 400);
        int held = 0, pretended = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            var draws = Worlds.DrawsOf("clusters", trial);
            double[] arm = [.. worlds.Select((world, i) => 1 + draws.Normal((ulong)world, 1) + draws.Normal((ulong)i, 2))];
            bool[] fired = [.. arm.Select(_ => true)];
            if (PairedDifference.Of(new double[arm.Length], arm, fired, few, units: units).Interval.Holds(1)) held++;
            if (PairedDifference.Of(new double[arm.Length], arm, fired, many).Interval.Holds(1)) pretended++;
        }
        Assert.That(held / (double)trials, Is.EqualTo(0.94).Within(4 * Math.Sqrt(0.05 * 0.95 / trials)));
        Assert.That(pretended / (double)trials, Is.LessThan(0.75));
    }
}
