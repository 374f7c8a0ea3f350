using ClusterSim.Experiments.Statistics;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

public sealed class StoppingRuleTests
{
    private static readonly StoppingRule Rule = new(Relative: 0.2, Floor: 10, Fewest: 30, Most: 500);

    private static PairedDifference Contrast(double mean, double half, bool narrow = false) =>
        PairedDifference.Of([1, 2, 3], [2, 4, 3], [true, true, true], new Resamples(1, "made", 3, 10)) with { Mean = mean, Interval = new Interval(mean - half, mean + half), MayBeTooNarrow = narrow };

    [TestCase(30, 500, new[] { 30, 60, 120, 240, 480, 500 })]
    [TestCase(30, 120, new[] { 30, 60, 120 })]
    [TestCase(30, 20, new[] { 20 })]
    public void Looks_FromFewestToMost_Double(int fewest, int most, int[] looks) => Assert.That((Rule with { Fewest = fewest, Most = most }).Looks, Is.EqualTo(looks));

    [TestCase(100, 20, ExpectedResult = true)] // a fifth of the mean
    [TestCase(100, 20.1, ExpectedResult = false)]
    [TestCase(-100, 20, ExpectedResult = true)]
    [TestCase(3, 10, ExpectedResult = true)] // the floor; the interval holds 0, and that does not matter
    [TestCase(3, 10.1, ExpectedResult = false)]
    [TestCase(30, 10.1, ExpectedResult = false)] // far from 0, and that does not matter either
    public bool Rule_OfOneContrast_AsksForItsHalfWidthAlone(double mean, double half) => Rule.IsMet([Contrast(mean, half)]);

    [Test]
    public void Next_AfterALook_IsTheNextUntilAllArePrecise()
    {
        PairedDifference precise = Contrast(100, 1), wide = Contrast(100, 60), narrow = Contrast(100, 1, narrow: true);
        Assert.That(Rule.Next(30, [precise, wide]), Is.EqualTo(60));
        Assert.That(Rule.Next(480, [wide]), Is.EqualTo(500));
        Assert.That(Rule.Next(500, [wide]), Is.Null);
        Assert.That(Rule.Next(30, [precise, precise]), Is.Null);
        Assert.That(Rule.Next(30, [narrow]), Is.EqualTo(60), "an interval that may be too narrow is not known to be precise");
    }
}
