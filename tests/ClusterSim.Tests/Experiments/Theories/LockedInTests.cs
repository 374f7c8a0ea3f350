using ClusterSim.Experiments.Theories;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Theories;

public sealed class LockedInTests
{
    private static readonly double[] Advantage = [0.1, 0, -0.1, 0];

    [Test]
    public void Entropy_OfWinners_IsNothingForOneAndAllForAny()
    {
        Assert.That(Of([0, 0, 0, 0]).Entropy(), Is.Zero);
        Assert.That(Of([0, 1, 2, 3]).Entropy(), Is.EqualTo(1).Within(1e-12));
        Assert.That(Of([0, 0, 1, 1]).Entropy(), Is.EqualTo(0.5).Within(1e-12), "one of two, of four");
    }

    [Test]
    public void Correlation_WhereSharesFollowAdvantage_IsOneAndTurnsWithIt()
    {
        var with = new LockedIn();
        with.Take(([0.4, 0.25, 0.1, 0.25], Advantage));
        Assert.That(with.Correlation(), Is.EqualTo(1).Within(1e-12));
        Assert.That(with.TopShare(), Is.EqualTo(0.4));
        var against = new LockedIn();
        against.Take(([0.1, 0.25, 0.4, 0.25], Advantage));
        Assert.That(against.Correlation(), Is.EqualTo(-1).Within(1e-12));
    }

    private static LockedIn Of(int[] winners)
    {
        var locked = new LockedIn();
        foreach (int winner in winners) locked.Take(([.. Enumerable.Range(0, 4).Select(region => region == winner ? 0.7 : 0.1)], Advantage));
        return locked;
    }
}
