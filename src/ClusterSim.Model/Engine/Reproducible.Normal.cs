namespace ClusterSim.Model.Engine;

/// <remarks>The standard normal distribution. In the tail P(X &gt; x) = e^(-x^2/2) r(t) / (x + 1), where r is a
/// polynomial in t = (x - 5) / (x + 5), after Shepherd and Laframboise (Mathematics of Computation 36, 1981), and
/// the rounding error of x^2 is carried along. The quantile has the three pieces of Wichura's AS 241 (Applied
/// Statistics 37, 1988) with coefficients fitted anew.</remarks>
public static partial class Reproducible
{
    private static ReadOnlySpan<double> TailRatio =>
    [
        0.46151582985003775, -0.09155228183400893, 0.031030368425962906, 0.010002352385217727,
        -0.026401042966270938, 0.024536963244043714, -0.01517041540318472, 0.006522000662467122,
        -0.0016760723385072995, 7.791640866789548e-06, 0.00018233411440197385, -5.360780092416763e-05,
        -9.896008213930316e-06, 9.060549826080067e-06, -7.047779509974168e-08, -1.3090450796974976e-06,
        1.2787722319452854e-07, 1.98615984368046e-07, -2.5927951684336142e-08, -3.314831658098372e-08,
        3.001006957478804e-09, 5.603592162712607e-09, 2.001878754078446e-10, -6.741797865011382e-10,
        -1.4740820410198704e-10,
    ];

    /// <summary>P(X &lt; x) of a standard normal X, within 2e-15 of its value in either tail as long as that is a
    /// normal number (x above -37.5).</summary>
    public static double NormalCdf(double x)
    {
        double size = Math.Abs(x);
        if (!(size < 40)) return double.IsNaN(x) ? x : x < 0 ? 0 : 1;
        double head = Binary64.Head(size);
        double density = ExpSum(-0.5 * head * head, -0.5 * (size - head) * (size + head));
        double tail = density * Polynomial(TailRatio, (size - 5) / (size + 5)) / (size + 1);
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>The z with P(X &lt; z) = p of a standard normal X, within 2e-15 of its value; infinite at 0 and 1, NaN
    /// outside.</summary>
    public static double NormalQuantile(double p)
    {
        double q = p - 0.5;
        return Math.Abs(q) <= 0.425 ? CentralQuantile(q) : TailQuantile(p);
    }

    private static double CentralQuantile(double q)
    {
        double r = 0.180625 - q * q;
        double top = ((((((2509.022018236513 * r + 33429.95545024648) * r + 67264.81905594135) * r + 45921.48006440245) * r
            + 13731.597012129194) * r + 1971.582507101689) * r + 133.14140718445634) * r + 3.3871328727963665;
        double bottom = ((((((5226.3833806594785 * r + 28728.598566206103) * r + 39307.38609582206) * r + 21213.59310887403) * r
            + 5394.1609677953875) * r + 687.1842834485127) * r + 42.31325373168629) * r + 1;
        return q * (top / bottom);
    }

    private static double TailQuantile(double p)
    {
        if (!(p > 0 && p < 1)) return p == 0 ? double.NegativeInfinity : p == 1 ? double.PositiveInfinity : double.NaN;
        double r = Math.Sqrt(-Log(Math.Min(p, 1 - p)));
        double z = r <= 5 ? NearTail(r - 1.6) : FarTail(r - 5);
        return p < 0.5 ? -z : z;
    }

    private static double NearTail(double r)
    {
        double top = ((((((0.0007745652312182568 * r + 0.022724463835360344) * r + 0.24178661895343176) * r + 1.2704825000258122) * r
            + 3.6478958273788824) * r + 5.76954020213226) * r + 4.630351929881533) * r + 1.4234371107496835;
        double bottom = ((((((1.050747351577401e-09 * r + 0.000547608103145776) * r + 0.015199081414002986) * r + 0.1481075193116912) * r
            + 0.689779577492101) * r + 1.6764031547870095) * r + 2.0532015208051098) * r + 1;
        return top / bottom;
    }

    private static double FarTail(double r)
    {
        double top = ((((((1.9943062843936296e-07 * r + 2.6968095011560878e-05) * r + 0.0012381089781192025) * r + 0.026468019724382175) * r
            + 0.2961072222525512) * r + 1.7832656301081944) * r + 5.461705034478422) * r + 6.657904643501104;
        double bottom = ((((((1.9987433500547213e-15 * r + 1.4101783229529784e-07) * r + 1.8364575424653624e-05) * r + 0.0007841397519643679) * r
            + 0.014843398486443159) * r + 0.13676441689882382) * r + 0.5995198144750371) * r + 1;
        return top / bottom;
    }

    /// <summary>The polynomial with these coefficients, lowest power first and 4 n + 1 of them, in blocks of four so that
    /// a processor can work on several at once.</summary>
    private static double Polynomial(ReadOnlySpan<double> c, double x)
    {
        double x2 = x * x, x4 = x2 * x2;
        double sum = c[^1];
        for (int i = c.Length - 5; i >= 0; i -= 4)
            sum = c[i] + c[i + 1] * x + x2 * (c[i + 2] + c[i + 3] * x) + x4 * sum;
        return sum;
    }
}
