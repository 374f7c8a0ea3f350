using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

public sealed class CountAndPlacesTests
{
    private const int Block = CountAndPlaces.BlockRows;

    [TestCase(0, 0.5)]
    [TestCase(1, 0.5)]
    [TestCase(63, 0.2)]
    [TestCase(100, 0.9)]
    [TestCase(Block - 1, 0.01)]
    [TestCase(Block, 0.3)]
    [TestCase(Block, 0.97)]
    [TestCase(Block + 1, 0.999)]
    [TestCase(3 * Block + 700, 0.05)]
    public void Hits_OfAnyTable_AscendWithinIt(int rows, double probability)
    {
        for (int tick = 0; tick < 20; tick++)
        {
            int[] hits = Hits(rows, probability, tick);
            Assert.That(hits.Zip(hits.Skip(1), (a, b) => b - a), Has.All.Positive);
            Assert.That(hits, Has.All.InRange(0, rows - 1));
        }
    }

    [TestCase(0, ExpectedResult = 0)]
    [TestCase(-0.1, ExpectedResult = 0)]
    [TestCase(1, ExpectedResult = Block + 5)]
    [TestCase(1.5, ExpectedResult = Block + 5)]
    public int Hits_OfACertainEvent_AreNoneOrAll(double probability) => Hits(Block + 5, probability, 1).Length;

    [TestCase(50, 0.1)]
    [TestCase(500, 0.7)]
    [TestCase(Block, 0.001)]
    [TestCase(Block, 0.4)]
    [TestCase(Block + 300, 0.6)]
    public void Hits_OverManyTicks_HaveTheBinomialMeanAndVariance(int rows, double probability)
    {
        const int ticks = 3000;
        double expected = rows * probability, variance = expected * (1 - probability), sum = 0, squares = 0;
        double fourth = variance * (1 + (3.0 * rows - 6) * probability * (1 - probability));
        var places = new CountAndPlaces();
        int[] hits = new int[rows];
        for (int tick = 0; tick < ticks; tick++)
        {
            places.Begin(Worlds.DrawsOf("places", tick));
            double deviation = places.Hits(rows, probability, hits) - expected;
            sum += deviation;
            squares += deviation * deviation;
        }
        Assert.That(sum / ticks, Is.Zero.Within(4 * Math.Sqrt(variance / ticks)), "mean");
        Assert.That(squares / ticks, Is.EqualTo(variance).Within(4 * Math.Sqrt((fourth - variance * variance) / ticks)), "variance");
    }

    [TestCase(40, 0.2)]
    [TestCase(100, 0.8)]
    [TestCase(Block, 0.1)]
    [TestCase(Block, 0.8)]
    public void Hits_OverManyTicks_FallOnEachRowAlike(int rows, double probability)
    {
        const int ticks = 1500;
        int[] seen = new int[rows];
        for (int tick = 0; tick < ticks; tick++)
            foreach (int row in Hits(rows, probability, tick)) seen[row]++;
        double expected = ticks * probability, variance = expected * (1 - probability), chi = 0;
        foreach (int count in seen) chi += (count - expected) * (count - expected) / variance;
        Assert.That(chi, Is.EqualTo(rows).Within(4 * Math.Sqrt(2.0 * rows)), "chi squared over the rows");
        Assert.That(seen, Has.All.EqualTo(expected).Within(5 * Math.Sqrt(variance)));
    }

    [Test]
    public void Hits_OfTwoRows_AreIndependent()
    {
        const int ticks = 20_000;
        int both = 0;
        for (int tick = 0; tick < ticks; tick++)
        {
            int[] hits = Hits(10, 0.5, tick);
            if (hits.Contains(2) && hits.Contains(7)) both++;
        }
        Assert.That(both, Is.EqualTo(ticks * 0.25).Within(4 * Math.Sqrt(ticks * 0.1875)));
    }

    [TestCase(100)]
    [TestCase(Block)]
    [TestCase(2 * Block + 1000)]
    public void Hits_AtALargerProbabilityBelowOneHalf_KeepThoseOfTheSmaller(int rows)
    {
        for (int tick = 0; tick < 30; tick++)
        {
            int[] before = [];
            foreach (double probability in new[] { 0.0005, 0.001, 0.003, 0.01, 0.05, 0.2, 0.3, 0.4 })
            {
                int[] now = Hits(rows, probability, tick);
                var found = new HashSet<int>(now);
                Assert.That(before.All(found.Contains), Is.True, $"{rows} rows, tick {tick}, probability {probability}");
                before = now;
            }
        }
    }

    [Test]
    public void Hits_AfterOtherCalls_AreTheSame()
    {
        int rows = Block + 900;
        int[] expected = Hits(rows, 0.07, 9), hits = new int[2 * rows];
        var places = new CountAndPlaces();
        places.Begin(Worlds.DrawsOf("places", 8));
        places.Hits(2 * rows, 0.5, hits);
        places.Begin(Worlds.DrawsOf("places", 9));
        places.Hits(33, 0.9, hits);
        places.Hits(rows, 0.071, hits);
        for (int again = 0; again < 3; again++)
        {
            int count = places.Hits(rows, 0.07, hits);
            Assert.That(hits[..count], Is.EqualTo(expected));
        }
    }

    [Test]
    public void Hits_OfBlocksAdded_LeaveThoseBefore()
    {
        int[] few = Hits(Block, 0.02, 4), more = Hits(3 * Block, 0.02, 4);
        Assert.That(more.Where(row => row < Block), Is.EqualTo(few));
        Assert.That(more.Where(row => row is >= Block and < 2 * Block).Select(row => row - Block), Is.Not.EqualTo(few), "each block has its own draws");
    }

    [Test]
    public void Hits_OfOtherProcessOrTick_AreOthers()
    {
        int[] hits = new int[Block];
        var places = new CountAndPlaces();
        places.Begin(Worlds.DrawsOf("others", 4));
        int[] other = hits[..places.Hits(Block, 0.02, hits)];
        Assert.That(other, Is.Not.EqualTo(Hits(Block, 0.02, 4)));
        Assert.That(Hits(Block, 0.02, 5), Is.Not.EqualTo(Hits(Block, 0.02, 4)));
    }

    private static int[] Hits(int rows, double probability, int tick)
    {
        var places = new CountAndPlaces();
        places.Begin(Worlds.DrawsOf("places", tick));
        int[] hits = new int[rows];
        return hits[..places.Hits(rows, probability, hits)];
    }
}
