using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class UpliftPersistenceTests
{
    private static Resamples Resamples(int units) => new(4, "persistence", units, 400);

    /// <summary>So many paths that start near 10 and lose a share a year, with noise.</summary>
    private static double[][] Fading(int count, double keep, int years) =>
        [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, years + 1).Select(year => 10 * Math.Pow(keep, year) + Worlds.DrawsOf("fading", year).Normal((ulong)i)).ToArray())];

    [Test]
    public void SinceTheEnd_OfPaths_CutsThemWhereThePolicyEnded()
    {
        double[][] uplift = [[0, 1, 2, 3, 4, 5], [0, 0, 7, 6, 5, 4], [0, 0, 0, 0, 0, 0]];
        Assert.That(UpliftPersistence.SinceTheEnd(uplift, [1, 2, -1], 3), Is.EqualTo(new[] { new[] { 1.0, 2, 3, 4 }, new[] { 7.0, 6, 5, 4 }, new double[4] }));
        Assert.That(() => UpliftPersistence.SinceTheEnd(uplift, [1, 4, -1], 3),
            Throws.ArgumentException.With.Message.EqualTo("replication 1: followed for 1 years after the end, and 3 were asked for"));
    }

    [Test]
    public void ShareLeft_OfPaths_IsTheRatioOfMeans()
    {
        var persistence = new UpliftPersistence([[4, 3, 1], [6, 4, 1], [5, 2, 2]], Resamples(3));
        Assert.That(persistence.ShareLeft(1).Value, Is.EqualTo(9.0 / 15));
        Assert.That(persistence.ShareLeft(2).Value, Is.EqualTo(4.0 / 15));
        Assert.That(persistence.ShareLeft(0), Is.EqualTo(new RatioOfMeans(1, new Interval(1, 1))));
        Assert.That(persistence.Half()!.Value.Years, Is.EqualTo(2));
    }

    [TestCase(0.8, 4)] // 0.8^3 = 0.512, 0.8^4 = 0.41
    [TestCase(0.4, 1)]
    public void Half_OfFadingUplift_IsTheFirstYearBelowHalf(double keep, int expected)
    {
        HalfLife half = new UpliftPersistence(Fading(100, keep, 12), Resamples(100)).Half()!.Value;
        Assert.That(half.Years, Is.EqualTo(expected));
        Assert.That(half.Low, Is.InRange(expected - 1, expected));
        Assert.That(half.High, Is.InRange(expected, expected + 1));
        double[][] harm = [.. Fading(100, keep, 12).Select(path => path.Select(value => -value).ToArray())];
        Assert.That(new UpliftPersistence(harm, Resamples(100)).Half(), Is.EqualTo(half), "damage heals as benefits fade");
    }

    [Test]
    public void Half_OfUpliftThatStays_IsNotReachedAndOfNoneIsNotAsked()
    {
        Assert.That(new UpliftPersistence(Fading(100, 1, 12), Resamples(100)).Half(), Is.EqualTo(new HalfLife(null, null, null)));
        Assert.That(new UpliftPersistence([.. Fading(50, 0, 3).Select(path => path[1..])], Resamples(50)).Half(), Is.Null, "nothing at the end but noise");
        Assert.That(new UpliftPersistence([new double[3], new double[3], new double[3]], Resamples(3)).ShareLeft(1).IsEstimable, Is.False);
    }

    [Test]
    public void Paths_ThatDoNotMatch_AreRefused()
    {
        Assert.That(() => new UpliftPersistence([[1, 2], [1]], Resamples(2)), Throws.ArgumentException);
        Assert.That(() => new UpliftPersistence([[1, 2]], Resamples(2)), Throws.ArgumentException);
    }

    [Test]
    public void Hysteresis_OfStages_CountsOnlyPairsThatFired()
    {
        Hysteresis found = Hysteresis.Of([1, 2, 3, 4, 1], [1, 3, 3, 5, 2], [true, true, true, true, false]);
        Assert.That(found, Is.EqualTo(new Hysteresis(2, 4)));
        Assert.That((found.Share, found.Interval), Is.EqualTo((0.5, Proportions.Wilson(2, 4))));
        Assert.That(() => Hysteresis.Of([1], [1, 2], [true]), Throws.ArgumentException);
    }
}
