namespace ClusterSim.Experiments.Statistics;

/// <summary>Sine and cosine with the same bits on every machine, which the platform's do not promise.</summary>
public static class Trigonometry
{
    /// <summary>Larger arguments lose digits.</summary>
    public const double Largest = 1e5;

    // Half of pi in three parts, the first two of 33 bits, so that whole multiples of them are exact (Cody and Waite 1980).
    private const double Quarter1 = 1.57079632673412561417, Quarter2 = 6.07710050630396597660e-11, Quarter3 = 2.02226624879595063154e-21;

    // Reciprocals of factorials: on an eighth of the circle the first term left out is below 1e-19.
    private static readonly double[] Odd = [1, -1.0 / 6, 1.0 / 120, -1.0 / 5_040, 1.0 / 362_880, -1.0 / 39_916_800, 1.0 / 6_227_020_800, -1.0 / 1_307_674_368_000, 1.0 / 355_687_428_096_000];
    private static readonly double[] Even = [1, -1.0 / 2, 1.0 / 24, -1.0 / 720, 1.0 / 40_320, -1.0 / 3_628_800, 1.0 / 479_001_600, -1.0 / 87_178_291_200, 1.0 / 20_922_789_888_000];

    public static double Sin(double x) => Of(x, 0);

    public static double Cos(double x) => Of(x, 1);

    private static double Of(double x, int ahead)
    {
        if (!(Math.Abs(x) <= Largest)) throw new ArgumentOutOfRangeException(nameof(x), x, $"allowed are -{Largest}..{Largest}");
        double quarters = Math.Round(x / (Math.PI / 2));
        double rest = x - quarters * Quarter1 - quarters * Quarter2 - quarters * Quarter3, square = rest * rest;
        int quadrant = (int)quarters + ahead & 3;
        double value = (quadrant & 1) == 0 ? rest * Series(Odd, square) : Series(Even, square);
        return quadrant < 2 ? value : -value;
    }

    private static double Series(double[] coefficients, double square)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--) sum = sum * square + coefficients[i];
        return sum;
    }
}
