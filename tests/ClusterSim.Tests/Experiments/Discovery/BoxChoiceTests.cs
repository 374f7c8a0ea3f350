using ClusterSim.Experiments.Discovery;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Discovery;

public sealed class BoxChoiceTests
{
    /// <summary>Of 100 cases: coverage and density 1 and 0.1, 0.95 and 0.5, 0.9 and 0.9, 0.8 and 0.95, 0.5 and 1.</summary>
    private static readonly TrajectoryBox[] Curve =
    [
        new(PrimBox.Whole(1), 1000, 100), new(PrimBox.Whole(1), 190, 95), new(PrimBox.Whole(1), 100, 90), new(PrimBox.Whole(1), 84, 80), new(PrimBox.Whole(1), 50, 50),
    ];

    [TestCase(null, null, 90, true)]
    [TestCase(0.8, null, 80, true)]
    [TestCase(0.81, null, 90, true)]
    [TestCase(0.96, null, 100, true)]
    [TestCase(null, 0.45, 95, true)]
    [TestCase(null, 1.0, 50, true)]
    [TestCase(0.4, 0.95, 80, true)]
    [TestCase(0.95, 0.95, 90, false)]
    public void Of_AWish_IsTheBoxThatKeepsIt(double? coverage, double? density, int cases, bool kept)
    {
        (TrajectoryBox box, bool isKept) = new BoxChoice(coverage, density).Of(Curve);
        Assert.That((box.Cases, isKept), Is.EqualTo((cases, kept)));
    }
}
