using System.Globalization;
using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

/// <summary>The generator against its published vectors, and every vector width against the scalar permutation.</summary>
public sealed class ThreefryTests
{
    private delegate int Width(ulong k0, ulong k1, ReadOnlySpan<ulong> c0, ulong c1, Span<ulong> x0, Span<ulong> x1);

    private static readonly int[] Lengths = [.. Enumerable.Range(0, 71), 1000];

    // kat_vectors of Random123 1.09, threefry2x64 20.
    [TestCase("0000000000000000 0000000000000000", "0000000000000000 0000000000000000", "c2b6e3a8c2c69865 6f81ed42f350084d")]
    [TestCase("ffffffffffffffff ffffffffffffffff", "ffffffffffffffff ffffffffffffffff", "e02cb7c4d95d277a d06633d0893b8b68")]
    [TestCase("a4093822299f31d0 082efa98ec4e6c89", "243f6a8885a308d3 13198a2e03707344", "263c7d30bb0f0af1 56be8361d3311526")]
    public void Permute_PublishedVector_GivesThePublishedWords(string key, string counter, string expected)
    {
        (ulong k0, ulong k1) = Words(key);
        (ulong c0, ulong c1) = Words(counter);
        Assert.That(Threefry.Permute(k0, k1, c0, c1), Is.EqualTo(Words(expected)));
    }

    [TestCase(2)]
    [TestCase(4)]
    [TestCase(8)]
    public void Permute_OfEveryWidth_GivesTheBitsOfTheScalar(int lanes)
    {
        Width width = lanes == 2 ? ThreefryLanes.Permute128 : lanes == 4 ? ThreefryLanes.Permute256 : ThreefryLanes.Permute512;
        foreach (int length in Lengths)
        {
            ulong[] counters = Counters(length);
            ulong[] x0 = new ulong[length], x1 = new ulong[length], y0 = new ulong[length], y1 = new ulong[length];
            int done = width(0xA4093822299F31D0, 0x082EFA98EC4E6C89, counters, 0x13198A2E03707344, x0, x1);
            Assert.That(done, Is.EqualTo(length / lanes * lanes), $"length {length}");
            ThreefryLanes.PermutePlain(0xA4093822299F31D0, 0x082EFA98EC4E6C89, counters, 0x13198A2E03707344, y0, y1, 0);
            Assert.That(x0[..done], Is.EqualTo(y0[..done]), $"length {length}");
            Assert.That(x1[..done], Is.EqualTo(y1[..done]), $"length {length}");
            Assert.That(x0[done..].Concat(x1[done..]), Has.All.Zero, "what does not fill a vector is left alone");
        }
    }

    [Test]
    public void PermutePlain_FromACounterOn_IsTheScalarThere()
    {
        ulong[] counters = Counters(9), x0 = new ulong[9], x1 = new ulong[9];
        ThreefryLanes.PermutePlain(3, 4, counters, 5, x0, x1, 6);
        Assert.That(x0[..6].Concat(x1[..6]), Has.All.Zero);
        for (int i = 6; i < 9; i++) Assert.That((x0[i], x1[i]), Is.EqualTo(Threefry.Permute(3, 4, counters[i], 5)));
    }

    [Test]
    public void Permute_OfManyLengths_GivesTheBitsOfTheScalar()
    {
        foreach (int length in Lengths)
        {
            ulong[] counters = Counters(length), x0 = new ulong[length], x1 = new ulong[length];
            ThreefryLanes.Permute(7, 11, counters, 13, x0, x1);
            for (int i = 0; i < length; i++) Assert.That((x0[i], x1[i]), Is.EqualTo(Threefry.Permute(7, 11, counters[i], 13)));
        }
    }

    [TestCase(4, 3, 4)]
    [TestCase(4, 4, 5)]
    public void Permute_LengthsThatDiffer_AreRefused(int counters, int first, int second) =>
        Assert.That(() => ThreefryLanes.Permute(1, 2, new ulong[counters], 3, new ulong[first], new ulong[second]),
            Throws.ArgumentException.With.Message.Contains($"{counters} counters"));

    [Test]
    public void Permute_OneBitOfKeyOrCounterFlipped_ChangesAboutHalfOfTheBits()
    {
        int changed = 0;
        (ulong x0, ulong x1) = Threefry.Permute(1, 2, 3, 4);
        for (int bit = 0; bit < 64; bit++)
            foreach ((ulong y0, ulong y1) in new[]
            {
                Threefry.Permute(1 ^ 1UL << bit, 2, 3, 4), Threefry.Permute(1, 2 ^ 1UL << bit, 3, 4),
                Threefry.Permute(1, 2, 3 ^ 1UL << bit, 4), Threefry.Permute(1, 2, 3, 4 ^ 1UL << bit),
            })
                changed += System.Numerics.BitOperations.PopCount(x0 ^ y0) + System.Numerics.BitOperations.PopCount(x1 ^ y1);
        double bits = 256 * 128;
        Assert.That(changed, Is.EqualTo(bits / 2).Within(4 * Math.Sqrt(bits / 4)));
    }

    [Test]
    public void Words_OfManyIds_AreThePlainOnes() => ForEveryLength((draws, ids) =>
    {
        ulong[] first = new ulong[ids.Length], second = new ulong[ids.Length];
        draws.Words(ids, first, second, 3);
        Assert.That(first, Is.EqualTo(ids.Select(id => draws.Bits(id, 3))));
        Assert.That(second, Is.Not.EqualTo(first).Or.Empty);
    });

    [Test]
    public void Uniforms_OfManyIds_AreThePlainOnes() => ForEveryLength((draws, ids) =>
    {
        double[] uniforms = new double[ids.Length];
        draws.Uniforms(ids, uniforms, 2);
        Assert.That(uniforms, Is.EqualTo(ids.Select(id => draws.Uniform(id, 2))));
    });

    [TestCase(0)]
    [TestCase(0.01)]
    [TestCase(0.5)]
    [TestCase(0.999)]
    [TestCase(1)]
    public void Hits_OfManyIds_AreThePlainOnes(double probability) => ForEveryLength((draws, ids) =>
    {
        int[] hits = new int[ids.Length], plain = new int[ids.Length];
        int count = draws.Hits(ids, probability, hits, 1);
        Assert.That(count, Is.EqualTo(draws.HitsPlain(ids, probability, plain, 1)));
        Assert.That(hits[..count], Is.EqualTo(plain[..count]));
    });

    [Test]
    public void Sequence_OfManyLengths_IsTheWordsOfSuccessiveIds()
    {
        Draws draws = Worlds.DrawsOf("test", 5);
        foreach (int length in Lengths)
        {
            ulong[] ids = [.. Enumerable.Range(0, length).Select(i => ulong.MaxValue - 20 + (ulong)i)];
            ulong[] first = new ulong[length], second = new ulong[length], x0 = new ulong[length], x1 = new ulong[length];
            draws.Sequence(ulong.MaxValue - 20, first, second, 4);
            draws.Words(ids, x0, x1, 4);
            Assert.That(first, Is.EqualTo(x0));
            Assert.That(second, Is.EqualTo(x1));
            Assert.That(first, Is.EqualTo(ids.Select(id => draws.Bits(id, 4))));
        }
    }

    private static void ForEveryLength(Action<Draws, ulong[]> check)
    {
        Draws draws = Worlds.DrawsOf("test", 77);
        foreach (int length in Lengths) check(draws, Counters(length));
    }

    private static ulong[] Counters(int length) => [.. Enumerable.Range(0, length).Select(i => Lineage.Mix((ulong)i))];

    private static (ulong, ulong) Words(string hex)
    {
        ulong[] words = [.. hex.Split(' ').Select(word => ulong.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        return (words[0], words[1]);
    }
}
