using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

/// <summary>What a single draw is: open, keyed, nested. Distributions have their own tests.</summary>
public sealed class DrawsTests
{
    private const double Least = 1.0 / (1UL << 53);

    [Test]
    public void ToUniform_OfTheExtremeBits_ReachesNeitherEnd()
    {
        Assert.That(Draws.ToUniform(0), Is.EqualTo(Least));
        Assert.That(Draws.ToUniform(ulong.MaxValue), Is.EqualTo(1 - Least));
        Assert.That(1 - Least, Is.LessThan(1));
        Assert.That(Draws.ToUniform(0xFFF), Is.EqualTo(Least), "the last twelve bits play no part");
        Assert.That(Draws.ToUniform(0x1000), Is.EqualTo(3 * Least));
    }

    private static IEnumerable<double> Probabilities()
    {
        double[] special = [0, 1, Least, 0.5, 1 - Least, 2 * Least, 3 * Least, double.Epsilon, Math.BitIncrement(Least), Math.BitDecrement(Least), 0.1, 1.0 / 3, -1, 2];
        Draws draws = Worlds.DrawsOf("probabilities", 0);
        return special.Concat(Enumerable.Range(0, 200).Select(i => draws.Uniform((ulong)i)))
            .Concat(Enumerable.Range(1, 60).Select(i => Math.Pow(2, -i) * 1.25));
    }

    [Test]
    public void Threshold_OfManyProbabilities_AgreesWithTheComparison()
    {
        foreach (double probability in Probabilities())
        {
            ulong threshold = Draws.Threshold(probability);
            foreach (long near in new[] { -2, -1, 0, 1, 2 })
            {
                ulong leading = unchecked(threshold + (ulong)near);
                if (leading >= 1UL << 52) continue; // beyond what 52 bits can say
                Assert.That(leading < threshold, Is.EqualTo(Draws.ToUniform(leading << 12) < probability), $"p = {probability:R}, bits {leading}");
            }
        }
        Assert.That(Draws.Threshold(0), Is.Zero);
        Assert.That(Draws.Threshold(Least), Is.Zero, "the smallest uniform number is not below itself");
        Assert.That(Draws.Threshold(Math.BitIncrement(Least)), Is.EqualTo(1));
        Assert.That(Draws.Threshold(1), Is.EqualTo(1UL << 52));
        Assert.That(Draws.Threshold(1 - Least), Is.EqualTo((1UL << 52) - 1));
    }

    [Test]
    public void Hits_AtALargerProbability_KeepThoseOfTheSmaller()
    {
        ulong[] ids = [.. Enumerable.Range(0, 1000).Select(i => Lineage.Mix((ulong)i))];
        Draws draws = Worlds.DrawsOf("test", 1);
        int[] before = [];
        foreach (double probability in new[] { 0, 0.001, 0.01, 0.1, 0.3, 0.5, 0.500001, 0.9, 0.999, 1 })
        {
            int[] hits = new int[ids.Length];
            int[] now = hits[..draws.Hits(ids, probability, hits)];
            Assert.That(now, Is.Ordered.Ascending);
            Assert.That(before, Is.SubsetOf(now));
            Assert.That(now.Length, Is.EqualTo(1000 * probability).Within(4 * Math.Sqrt(1000 * probability * (1 - probability)) + 1e-9));
            before = now;
        }
    }

    [Test]
    public void Hits_OfARowThatCame_LeaveTheOthers()
    {
        ulong[] ids = [.. Enumerable.Range(0, 300).Select(i => Lineage.Mix((ulong)i))];
        Draws draws = Worlds.DrawsOf("test", 1);
        int[] hits = new int[301], later = new int[301];
        int count = draws.Hits(ids, 0.3, hits);
        ulong[] more = [99, .. ids];
        int[] moved = later[..draws.Hits(more, 0.3, later)];
        Assert.That(moved.Where(row => row > 0).Select(row => row - 1), Is.EqualTo(hits[..count]));
    }

    [Test]
    public void Thin_AboveTheEnvelope_Throws() =>
        Assert.That(() => Worlds.DrawsOf("test", 1).Thin(5, 0.3, 0.2), Throws.InvalidOperationException.With.Message.Contains("0.3"));

    [Test]
    public void Thin_OfAnyEnvelope_DecidesAlike()
    {
        Draws draws = Worlds.DrawsOf("test", 1);
        for (ulong id = 0; id < 500; id++)
        {
            bool decided = draws.Chance(0.2, id);
            foreach (double envelope in new[] { 0.2, 0.21, 0.5, 1 }) Assert.That(draws.Thin(id, 0.2, envelope), Is.EqualTo(decided));
        }
    }

    [Test]
    public void Bits_OfOtherKeys_AllDiffer()
    {
        ulong run = Draws.RunKey(1, 0);
        Draws draws = new(run, "entry", 7);
        Draws[] others = [new(run, "exit", 7), new(run, "entry", 8), new(Draws.RunKey(2, 0), "entry", 7), new(Draws.RunKey(1, 1), "entry", 7), draws.Of(1), draws.Of(2)];
        for (ulong id = 0; id < 1000; id++)
        {
            ulong bits = draws.Bits(id);
            Assert.That(others.Select(other => other.Bits(id)).Append(draws.Bits(id, 1)).Append(draws.Bits(id + 1)), Has.None.EqualTo(bits));
        }
    }

    [Test]
    public void Bits_OfTheSameKeys_AreTheSameWhateverWasDrawnBetween()
    {
        Draws draws = new(Draws.RunKey(1, 0), "entry", 7), again = new(Draws.RunKey(1, 0), Lineage.Hash("entry"), 7);
        ulong bits = draws.Bits(42, 3);
        for (int i = 0; i < 100; i++) draws.Bits((ulong)i, i);
        Assert.That(draws.Bits(42, 3), Is.EqualTo(bits));
        Assert.That(again.Bits(42, 3), Is.EqualTo(bits));
    }

    [Test]
    public void RunKey_OfManySeedsAndReplications_IsTheirsAlone()
    {
        var keys = new HashSet<ulong>();
        for (ulong seed = 0; seed < 100; seed++)
            for (int replication = 0; replication < 100; replication++) keys.Add(Draws.RunKey(seed, replication));
        Assert.That(keys, Has.Count.EqualTo(10_000));
    }

    [Test]
    public void Slot_OfAnyCount_IsUniform()
    {
        Draws draws = Worlds.DrawsOf("slots", 0);
        foreach (int count in new[] { 1, 2, 3, 5, 8, 9, 17 })
        {
            int n = 20_000;
            int[] seen = new int[count];
            for (int i = 0; i < n; i++) seen[Draws.Slot(draws.Bits((ulong)i), count)]++;
            double share = 1.0 / count;
            Assert.That(seen, Has.All.EqualTo(n * share).Within(4 * Math.Sqrt(n * share * (1 - share)) + 1e-9), $"{count} positions");
        }
    }

    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    [TestCase(9)]
    [TestCase(15)]
    public void Slot_OfAPositionAddedBelowAPowerOfTwo_MovesOnlyThoseThatChooseIt(int count)
    {
        if (int.IsPow2(count)) count++;
        Draws draws = Worlds.DrawsOf("slots", 1);
        int moved = 0, n = 5_000;
        for (int i = 0; i < n; i++)
        {
            ulong bits = draws.Bits((ulong)i);
            int before = Draws.Slot(bits, count), after = Draws.Slot(bits, count + 1);
            if (before == after) continue;
            Assert.That(after, Is.EqualTo(count), "who moves, moves to the newcomer");
            moved++;
        }
        double share = 1.0 / (count + 1);
        Assert.That(moved, Is.EqualTo(n * share).Within(4 * Math.Sqrt(n * share * (1 - share))));
    }
}
