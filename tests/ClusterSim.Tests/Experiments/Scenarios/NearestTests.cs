using ClusterSim.Experiments.Scenarios;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

public sealed class NearestTests
{
    private static readonly string[] Names = ["exit", "spin-offs", "start-up-finance", "training"];

    [TestCase("spin-ofs", ExpectedResult = "spin-offs")]
    [TestCase("SPIN-OFFS", ExpectedResult = "spin-offs")]
    [TestCase("psin-fofs", ExpectedResult = "spin-offs")] // two swaps count as two, not as four
    [TestCase("start-up-finanse", ExpectedResult = "start-up-finance")]
    [TestCase("ex", ExpectedResult = "exit")]
    [TestCase("e", ExpectedResult = null)] // three letters are no slip
    [TestCase("wombat", ExpectedResult = null)]
    public string? To_OfASlip_FindsTheNameAndNothingForOtherWords(string given) => Nearest.To(given, Names);

    [Test]
    public void To_OfTwoNear_TakesTheNearer() => Assert.That(Nearest.To("trainig", ["raining", "training"]), Is.EqualTo("training"));

    [Test]
    public void Hint_WithoutANearName_ListsAFewAndNotMany()
    {
        Assert.That(Nearest.Hint("spin-ofs", Names), Is.EqualTo("; did you mean spin-offs?"));
        Assert.That(Nearest.Hint("wombat", Names), Is.EqualTo(": allowed exit, spin-offs, start-up-finance, training"));
        Assert.That(Nearest.Hint("wombat", Enumerable.Range(0, 15).Select(i => $"quite-another-{i}")), Is.Empty);
    }
}
