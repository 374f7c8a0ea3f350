using System.Globalization;
using System.Numerics;

namespace ClusterSim.Experiments.Designs;

/// <summary>Sobol's sequence with the direction numbers of Joe and Kuo (2008): 2^m points fill every dimension evenly, and most
/// pairs of dimensions too.</summary>
public static class SobolSequence
{
    /// <summary>Dimensions there are direction numbers for.</summary>
    public const int MostDimensions = 1000;

    private const int Bits = 32;
    private const double Unit = 1.0 / (1UL << Bits);

    private static readonly Lazy<uint[][]> Directions = new(ReadDirections);

    /// <summary>The first points as they are; the very first is the origin.</summary>
    /// <returns>points rows of coordinates in [0, 1).</returns>
    public static double[][] Points(int points, int dimensions) => Rows(points, dimensions, (bits, _) => bits * Unit);

    /// <summary>The same after nested uniform scrambling (Owen 1995): each point is uniform on the cube, together they are spread as
    /// evenly as before.</summary>
    /// <returns>points rows of coordinates in (0, 1).</returns>
    public static double[][] Scrambled(int points, int dimensions, ulong seed)
    {
        var scrambling = new OwenScrambling(seed);
        return Rows(points, dimensions, (bits, dimension) => (scrambling.Of(bits, dimension) + 0.5) * Unit);
    }

    private static double[][] Rows(int points, int dimensions, Func<uint, int, double> coordinate)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        var rows = new double[points][];
        uint[] state = new uint[dimensions];
        for (int point = 0; point < points; point++)
        {
            // The order of Gray codes: neighbours differ by one direction number (Antonov and Saleev 1979).
            if (point > 0)
                for (int dimension = 0; dimension < dimensions; dimension++) state[dimension] ^= Directions.Value[dimension][BitOperations.TrailingZeroCount(point)];
            rows[point] = new double[dimensions];
            for (int dimension = 0; dimension < dimensions; dimension++) rows[point][dimension] = coordinate(state[dimension], dimension);
        }
        return rows;
    }

    private static uint[][] ReadDirections()
    {
        using Stream stream = typeof(SobolSequence).Assembly.GetManifestResourceStream("joe-kuo-d6.txt")!;
        using var reader = new StreamReader(stream);
        List<uint[]> directions = [[.. Enumerable.Range(0, Bits).Select(bit => 1u << (Bits - 1 - bit))]];
        while (reader.ReadLine() is string line)
            if (line.Length > 0 && line[0] != '#') directions.Add(Recurrence([.. line.Split(' ').Select(word => uint.Parse(word, CultureInfo.InvariantCulture))]));
        return [.. directions];
    }

    /// <summary>All direction numbers of a dimension from its polynomial and the first few (Bratley and Fox 1988).</summary>
    private static uint[] Recurrence(uint[] line)
    {
        uint polynomial = line[0];
        int degree = line.Length - 1;
        uint[] direction = new uint[Bits];
        for (int bit = 0; bit < Bits; bit++)
        {
            if (bit < degree)
            {
                direction[bit] = line[bit + 1] << (Bits - 1 - bit);
                continue;
            }
            direction[bit] = direction[bit - degree] ^ (direction[bit - degree] >> degree);
            for (int term = 1; term < degree; term++)
                if ((polynomial >> (degree - term) & 1) != 0) direction[bit] ^= direction[bit - term];
        }
        return direction;
    }
}
