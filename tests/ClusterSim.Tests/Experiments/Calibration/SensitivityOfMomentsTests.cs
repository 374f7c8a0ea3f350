using ClusterSim.Experiments.Calibration;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Calibration;

/// <summary>Jacobian, eigenvalues and words by hand.</summary>
public sealed class SensitivityOfMomentsTests
{
    private static readonly CalibrationTarget[] Targets = [CalibrationTarget.Observed("a", "a", "", "", 0, 0, 2), CalibrationTarget.Observed("b", "b", "", "", 0, 0, 0.5)];

    [Test]
    public void Jacobian_OfALinearFunction_IsItsSlopesOverTheDeviations()
    {
        var toy = new Toy(x => [6 * x[0] + 2 * x[1], x[0] - 3 * x[1]]);
        var found = SensitivityOfMoments.Measure([0.5, 0.98], Targets, toy, 5); // the second factor at the end of its range
        Assert.That(found.Jacobian[0], Is.EqualTo(new[] { 3.0, 1 }).Within(1e-12));
        Assert.That(found.Jacobian[1], Is.EqualTo(new[] { 2.0, -6 }).Within(1e-12));
        Assert.That(found.Errors.SelectMany(row => row), Has.All.EqualTo(0).Within(1e-12));
        Assert.That(toy.Stages, Is.EqualTo(Enumerable.Range(CalibrationSeeds.Jacobian, SensitivityOfMoments.Blocks)));
    }

    [Test]
    public void Directions_OfTwoRows_AreTheEigenvectorsByHand()
    {
        // J'J of the rows (3, 3) and (0.1, -0.1): eigenvalue 18 along (1, 1) / root 2, 0.02 along (1, -1) / root 2.
        var found = SensitivityOfMoments.Of([[3, 3], [0.1, -0.1]], [[0.1, 0.1], [0, 0]]);
        double half = Math.Sqrt(0.5);
        Assert.That(found.Directions.Select(direction => direction.Eigenvalue), Is.EqualTo(new[] { 18, 0.02 }).Within(1e-12));
        Assert.That(found.Directions[0].Vector, Is.EqualTo(new[] { half, half }).Within(1e-12));
        Assert.That(found.Directions[1].Vector.Select(Math.Abs), Is.EqualTo(new[] { half, half }).Within(1e-12));
        Assert.That(found.Directions[0].Noise, Is.EqualTo(0.01).Within(1e-12));
        Assert.That((found.Directions[0].IsSloppy, found.Directions[1].IsSloppy), Is.EqualTo((false, true)));
    }

    [Test]
    public void Words_OfAStiffAndASloppyDirection_NameWhatMovesTogether()
    {
        string[] names = ["spin-offs.rate", "entry", "exit"];
        Assert.That(DirectionWords.Of(new MomentDirection(0.16, 0, [0.8, -0.6, 0.01]), names), Is.EqualTo("the data cannot tell apart spin-offs.rate up and entry down: together, over a whole range, they move the targets by 0.4 sd"));
        Assert.That(DirectionWords.Of(new MomentDirection(400, 1, [0.01, 0.02, 0.99]), names), Is.EqualTo("the data hold exit fast: 20 sd over a whole range"));
        Assert.That(DirectionWords.Of(new MomentDirection(0.25, 0, [0, 0, 1]), names), Is.EqualTo("the data do not hold exit fast: over its whole range the targets move by 0.5 sd"));
        Assert.That(DirectionWords.Of(new MomentDirection(9, 4, [1, 0, 0]), names), Does.StartWith("the data cannot tell spin-offs.rate from chance: 3.0 sd").And.EndWith("chance alone would show 2.0"));
    }
}
