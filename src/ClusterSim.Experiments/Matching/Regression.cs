using ClusterSim.Model.Engine;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace ClusterSim.Experiments.Matching;

/// <summary>Gaussian-process regression for given lengths and nugget: trend by generalised least squares, variance profiled out.</summary>
internal sealed class Regression
{
    private readonly Correlation _correlation;
    private readonly double[][] _points;
    private readonly Lazy<double[][]> _inverse;
    private readonly double[][] _weighted, _trendInverse;
    private readonly double[] _coefficients, _weights;
    private readonly int _terms;

    private Regression(Cholesky<double> factor, Correlation correlation, double[][] points, Vector<double> outputs, Matrix<double> trend)
    {
        (_correlation, _points, _terms) = (correlation, points, trend.ColumnCount);
        int n = points.Length;
        _inverse = new Lazy<double[][]>(() => factor.Solve(Matrix<double>.Build.DenseIdentity(n)).ToRowArrays());
        Matrix<double> weighted = factor.Solve(trend);
        Cholesky<double> inner = trend.TransposeThisAndMultiply(weighted).Cholesky();
        Matrix<double> trendInverse = inner.Solve(Matrix<double>.Build.DenseIdentity(_terms));
        Vector<double> coefficients = trendInverse * weighted.TransposeThisAndMultiply(outputs), residuals = outputs - trend * coefficients, weights = factor.Solve(residuals);
        (_weighted, _trendInverse, _coefficients, _weights) = (weighted.ToRowArrays(), trendInverse.ToRowArrays(), coefficients.ToArray(), weights.ToArray());
        int freedom = n - _terms;
        Variance = Math.Max(residuals * weights, double.Epsilon) / freedom;
        // The variance is itself estimated: predictions have the tails of a t.
        Inflation = freedom > 2 ? freedom / (freedom - 2.0) : 3;
        double log = 0;
        for (int i = 0; i < n; i++) log += 2 * Reproducible.Log(factor.Factor[i, i]);
        for (int i = 0; i < _terms; i++) log += 2 * Reproducible.Log(inner.Factor[i, i]);
        Misfit = freedom * Reproducible.Log(Variance) + log;
    }

    /// <summary>Variance of the process.</summary>
    public double Variance { get; }

    /// <summary>By which predicted variances are larger because <see cref="Variance"/> is estimated.</summary>
    public double Inflation { get; }

    /// <summary>Minus twice the restricted log likelihood, up to a constant.</summary>
    public double Misfit { get; }

    /// <summary>Null where the points are so much alike that the numbers give no answer.</summary>
    /// <param name="points">In the unit cube.</param>
    /// <param name="outputs">Row-aligned.</param>
    /// <param name="isLinear">Whether the trend is linear in the inputs; constant otherwise.</param>
    /// <param name="nugget">Variance that no input explains, as a share of that of the process.</param>
    public static Regression? Of(double[][] points, double[] outputs, bool isLinear, double[] lengths, double nugget)
    {
        int n = points.Length;
        var correlation = new Correlation(lengths);
        Matrix<double> matrix = Matrix<double>.Build.Dense(n, n);
        for (int i = 0; i < n; i++)
        {
            matrix[i, i] = 1 + nugget;
            for (int j = 0; j < i; j++) matrix[i, j] = matrix[j, i] = correlation.Of(points[i], points[j]);
        }
        Matrix<double> trend = Matrix<double>.Build.Dense(n, isLinear ? points[0].Length + 1 : 1, (row, term) => term == 0 ? 1 : points[row][term - 1]);
        try
        {
            return new Regression(matrix.Cholesky(), correlation, points, Vector<double>.Build.Dense(outputs), trend);
        }
        catch (ArgumentException) // not positive definite
        {
            return null;
        }
    }

    /// <summary>Mean and variance of the expected output at a point of the unit cube, the nugget left out.</summary>
    public (double Mean, double Variance) At(double[] point)
    {
        int n = _points.Length;
        var alike = new double[n];
        double mean = 0, known = 0;
        for (int i = 0; i < n; i++)
        {
            alike[i] = _correlation.Of(point, _points[i]);
            mean += alike[i] * _weights[i];
        }
        for (int i = 0; i < n; i++)
        {
            double[] row = _inverse.Value[i];
            double sum = 0;
            for (int j = 0; j < i; j++) sum += row[j] * alike[j];
            known += alike[i] * (2 * sum + row[i] * alike[i]);
        }
        var trend = new double[_terms];
        for (int term = 0; term < _terms; term++)
        {
            double value = term == 0 ? 1 : point[term - 1], explained = 0;
            for (int i = 0; i < n; i++) explained += _weighted[i][term] * alike[i];
            mean += value * _coefficients[term];
            trend[term] = value - explained;
        }
        double doubt = 0;
        for (int a = 0; a < _terms; a++)
            for (int b = 0; b < _terms; b++) doubt += trend[a] * _trendInverse[a][b] * trend[b];
        return (mean, Variance * Inflation * Math.Max(0, 1 - known + doubt));
    }

    /// <summary>Error of predicting each output from all others, and its standard deviation (Dubrule 1983).</summary>
    public (double Error, double Deviation)[] LeaveOneOut()
    {
        return [.. _points.Select((_, i) =>
        {
            double precision = _inverse.Value[i][i];
            for (int a = 0; a < _terms; a++)
                for (int b = 0; b < _terms; b++) precision -= _weighted[i][a] * _trendInverse[a][b] * _weighted[i][b];
            return (_weights[i] / precision, Math.Sqrt(Variance * Inflation / precision));
        })];
    }
}
