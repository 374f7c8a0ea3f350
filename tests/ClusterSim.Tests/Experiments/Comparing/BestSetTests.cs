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

    /// <summary>The promise of multiple comparisons with the best (Hsu 1984): an arm that is truly best is left out in at most 5 %
    /// of studies, even if it shares that place with others; one that is clearly worse rarely stays.</summary>
    [Test]
    public void Set_OverManyStudies_HoldsTheTrulyBestArm()
    {
        const int studies = 400, pairs = 40;
        int best = 0, shared = 0, worse = 0;
        for (int study = 0; study < studies; study++)
        {
            double[] Arm(int arm, double mean) => [.. Enumerable.Range(0, pairs).Select(i => mean + Worlds.DrawsOf($"set {arm}", study).Normal((ulong)i))];
            bool[] set = BestSet.Of([Arm(0, 1), Arm(1, 1), Arm(2, 1), Arm(3, 0)], (ulong)study, "coverage");
            if (set[0]) best++;
            if (set[0] && set[1] && set[2]) shared++;
            if (set[3]) worse++;
        }
        double error = 4 * Math.Sqrt(0.05 * 0.95 / studies);
        Assert.That(best / (double)studies, Is.GreaterThan(0.95 - error));
        Assert.That(shared / (double)studies, Is.LessThan(best / (double)studies), "all three at once are not promised");
        Assert.That(worse / (double)studies, Is.LessThan(0.1));
        TestContext.Out.WriteLine($"best {best}, all three {shared}, worse {worse} of {studies}");
    }
}
