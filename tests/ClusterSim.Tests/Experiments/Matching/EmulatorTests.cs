using ClusterSim.Experiments.Matching;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Matching;

public sealed class EmulatorTests
{
    [Test]
    public void Fit_SmoothFunction_PredictsBetweenThePointsWithinItsOwnDoubt()
    {
        double[][] points = Simulators.Points(40, 2, 1);
        var emulator = Emulator.Fit(points, [.. points.Select(Simulators.Hills)]);
        double[][] fresh = Simulators.Points(200, 2, 2);
        (double Error, double Deviation)[] errors = [.. fresh.Select(point => emulator.At(point) is var (mean, variance) ? (mean - Simulators.Hills(point), Math.Sqrt(variance)) : default)];
        Assert.That(errors.Average(each => each.Error * each.Error), Is.LessThan(0.003), "of a function with variance 0.5");
        Assert.That(errors.Count(each => Math.Abs(each.Error) <= 2 * each.Deviation), Is.GreaterThan(170));
        Assert.That((emulator.Check.Holds, emulator.Check.Explained > 0.98, emulator.NuggetShare < 0.01), Is.EqualTo((true, true, true)));
    }

    [Test]
    public void At_ARowOfTheTable_IsThatRowAlmostWithoutDoubt()
    {
        double[][] points = Simulators.Points(25, 2, 1);
        var emulator = Emulator.Fit(points, [.. points.Select(Simulators.Hills)]);
        (double mean, double variance) = emulator.At(points[7]);
        Assert.That(mean, Is.EqualTo(Simulators.Hills(points[7])).Within(0.02));
        Assert.That(Math.Sqrt(variance), Is.LessThan(0.05));
    }

    [Test]
    public void Fit_NoiseOverALine_LearnsTheShareOfChance()
    {
        double[][] points = Simulators.Points(120, 1, 1);
        double[] noise = Simulators.Noise(120, 0.5, 3);
        var emulator = Emulator.Fit(points, [.. points.Select((point, i) => 4 * point[0] + noise[i])]);
        Assert.That(emulator.Check.Explained, Is.EqualTo(4.0 * 4 / 12 / (16.0 / 12 + 0.25)).Within(0.08), "variance of the line over all variance");
        Assert.That(emulator.NuggetShare, Is.GreaterThan(0.7), "what is left about the trend is chance");
        Assert.That(emulator.At([0.5]).Mean, Is.EqualTo(2).Within(0.15));
    }

    [Test]
    public void LeaveOneOut_OfARow_IsThePredictionFromAllOthers()
    {
        double[][] points = Simulators.Points(30, 2, 1);
        double[] outputs = [.. points.Select(Simulators.Hills)];
        double[] lengths = [0.4, 0.7];
        (double error, _) = Regression.Of(points, outputs, true, lengths, 0.01)!.LeaveOneOut()[11];
        var without = Regression.Of([.. points.Where((_, i) => i != 11)], [.. outputs.Where((_, i) => i != 11)], true, lengths, 0.01)!;
        Assert.That(error, Is.EqualTo(outputs[11] - without.At(points[11]).Mean).Within(1e-9));
    }

    [Test]
    public void Check_OfAnEmulatorThatIsTooSureOfItself_Fails()
    {
        double[] outputs = [.. Enumerable.Range(0, 40).Select(i => (double)i)];
        bool Holds(int beyond, double error) => EmulatorCheck.Of([.. outputs.Select((_, i) => (i < beyond ? error : 1, 1.0))], outputs).Holds;
        Assert.That((Holds(2, 2.5), Holds(8, 2.5)), Is.EqualTo((true, false)), "too many beyond two deviations");
        Assert.That((Holds(1, 9), Holds(4, 9)), Is.EqualTo((true, false)), "too many beyond three");
    }

    [Test]
    public void Minimise_AValley_FindsItsFloorWithinTheBounds()
    {
        (double[] at, _) = PatternSearch.Minimise(x => (x[0] - 1) * (x[0] - 1) + (x[1] - x[0]) * (x[1] - x[0]), [-3, 4], [-5, -5], [5, 0.5], 1, 1e-6);
        Assert.That(at, Is.EqualTo(new[] { 0.75, 0.5 }).Within(1e-4));
    }
}
