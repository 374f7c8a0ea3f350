using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace ClusterSim.Experiments.Detection;

/// <summary>Logistic regression with a ridge: maximises log likelihood - ridge / 2 * sum of squared coefficients; the intercept
/// is free.</summary>
/// <remarks>Newton's method, which here is iteratively reweighted least squares (le Cessie and van Houwelingen 1992). Standard
/// errors are sandwich estimates over groups (Liang and Zeger 1986): rows of one history are no independent witnesses.</remarks>
/// <param name="Coefficients">The intercept first; length = columns + 1.</param>
/// <param name="StandardErrors">Row-aligned with the coefficients.</param>
/// <param name="Steps">Newton steps taken.</param>
public sealed record LogisticFit(double[] Coefficients, double[] StandardErrors, int Steps)
{
    private const int MostSteps = 50;
    private const double Near = 1e-10;

    /// <summary>Fits.</summary>
    /// <param name="rows">At least one, of equal length; standardise them first, since the ridge treats all columns alike.</param>
    /// <param name="events">Row-aligned.</param>
    /// <param name="groups">Which history each row is from; row-aligned.</param>
    /// <param name="ridge">Not negative. With 0 and columns that separate events from the rest there is no finite answer.</param>
    /// <exception cref="ArgumentException">Not one event, or nothing else; a singular matrix; no convergence.</exception>
    public static LogisticFit Of(IReadOnlyList<double[]> rows, IReadOnlyList<bool> events, IReadOnlyList<int> groups, double ridge)
    {
        int hits = events.Count(hit => hit), terms = rows[0].Length + 1;
        if (hits == 0 || hits == rows.Count) throw new ArgumentException("a logistic curve needs events and rows without", nameof(events));
        var coefficients = new double[terms];
        coefficients[0] = Reproducible.Log(hits / (double)(rows.Count - hits));
        for (int step = 1; step <= MostSteps; step++)
        {
            (Cholesky<double> curvature, Vector<double> slope) = Derivatives(rows, events, coefficients, ridge);
            Vector<double> move = curvature.Solve(slope);
            // A step beyond this would leave the region in which the quadratic is any good.
            double length = move.InfinityNorm(), share = length > 2 ? 2 / length : 1;
            for (int i = 0; i < terms; i++) coefficients[i] += share * move[i];
            if (!double.IsFinite(length)) break;
            if (length < Near) return new LogisticFit(coefficients, Errors(rows, events, groups, coefficients, ridge), step);
        }
        throw new ArgumentException("the fit does not settle: try a larger ridge", nameof(ridge));
    }

    /// <summary>The logit of a row.</summary>
    public static double Logit(double[] coefficients, double[] row)
    {
        double logit = coefficients[0];
        for (int i = 0; i < row.Length; i++) logit += coefficients[i + 1] * row[i];
        return logit;
    }

    /// <summary>Minus the second derivatives, factored, and the first derivatives of what is maximised.</summary>
    private static (Cholesky<double> Curvature, Vector<double> Slope) Derivatives(IReadOnlyList<double[]> rows, IReadOnlyList<bool> events, double[] coefficients, double ridge)
    {
        int terms = coefficients.Length;
        var curvature = new double[terms, terms];
        var slope = new double[terms];
        for (int row = 0; row < rows.Count; row++)
        {
            double[] x = rows[row];
            double p = WarningModel.Chance(Logit(coefficients, x)), weight = p * (1 - p), rest = (events[row] ? 1 : 0) - p;
            slope[0] += rest;
            curvature[0, 0] += weight;
            for (int i = 1; i < terms; i++)
            {
                double weighted = weight * x[i - 1];
                slope[i] += rest * x[i - 1];
                curvature[i, 0] += weighted;
                for (int j = 1; j <= i; j++) curvature[i, j] += weighted * x[j - 1];
            }
        }
        for (int i = 0; i < terms; i++)
        {
            for (int j = 0; j < i; j++) curvature[j, i] = curvature[i, j];
            if (i == 0) continue;
            curvature[i, i] += ridge;
            slope[i] -= ridge * coefficients[i];
        }
        return (Matrix<double>.Build.DenseOfArray(curvature).Cholesky(), Vector<double>.Build.DenseOfArray(slope));
    }

    private static double[] Errors(IReadOnlyList<double[]> rows, IReadOnlyList<bool> events, IReadOnlyList<int> groups, double[] coefficients, double ridge)
    {
        int terms = coefficients.Length;
        var scores = new SortedDictionary<int, double[]>();
        for (int row = 0; row < rows.Count; row++)
        {
            if (!scores.TryGetValue(groups[row], out double[]? score)) scores[groups[row]] = score = new double[terms];
            double rest = (events[row] ? 1 : 0) - WarningModel.Chance(Logit(coefficients, rows[row]));
            score[0] += rest;
            for (int i = 1; i < terms; i++) score[i] += rest * rows[row][i - 1];
        }
        Matrix<double> meat = Matrix<double>.Build.Dense(terms, terms);
        foreach (double[] score in scores.Values)
            for (int i = 0; i < terms; i++)
                for (int j = 0; j < terms; j++) meat[i, j] += score[i] * score[j];
        Matrix<double> bread = Derivatives(rows, events, coefficients, ridge).Curvature.Solve(Matrix<double>.Build.DenseIdentity(terms));
        Matrix<double> covariance = bread * meat * bread;
        return [.. Enumerable.Range(0, terms).Select(i => Math.Sqrt(Math.Max(0, covariance[i, i])))];
    }
}
