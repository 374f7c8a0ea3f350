using ClusterSim.Model.Engine;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Detection;

/// <summary>A straight piece of a path.</summary>
/// <param name="First">Its first point.</param>
/// <param name="Last">Its last point.</param>
/// <param name="Slope">Per point.</param>
public readonly record struct StraightPiece(int First, int Last, double Slope);

/// <summary>Cuts a path into straight pieces with the whole of it in view: the hindsight against which the stage detector, which sees
/// only the past, is measured.</summary>
/// <remarks>Minimises the sum of squares about a line for each piece + penalty per piece, exactly, by dynamic programming over the
/// last cut (Bellman 1961; Killick, Fearnhead and Eckley 2012 for the penalised form). The penalty is 3 variance ln n: what the
/// Bayesian information criterion asks for a level, a slope and a date. The variance is that of the path's noise, from the median
/// absolute second difference, and at least that of two per cent, since wiggles smaller than that are no phase of a cluster.</remarks>
public static class Segmentation
{
    /// <summary>The shortest piece, quarters: as long as the detector's stages last at least.</summary>
    public const int Shortest = 8;

    private const double LeastNoise = 0.02;

    /// <summary>The pieces, in order; they cover the path.</summary>
    /// <param name="path">Finite; with fewer than two times <see cref="Shortest"/> points it is one piece.</param>
    public static IReadOnlyList<StraightPiece> Of(ReadOnlySpan<double> path)
    {
        int n = path.Length;
        if (n == 0) return [];
        var sums = new Prefix(path);
        double penalty = 3 * Noise(path) * Reproducible.Log(Math.Max(2, n));
        var best = new double[n + 1];
        var cut = new int[n + 1];
        for (int end = 1; end <= n; end++)
        {
            best[end] = sums.Misfit(0, end) + penalty;
            for (int start = Shortest; start <= end - Shortest; start++)
            {
                double cost = best[start] + sums.Misfit(start, end) + penalty;
                if (cost < best[end]) (best[end], cut[end]) = (cost, start);
            }
        }
        var pieces = new List<StraightPiece>();
        for (int end = n; end > 0; end = cut[end]) pieces.Add(new StraightPiece(cut[end], end - 1, sums.Slope(cut[end], end)));
        pieces.Reverse();
        return pieces;
    }

    /// <summary>Variance of independent noise about a path that is straight between neighbours.</summary>
    internal static double Noise(ReadOnlySpan<double> path)
    {
        if (path.Length < 3) return LeastNoise * LeastNoise;
        var bends = new double[path.Length - 2];
        for (int i = 0; i < bends.Length; i++) bends[i] = Math.Abs(path[i] - 2 * path[i + 1] + path[i + 2]);
        // The second difference of white noise has six times its variance; 0.6745 is the median absolute standard normal.
        double deviation = Sample.Quantile(bends, 0.5) / 0.6745 / Math.Sqrt(6);
        return Math.Max(deviation, LeastNoise) * Math.Max(deviation, LeastNoise);
    }

    /// <summary>Sums up to each point, from which the line of any piece follows at once.</summary>
    private sealed class Prefix
    {
        private readonly double[] _y, _yy, _ty;

        public Prefix(ReadOnlySpan<double> path)
        {
            (_y, _yy, _ty) = (new double[path.Length + 1], new double[path.Length + 1], new double[path.Length + 1]);
            for (int t = 0; t < path.Length; t++)
            {
                // From the first point, so that the squares lose no digits.
                double y = path[t] - path[0];
                (_y[t + 1], _yy[t + 1], _ty[t + 1]) = (_y[t] + y, _yy[t] + y * y, _ty[t] + t * y);
            }
        }

        public double Slope(int start, int end)
        {
            int n = end - start;
            double spread = n * ((double)n * n - 1) / 12;
            return spread <= 0 ? 0 : Moment(start, end) / spread;
        }

        public double Misfit(int start, int end)
        {
            int n = end - start;
            double sum = _y[end] - _y[start], total = _yy[end] - _yy[start] - sum * sum / n;
            return Math.Max(0, total - Slope(start, end) * Moment(start, end));
        }

        /// <summary>Sum of (t - mean t) y.</summary>
        private double Moment(int start, int end) => _ty[end] - _ty[start] - (start + end - 1) / 2.0 * (_y[end] - _y[start]);
    }
}
