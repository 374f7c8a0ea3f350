using ClusterSim.Model.Engine;
using MathNet.Numerics;

namespace ClusterSim.Experiments.Statistics;

/// <summary>The F distribution under an effect: what the power of t- and F-tests follows from.</summary>
public static class NoncentralF
{
    /// <summary>Chance that the test at a level finds the effect.</summary>
    /// <param name="numerator">Degrees of freedom of the effect, at least 1.</param>
    /// <param name="denominator">Of the error, at least 1.</param>
    /// <param name="noncentrality">lambda: twice the mean of the Poisson number by which half the numerator's freedom grows.</param>
    /// <param name="level">Of the test, 0..1.</param>
    /// <remarks>Patnaik 1949: a Poisson mixture of beta tails. MathNet's special functions agree between machines to ten digits;
    /// what is asked of it here are whole numbers of replications.</remarks>
    public static double Power(double numerator, double denominator, double noncentrality, double level)
    {
        // In the unit of the beta distribution: x = numerator F / (numerator F + denominator).
        double critical = MathNet.Numerics.Distributions.Beta.InvCDF(numerator / 2, denominator / 2, 1 - level), half = noncentrality / 2;
        double spread = 12 * Math.Sqrt(half) + 40, power = 0;
        for (int j = (int)Math.Max(0, half - spread); j <= half + spread; j++)
        {
            double weight = half == 0 ? (j == 0 ? 1 : 0) : Reproducible.Exp(j * Reproducible.Log(half) - half - SpecialFunctions.GammaLn(j + 1.0));
            power += weight * (1 - SpecialFunctions.BetaRegularized(numerator / 2 + j, denominator / 2, critical));
        }
        return power;
    }
}
