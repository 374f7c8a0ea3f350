using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

public sealed class DigestTests
{
    [Test]
    public void ToString_OfAKnownState_IsPinned()
    {
        var digest = new Digest();
        digest.Add(1UL);
        digest.Add(2.5);
        digest.Add("cluster"u8);
        Assert.That(digest.ToString(), Has.Length.EqualTo(32).And.Match("^[0-9a-f]{32}$"));
        Assert.That(digest.ToString(), Is.EqualTo("0b8b354202605690347b3caf05a564c0"));
    }

    [Test]
    public void Add_InAnotherOrder_GivesAnother() => Assert.That(Of(1, 2), Is.Not.EqualTo(Of(2, 1)));

    [Test]
    public void Add_OfZeros_CountsThem() =>
        Assert.That(Enumerable.Range(0, 6).Select(count => Of(new ulong[count])), Is.Unique);

    [Test]
    public void Add_OfZeroBytes_CountsThem() =>
        Assert.That(Enumerable.Range(0, 40).Select(count => OfBytes(new byte[count])), Is.Unique);

    [Test]
    public void Add_BytesCutElsewhere_GivesAnother()
    {
        Digest whole = default, halves = default;
        whole.Add([1, 2, 3, 4]);
        halves.Add([1, 2]);
        halves.Add([3, 4]);
        Assert.That(halves.ToString(), Is.Not.EqualTo(whole.ToString()));
    }

    [TestCase(1)]
    [TestCase(8)]
    [TestCase(13)]
    [TestCase(64)]
    public void Add_OneBitFlipped_GivesAnother(int length)
    {
        byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)Lineage.Mix((ulong)i))];
        var seen = new HashSet<string> { OfBytes(bytes) };
        for (int bit = 0; bit < 8 * length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            seen.Add(OfBytes(bytes));
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }
        Assert.That(seen, Has.Count.EqualTo(8 * length + 1));
        Assert.That(seen, Has.Member(OfBytes(bytes)));
    }

    [Test]
    public void Add_OneBitFlipped_ChangesAboutHalfOfTheDigest()
    {
        int changed = 0;
        UInt128 before = Number(Of(7, 0, 9));
        for (int bit = 0; bit < 64; bit++) changed += (int)UInt128.PopCount(before ^ Number(Of(7, 1UL << bit, 9)));
        Assert.That(changed, Is.EqualTo(64 * 64).Within(4 * Math.Sqrt(64 * 128 / 4.0)));
    }

    [Test]
    public void Add_OfDoubles_KnowsTheirBits()
    {
        Digest plus = default, minus = default;
        plus.Add(0.0);
        minus.Add(-0.0);
        Assert.That(minus.ToString(), Is.Not.EqualTo(plus.ToString()));
    }

    private static UInt128 Number(string digest) => UInt128.Parse(digest, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    private static string Of(params ulong[] values)
    {
        var digest = new Digest();
        foreach (ulong value in values) digest.Add(value);
        return digest.ToString();
    }

    private static string OfBytes(byte[] bytes)
    {
        var digest = new Digest();
        digest.Add(bytes);
        return digest.ToString();
    }
}
