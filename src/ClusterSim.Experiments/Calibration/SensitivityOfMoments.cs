using ClusterSim.Experiments.Statistics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace ClusterSim.Experiments.Calibration;

/// <summary>A combination of factors that moves the targets by so much.</summary>
/// <param name="Eigenvalue">Of J'J: the squared length, in target deviations, by which the moments move when the factors move along the
/// vector by the whole of a range.</param>
/// <param name="Noise">The eigenvalue that chance alone would be expected to show.</param>
/// <param name="Vector">Of length 1, its largest component positive; one component for each factor.</param>
public sealed record MomentDirection(double Eigenvalue, double Noise, IReadOnlyList<double> Vector)
{
    /// <summary>Deviations by which the moments move along the direction.</summary>
    public double Reach => Math.Sqrt(Math.Max(0, Eigenvalue));

    /// <summary>The data cannot tell: not one deviation over the whole range, or no more than twice what chance moves.</summary>
    public bool IsSloppy => Reach < 1 || Eigenvalue < 4 * Noise;
}

/// <summary>How the moments move with the factors at a point: the Jacobian, and which combinations of factors the targets hold fast
/// (stiff) or leave open (sloppy; Gutenkunst et al. 2007).</summary>
/// <param name="Jacobian">Rows = targets, columns = factors: change of a moment, in target deviations, over the range of a factor.</param>
/// <param name="Errors">Standard errors of the same, from blocks of draws.</param>
/// <param name="Directions">Of J'J, the stiffest first.</param>
public sealed record SensitivityOfMoments(double[][] Jacobian, double[][] Errors, IReadOnlyList<MomentDirection> Directions)
{
    /// <summary>Blocks of draws: their spread gives the standard errors.</summary>
    public const int Blocks = 4;

    /// <summary>Half the distance between the two points of a difference, as a share of a factor's range.</summary>
    public const double Step = 0.1;

    /// <summary>Central differences about a point of the unit cube; nearer to an end of a range than a step, the point beyond it is the
    /// end. Both points of a difference share their draws.</summary>
    public static SensitivityOfMoments Measure(double[] point, IReadOnlyList<CalibrationTarget> targets, IMomentSource source, int histories)
    {
        int factors = point.Length;
        double[][] points = [.. Enumerable.Range(0, factors).SelectMany(factor => new[] { Moved(point, factor, Step), Moved(point, factor, -Step) })];
        double[][][] blocks = [.. Enumerable.Range(0, Blocks).Select(block => Differences(points, targets, source.At(CalibrationSeeds.Jacobian + block, points, histories)))];
        double[][] Each(Func<double[], double> of) => [.. targets.Select((_, target) => Enumerable.Range(0, factors)
            .Select(factor => of([.. blocks.Select(block => block[target][factor]).Where(double.IsFinite)])).ToArray())];
        return Of(Each(values => values.Length == 0 ? 0 : Sample.Mean(values)), Each(values => values.Length < 2 ? 0 : Sample.StandardError(values)));
    }

    /// <summary>Of a Jacobian that is known.</summary>
    /// <param name="errors">The same shape.</param>
    public static SensitivityOfMoments Of(double[][] jacobian, double[][] errors)
    {
        Matrix<double> matrix = Matrix<double>.Build.DenseOfRowArrays(jacobian);
        Evd<double> parts = matrix.TransposeThisAndMultiply(matrix).Evd(Symmetricity.Symmetric);
        var directions = new List<MomentDirection>();
        for (int i = matrix.ColumnCount - 1; i >= 0; i--)
        {
            double[] vector = parts.EigenVectors.Column(i).ToArray();
            double largest = vector.MaxBy(Math.Abs);
            if (largest < 0) vector = [.. vector.Select(value => -value)];
            double noise = errors.Sum(row => row.Zip(vector).Sum(each => each.First * each.First * each.Second * each.Second));
            directions.Add(new MomentDirection(Math.Max(0, parts.EigenValues[i].Real), noise, vector));
        }
        return new SensitivityOfMoments(jacobian, errors, directions);
    }

    private static double[] Moved(double[] point, int factor, double step)
    {
        double[] moved = [.. point];
        moved[factor] = Math.Clamp(moved[factor] + step, 0, 1);
        return moved;
    }

    private static double[][] Differences(double[][] points, IReadOnlyList<CalibrationTarget> targets, IReadOnlyList<TargetMoment[]> moments) =>
        [.. targets.Select((target, t) => Enumerable.Range(0, points.Length / 2)
            .Select(factor => (moments[2 * factor][t].Value - moments[2 * factor + 1][t].Value) / target.Deviation / (points[2 * factor][factor] - points[2 * factor + 1][factor])).ToArray())];
}
