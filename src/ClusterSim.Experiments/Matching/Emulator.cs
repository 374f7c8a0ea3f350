using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Matching;

/// <summary>How an emulator did when every row was predicted from all others.</summary>
/// <param name="Within2">Share of the errors within two of their standard deviations.</param>
/// <param name="Within3">The same for three, which is where points are ruled out.</param>
/// <param name="Explained">Share of the output's variance that the predictions explain; below 0 = worse than the mean.</param>
/// <param name="Holds">Whether errors beyond two and three standard deviations are few enough to be chance: the emulator may rule points out.</param>
public sealed record EmulatorCheck(double Within2, double Within3, double Explained, bool Holds)
{
    /// <summary>Chance at which either share rejects a sound emulator.</summary>
    private const double Doubt = 0.005;

    /// <summary>Shares that a t with some ten degrees of freedom keeps.</summary>
    private const double Expected2 = 0.95, Expected3 = 0.99;

    internal static EmulatorCheck Of((double Error, double Deviation)[] predictions, double[] outputs)
    {
        int n = outputs.Length, within2 = Within(2), within3 = Within(3);
        double squares = Reproducible.Sum([.. predictions.Select(each => each.Error * each.Error)]), all = Sample.Variance(outputs) * (n - 1);
        bool holds = BinomialTail.AtMost(within2, n, Expected2) >= Doubt && BinomialTail.AtMost(within3, n, Expected3) >= Doubt;
        return new EmulatorCheck(within2 / (double)n, within3 / (double)n, 1 - squares / all, holds);

        int Within(double deviations) => predictions.Count(each => Math.Abs(each.Error) <= deviations * each.Deviation);
    }
}

/// <summary>A fast guess of what a simulator gives between the points at which it was run, with its own doubt: a Gaussian process with
/// linear or constant trend and a nugget (Craig et al. 1997; Andrianakis et al. 2015). Lengths and nugget by restricted maximum likelihood.</summary>
public sealed class Emulator
{
    /// <summary>Rows on which the likelihood is judged; conditioning uses all.</summary>
    private const int MostJudged = 200;

    private const double ShortestLength = 0.05, LongestLength = 20, SmallestNugget = 1e-6, LargestNugget = 10;

    /// <summary>The likelihood may have several peaks: rough or smooth, with chance or without.</summary>
    private static readonly (double Length, double Nugget)[] Starts = [(0.3, 1e-4), (2, 1e-4), (1, 0.1)];

    private readonly Regression _regression;
    private readonly double _centre, _scale;

    private Emulator(Regression regression, double centre, double scale, EmulatorCheck check) =>
        (_regression, _centre, _scale, Check) = (regression, centre, scale, check);

    /// <summary>Distances over which the output stays alike, as shares of each input's range; length = inputs.</summary>
    public required IReadOnlyList<double> Lengths { get; init; }

    /// <summary>Share of the variance about the trend that no input explains: chance, where the simulator has any.</summary>
    public required double NuggetShare { get; init; }

    public required bool IsLinear { get; init; }

    public EmulatorCheck Check { get; }

    /// <summary>Rows below which no emulator is fitted.</summary>
    public static int FewestRows(int inputs) => 2 * inputs + 6;

    /// <param name="points">In the unit cube; at least <see cref="FewestRows"/>.</param>
    /// <param name="outputs">Row-aligned; not all equal.</param>
    public static Emulator Fit(double[][] points, double[] outputs)
    {
        int inputs = points[0].Length;
        bool isLinear = points.Length >= 5 * (inputs + 1);
        double centre = Sample.Mean(outputs), scale = Sample.StandardDeviation(outputs);
        double[] standard = [.. outputs.Select(value => (value - centre) / scale)];
        int[] judged = [.. Enumerable.Range(0, Math.Min(points.Length, MostJudged)).Select(i => (int)((long)i * points.Length / Math.Min(points.Length, MostJudged)))];
        double[][] judgedPoints = [.. judged.Select(i => points[i])];
        double[] judgedOutputs = [.. judged.Select(i => standard[i])];
        double[] low = [.. Enumerable.Repeat(Reproducible.Log(ShortestLength), inputs), Reproducible.Log(SmallestNugget)];
        double[] high = [.. Enumerable.Repeat(Reproducible.Log(LongestLength), inputs), Reproducible.Log(LargestNugget)];
        (double[] best, _) = Starts.Select(start => PatternSearch.Minimise(Misfit,
            [.. Enumerable.Repeat(Reproducible.Log(start.Length), inputs), Reproducible.Log(start.Nugget)], low, high, 1, 0.2)).MinBy(found => found.Value);
        (best, _) = PatternSearch.Minimise(Misfit, best, low, high, 0.1, 0.05);
        (double[] lengths, double ratio) = Settings(best);
        Regression regression = Regression.Of(points, standard, isLinear, lengths, ratio) ?? Regression.Of(points, standard, isLinear, lengths, 1e-3)!;
        return new Emulator(regression, centre, scale, EmulatorCheck.Of(regression.LeaveOneOut(), standard))
            { Lengths = lengths, NuggetShare = ratio / (1 + ratio), IsLinear = isLinear };

        double Misfit(double[] logs)
        {
            (double[] lengths, double nugget) = Settings(logs);
            return Regression.Of(judgedPoints, judgedOutputs, isLinear, lengths, nugget)?.Misfit ?? double.PositiveInfinity;
        }

        static (double[] Lengths, double Nugget) Settings(double[] logs) => ([.. logs[..^1].Select(Reproducible.Exp)], Reproducible.Exp(logs[^1]));
    }

    /// <summary>The expected output at a point of the unit cube, and the variance of that guess.</summary>
    public (double Mean, double Variance) At(double[] point)
    {
        (double mean, double variance) = _regression.At(point);
        return (_centre + _scale * mean, _scale * _scale * variance);
    }
}
