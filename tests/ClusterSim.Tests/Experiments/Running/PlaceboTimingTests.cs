using ClusterSim.Experiments.Running;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Running;

public sealed class PlaceboTimingTests
{
    /// <summary>Whose time each of a block takes among those that started.</summary>
    private static int[] Takes(bool[] fired, int block, ulong seed) =>
        [.. fired.Select((yes, i) => !yes ? -1 : PlaceboTiming.Others(block * PlaceboTiming.Block + i, seed).Select(other => other % PlaceboTiming.Block).FirstOrDefault(other => fired[other], i))];

    [Test]
    public void Others_OfAnyStarts_TakeEachTimeOnceAndNoneItsOwn() =>
        Gen.Select(Gen.Bool.Array[PlaceboTiming.Block], Gen.Int[0, 1_000], Gen.ULong).Where((fired, _, _) => fired.Count(yes => yes) >= 2).Sample((fired, block, seed) =>
        {
            int[] takes = Takes(fired, block, seed), started = [.. Enumerable.Range(0, fired.Length).Where(i => fired[i])];
            Assert.That(started.Select(i => takes[i]), Is.EquivalentTo(started));
            Assert.That(started.Any(i => takes[i] == i), Is.False);
        }, seed: "0000KmMBFvY3", iter: 200);

    [Test]
    public void Others_OfAReplication_AreTheRestOfItsBlockAndEachEquallyOftenFirst()
    {
        Assert.That(PlaceboTiming.Others(23, 1), Is.EquivalentTo(Enumerable.Range(20, 10).Except([23])));
        const int seeds = 9_000;
        var first = Enumerable.Range(0, seeds).CountBy(seed => PlaceboTiming.Others(3, (ulong)seed).First()).ToArray();
        Assert.That(first, Has.Length.EqualTo(9));
        Assert.That(first.Select(pair => pair.Value), Has.All.EqualTo(1_000).Within(Worlds.FourErrors(1_000)));
    }
}
