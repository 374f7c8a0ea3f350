using ClusterSim.Experiments.Comparing;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Comparing;

public sealed class BestSetTests
{
    /// <summary>Common noise cancels in pairs: the second arm is one unit worse in every history, the third is the first with noise.</summary>
    [Test]
    public void Set_OfPairedArms_LeavesOutWhatIsSurelyWorse()
    {
        double[] common = [.. Enumerable.Range(0, 40).Select(i => 10 * Math.Sin(i * 1.7))];
        double[] best = [.. common.Select(value => value + 5)], worse = [.. common.Select((value, i) => value + 4 + 0.2 * Math.Cos(i))];
        double[] near = [.. common.Select((value, i) => value + 5 - 0.05 + 2 * Math.Sin(3.1 * i))];
        Assert.That(BestSet.Of([best, worse, near], 1, "test"), Is.EqualTo(new[] { true, false, true }));
    }

    [Test]
    public void Set_OfArmsThatAreTheSame_HoldsAll() => Assert.That(BestSet.Of([[1, 2, 3], [1, 2, 3]], 1, "test"), Is.EqualTo(new[] { true, true }));

    [Test]
    public void Set_OfTooFewHistories_IsEmpty() => Assert.That(BestSet.Of([[1, 2], [3, 4]], 1, "test"), Has.All.False);
}
