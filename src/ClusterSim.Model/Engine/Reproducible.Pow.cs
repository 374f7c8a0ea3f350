namespace ClusterSim.Model.Engine;

/// <remarks>x^y = e^(y ln x), where ln x is kept as a pair of doubles of together about 66 bits: an error in y ln x
/// is multiplied by as much as 745 in the result.</remarks>
public static partial class Reproducible
{
    private const double TwoThirdsHead = 0.6666666567325592;
    private const double TwoThirdsRest = 9.934107462565104e-09;
    private const double Ln2LongHead = 0.6931471805598903; // 42 bits
    private const double Ln2LongRest = 5.497923018708371e-14;

    /// <summary>x^y, within 1 ulp; special values as IEEE 754 pow has them (1^y and x^0 are 1 even for NaN; a
    /// negative x needs a whole y). A square is better written as a product.</summary>
    public static double Pow(double x, double y)
    {
        if (x == 1 || y == 0) return 1;
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        double size = Math.Abs(x);
        bool whole = Math.Floor(y) == y;
        bool odd = whole && Math.Abs(y) < 9007199254740992 && ((long)y & 1) != 0;
        double sign = odd && double.IsNegative(x) ? -1 : 1;
        if (size == 1 && (double.IsInfinity(y) || whole)) return sign;
        if (size == 0 || double.IsInfinity(size) || double.IsInfinity(y))
            return size < 1 == y < 0 ? sign * double.PositiveInfinity : sign * 0.0;
        if (x < 0 && !whole) return double.NaN;

        double log = LogPair(size, out double logRest);
        double about = y * log;
        if (!(Math.Abs(about) < 760)) return about > 0 ? sign * double.PositiveInfinity : sign * 0.0;
        double yHead = Binary64.Head(y), yRest = y - yHead;
        double logHead = Binary64.Head(log);
        logRest = log - logHead + logRest;
        return sign * ExpSum(yHead * logHead, yRest * logHead + y * logRest);
    }

    /// <summary>ln x as log + rest for a positive finite x; products of heads are exact (Dekker 1971).</summary>
    private static double LogPair(double x, out double rest)
    {
        double offset = 0;
        if (x < SmallestNormal)
        {
            x *= TwoTo54;
            offset = 54;
        }
        double f = Binary64.Split(x, out double k) - 1;
        k -= offset;

        // s = f / (2 + f)
        double divisor = 2 + f;
        double divisorHead = Binary64.Head(divisor), divisorRest = f - (divisorHead - 2);
        double s = f / divisor;
        double sHead = Binary64.Head(s);
        double sRest = (f - sHead * divisorHead - sHead * divisorRest) / divisor;

        // t = 3 artanh(s) / s = 3 + s^2 + s^4 p(s^2)
        double z = s * s, z2 = z * z;
        double p0 = 0.5999999999999996 + 0.42857142857167646 * z + z2 * (0.33333333326309295 + 0.2727272830490797 * z);
        double p4 = 0.23076835344970115 + 0.2000447464829969 * z + z2 * (0.17512257811610105 + 0.17983269446435318 * z);
        double square = sHead * sHead;
        double tail = sRest * (sHead + s) + z2 * (p0 + z2 * z2 * p4);
        double tHead = Binary64.Head(3 + square + tail);
        double tRest = tail - (tHead - 3 - square);

        // ln(1 + f) = 2/3 s t
        double product = sHead * tHead, productRest = sRest * tHead + s * tRest;
        double productHead = Binary64.Head(product + productRest);
        productRest -= productHead - product;
        double log1p = TwoThirdsHead * productHead;
        double log1pRest = TwoThirdsRest * productHead + (TwoThirdsHead + TwoThirdsRest) * productRest;

        double head = k * Ln2LongHead;
        double sum = head + log1p;
        rest = head - sum + log1p + (log1pRest + k * Ln2LongRest);
        return sum;
    }
}
