using ClusterSim.Experiments.Statistics;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class PlaceboTimingTests
{
    [Test]
    public void Derangement_OfAnyStarts_KeepsThemAndLeavesNoneInPlace() =>
        Gen.Select(Gen.Bool.Array[2, 40], Gen.ULong).Where((fired, _) => fired.Count(yes => yes) >= 2).Sample((fired, seed) =>
        {
            // Starts that all differ, so that one in its place would be seen.
            int[] starts = [.. fired.Select((yes, i) => yes ? 100 + i : -1)], placebo = PlaceboTiming.Derangement(starts, seed)!;
            Assert.That(placebo, Is.EquivalentTo(starts));
            for (int i = 0; i < starts.Length; i++) Assert.That(placebo[i] == starts[i], Is.EqualTo(!fired[i]));
            Assert.That(PlaceboTiming.Derangement(starts, seed), Is.EqualTo(placebo), "keyed");
        }, seed: "0000KmMBFvY3", iter: 200);

    [Test]
    public void Derangement_OverManySeeds_TakesEachEquallyOften()
    {
        // Four starts have nine derangements.
        const int seeds = 9_000;
        var found = Enumerable.Range(0, seeds).Select(seed => string.Join(' ', PlaceboTiming.Derangement([0, 1, 2, 3], (ulong)seed)!)).CountBy(order => order).ToArray();
        Assert.That(found, Has.Length.EqualTo(9));
        Assert.That(found.Select(pair => pair.Value), Has.All.EqualTo(1_000).Within(Worlds.FourErrors(1_000)));
    }

    [TestCase(new[] { -1, -1 })]
    [TestCase(new[] { -1, 5, -1 })]
    public void Derangement_OfFewerThanTwo_IsNone(int[] starts) => Assert.That(PlaceboTiming.Derangement(starts, 1), Is.Null);
}
