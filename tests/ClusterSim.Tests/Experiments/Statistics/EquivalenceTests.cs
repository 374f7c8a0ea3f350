using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class EquivalenceTests
{
    [TestCase(1)]
    [TestCase(-1)]
    public void Of_FourDifferences_IsTheHandCalculation(int sign)
    {
        // Mean 1.5, variance 5/3; the nearer mark is 4 - 1.5 away. Student's t with three degrees of freedom has a closed form.
        double t = 2.5 / Math.Sqrt(5.0 / 3 / 4), tail = 0.5 - (t / (Math.Sqrt(3) * (1 + t * t / 3)) + Math.Atan(t / Math.Sqrt(3))) / Math.PI;
        Equivalence found = Equivalence.Of([sign, 2 * sign, 0, 3 * sign], 4);
        Assert.That(found.PValue, Is.EqualTo(tail).Within(5e-7));
        Assert.That((found.IsEquivalent, found.Words), Is.EqualTo((true, "no difference that matters")));
    }

    [Test]
    public void Of_AMeanBeyondTheMark_IsNotEquivalent()
    {
        Equivalence found = Equivalence.Of([1, 2, 0, 3], 1);
        Assert.That(found.PValue, Is.GreaterThan(0.5));
        Assert.That(found.Words, Is.EqualTo("a difference that matters is not ruled out"));
    }

    [TestCase(new double[] { }, 1, 1)]
    [TestCase(new double[] { 0 }, 1, 1)]
    [TestCase(new double[] { 0, 0, 0 }, 1, 0)]
    [TestCase(new double[] { 2, 2, 2 }, 1, 1)]
    public void Of_DifferencesWithoutSpread_SaysWhatIsKnown(double[] differences, double smallest, double p) =>
        Assert.That(Equivalence.Of(differences, smallest).PValue, Is.EqualTo(p));

    [Test]
    public void Of_NoMark_IsRefused() => Assert.That(() => Equivalence.Of([1, 2, 3], 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Of_ATrueDifferenceAtTheMark_ErrsInFivePercent()
    {
        const int trials = 4_000, pairs = 30;
        int equivalent = Enumerable.Range(0, trials).Count(trial =>
        {
            var draws = Worlds.DrawsOf("mark", trial);
            return Equivalence.Of([.. Enumerable.Range(0, pairs).Select(i => 1 + draws.Normal((ulong)i))], 1).IsEquivalent;
        });
        Assert.That(equivalent / (double)trials, Is.EqualTo(0.05).Within(4 * Math.Sqrt(0.05 * 0.95 / trials)));
    }
}
