using Student = MathNet.Numerics.Distributions.StudentT;

namespace ClusterSim.Experiments.Statistics;

/// <summary>Whether a paired mean is surely smaller than the smallest difference that matters: two one-sided t-tests
/// (Schuirmann 1987). That an interval holds 0 does not say so.</summary>
/// <param name="Smallest">The declared smallest difference that matters, in the unit of the differences.</param>
/// <param name="PValue">The larger of the two tests' p, to six decimals: the machines agree on those.</param>
public sealed record Equivalence(double Smallest, double PValue)
{
    private const double Level = 0.05;

    /// <summary>Tests.</summary>
    /// <param name="differences">One a unit: replication, or mean of a world.</param>
    /// <param name="smallest">More than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The smallest difference that matters is not positive.</exception>
    public static Equivalence Of(double[] differences, double smallest)
    {
        if (!(smallest > 0)) throw new ArgumentOutOfRangeException(nameof(smallest), smallest, "the smallest difference that matters must be more than 0");
        double mean = Sample.Mean(differences), error = Sample.StandardError(differences), distance = smallest - Math.Abs(mean);
        // The p of the mark further away is the smaller one.
        double p = differences.Length < 2 ? 1 : error > 0 ? Student.CDF(0, 1, differences.Length - 1, -distance / error) : distance > 0 ? 0 : 1;
        return new Equivalence(smallest, Math.Round(p, 6));
    }

    public bool IsEquivalent => PValue < Level;

    public string Words => IsEquivalent ? "no difference that matters" : "a difference that matters is not ruled out";
}
