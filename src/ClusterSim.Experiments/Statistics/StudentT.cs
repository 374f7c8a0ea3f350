namespace ClusterSim.Experiments.Statistics;

/// <summary>The one quantile of Student's t that 95 % intervals need.</summary>
public static class StudentT
{
    private const double Normal = 1.959963984540054;

    // Exact values to four decimals, where the expansion is not yet good.
    private static readonly double[] Few = [double.PositiveInfinity, 12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622];

    /// <summary>The 0.975 quantile for so many degrees of freedom, to four decimals.</summary>
    /// <remarks>Cornish-Fisher expansion about the normal quantile: Abramowitz and Stegun 1964, 26.7.5.</remarks>
    public static double Quantile975(int freedom)
    {
        if (freedom < Few.Length) return Few[Math.Max(0, freedom)];
        double z = Normal, z2 = z * z, v = freedom;
        return z + z * (z2 + 1) / (4 * v)
            + z * ((5 * z2 + 16) * z2 + 3) / (96 * v * v)
            + z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * v * v * v)
            + z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / (92160 * v * v * v * v);
    }
}
