using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Designs;

/// <summary>Search curves of the extended Fourier amplitude sensitivity test (Saltelli, Tarantola and Chan 1999): one curve for each
/// factor, along which it swings fast and all others slowly.</summary>
public static class SearchCurves
{
    /// <summary>CountedHarmonics that are not let overlap.</summary>
    public const int CountedHarmonics = 4;

    /// <summary>The fewest points of a curve: a fast frequency that has slow ones below it.</summary>
    public const int FewestPoints = 4 * CountedHarmonics * CountedHarmonics + 1;

    /// <summary>How often the factor that is asked about swings along a curve.</summary>
    public static int Fast(int points) => (points - 1) / (2 * CountedHarmonics);

    /// <param name="points">Points of a curve.</param>
    /// <returns>dimensions x points rows of coordinates 0..1, curve after curve.</returns>
    public static double[][] Points(int points, int dimensions, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, FewestPoints);
        var draws = new Draws(Draws.RunKey(seed, 0), "search-curves", 0);
        var rows = new List<double[]>();
        for (int curve = 0; curve < dimensions; curve++)
        {
            double[] shift = [.. Enumerable.Range(0, dimensions).Select(dimension => draws.Uniform((ulong)dimension, curve))];
            for (int point = 0; point < points; point++)
                rows.Add([.. Enumerable.Range(0, dimensions).Select(dimension => Swing(Frequency(points, dimensions, curve, dimension) * (double)point / points + shift[dimension]))]);
        }
        return [.. rows];
    }

    private static int Frequency(int points, int dimensions, int curve, int dimension)
    {
        if (dimension == curve) return Fast(points);
        int place = dimension < curve ? dimension : dimension - 1, slowest = Fast(points) / (2 * CountedHarmonics);
        if (slowest < dimensions - 1) return place % slowest + 1;
        return dimensions == 2 ? 1 : 1 + place * (slowest - 1) / (dimensions - 2);
    }

    /// <summary>A wave that spends equal time everywhere between 0 and 1: 1/2 + arcsin(sin(2 pi t)) / pi.</summary>
    private static double Swing(double turns)
    {
        double t = turns - Math.Floor(turns);
        return t < 0.25 ? 0.5 + 2 * t : t < 0.75 ? 1.5 - 2 * t : 2 * t - 1.5;
    }
}
