using ClusterSim.Experiments.Matching;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Matching;

public sealed class HistoryMatchTests
{
    private static readonly InputSpace Line = new([new InputRange("x", 0, 10)]), Square = new([new InputRange("a", 0, 1), new InputRange("b", -1, 1)]);

    [Test]
    public void Look_LineOfKnownSlope_LeavesTheKnownRange()
    {
        // y = 2 x, 8 observed with a standard deviation of 0.5: three of them leave 6.5..9.5, that is x = 3.25..4.75.
        Wave wave = Fit(Line, 15, x => 20 * x[0], 8, 0.3, discrepancy: 0.4);
        MatchedSpace left = new HistoryMatch(Line, [wave], 3, 1).Look(0);
        Assert.That((left.Inputs[0].Kept.Low, left.Inputs[0].Kept.High), Is.EqualTo((3.25, 4.75)).Within(0.01));
        Assert.That(left.Interval.Holds(0.15), $"{left.Share}");
        Assert.That(left.Inputs[0].Profile[8].Depth, Is.EqualTo(1), "4 to 4.5");
        Assert.That(left.Inputs[0].Profile[8].Least, Is.LessThan(0.05));
        Assert.That((left.Inputs[0].Profile[0].Depth, left.Inputs[0].Profile[0].Least), Is.EqualTo((0.0, 14.0)).Within(0.1), "at 0.5 the line is 7 below, and the deviation 0.5");
    }

    [Test]
    public void Look_RingInASquare_LeavesItsArea()
    {
        // Of the quarter circle about a corner: squared radius 0.5 within 3 times 0.05 is pi/4 times 0.3 of the unit square.
        Wave wave = Fit(Square, 60, x => x[0] * x[0] + x[1] * x[1], 0.5, 0.05);
        MatchedSpace left = new HistoryMatch(Square, [wave], 3, 1).Look(30);
        Assert.That(left.Share, Is.EqualTo(Math.PI / 4 * 0.3).Within(0.012));
        Assert.That(left.Next, Has.Count.EqualTo(30));
        foreach (double[] point in left.Next)
        {
            double[] unit = Square.ToUnit(point);
            Assert.That(unit[0] * unit[0] + unit[1] * unit[1], Is.EqualTo(0.5).Within(0.17));
        }
        Assert.That(left.Next.Select(point => point[1]).Max() - left.Next.Select(point => point[1]).Min(), Is.GreaterThan(1.3), "spread along the ring");
    }

    [Test]
    public void Implausibility_OfTheTruth_IsSeldomBeyondThree()
    {
        int ruledOut = 0, beyond2 = 0;
        double[] truths = [.. Simulators.Points(100, 1, 9).Select(point => point[0])], errors = Simulators.Noise(100, 0.1, 10);
        for (int repetition = 0; repetition < 100; repetition++)
        {
            double[] truth = [truths[repetition], 1 - truths[(repetition * 37 + 5) % 100]];
            double[][] points = Simulators.Points(20, 2, 1_000 + (ulong)repetition);
            var target = new MatchTarget("y", Simulators.Hills(truth) + errors[repetition], 0.1, 0);
            double implausibility = Wave.Fit([target], points, [[.. points.Select(Simulators.Hills)]]).Implausibility(truth);
            if (implausibility > 3) ruledOut++;
            if (implausibility > 2) beyond2++;
        }
        Assert.That(ruledOut, Is.LessThanOrEqualTo(2), "0.3 % would be normal");
        Assert.That(beyond2, Is.LessThanOrEqualTo(11), "4.6 % would be normal");
    }

    [Test]
    public void Look_SecondWaveInsideTheFirst_LeavesLessAndKeepsTheTruth()
    {
        double[] truth = [0.3, 0.8];
        double observed = Simulators.Hills(truth);
        Wave first = Fit(Square, 14, Simulators.Hills, observed, 0.02);
        MatchedSpace left = new HistoryMatch(Square, [first], 3, 1).Look(25);
        double[][] points = [.. left.Next.Select(point => Square.ToUnit(point))];
        var second = Wave.Fit([new MatchTarget("y", observed, 0.02, 0)], points, [[.. points.Select(Simulators.Hills)]]);
        var both = new HistoryMatch(Square, [first, second], 3, 1);
        Assert.That(both.Look(0).Share, Is.LessThan(0.8 * left.Share).And.GreaterThan(0));
        Assert.That(both.Implausibility(truth), Is.LessThan(3));
    }

    [Test]
    public void Look_OneOutputThatCannotBeMet_IsForgivenOnRequest()
    {
        double[][] points = Simulators.Points(20, 1, 1);
        MatchTarget[] targets = [new("y", 0.5, 0.05, 0), new("z", 40, 0.05, 0)];
        double[][] outputs = [[.. points.Select(point => point[0])], [.. points.Select(point => point[0] * 2)]];
        double Share(int forgiven) => new HistoryMatch(Line, [Wave.Fit(targets, points, outputs, forgiven)], 3, 1).Look(0).Share;
        Assert.That((Share(0), Share(1)), Is.EqualTo((0.0, 0.3)).Within(0.02));
    }

    [Test]
    public void Wave_WhoseEmulatorFails_RulesNothingOut()
    {
        // Flat but for a few spikes that nothing foretells: no one variance fits.
        double[][] points = Simulators.Points(60, 1, 1);
        var wave = Wave.Fit([new MatchTarget("y", 1_000, 0.1, 0)], points, [[.. points.Select((point, i) => i % 12 == 0 ? 100 - 200 * (i % 24 / 12) : 0.001 * point[0])]]);
        Assert.That(wave.CanRuleOut, Is.False, $"{wave.Outputs[0].Emulator.Check}");
        Assert.That(wave.Implausibility([0.5]), Is.Zero);
    }

    private static Wave Fit(InputSpace space, int count, Func<double[], double> simulator, double observed, double error, double discrepancy = 0)
    {
        double[][] points = Simulators.Points(count, space.Count, 1);
        return Wave.Fit([new MatchTarget("y", observed, error, discrepancy)], points, [[.. points.Select(simulator)]]);
    }
}
