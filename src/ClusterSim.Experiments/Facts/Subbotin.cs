using ClusterSim.Model.Engine;
using MathNet.Numerics;

namespace ClusterSim.Experiments.Facts;

/// <summary>The family of Subbotin (1923), f(x) = exp(-|x/a|^b / b) / (2 a b^(1/b) Gamma(1 + 1/b)): b = 2 is normal, b = 1 Laplace, a
/// tent on a logarithmic scale.</summary>
public static class Subbotin
{
    private const double Least = 0.2, Most = 5, Precision = 1e-6;

    /// <summary>The shape b of greatest likelihood, between 0.2 and 5, for deviations about 0; the width a is profiled out,
    /// a^b = mean |x|^b. Golden section on ln b.</summary>
    /// <param name="deviations">Zeros are left out: they say nothing about the shape of the tails.</param>
    public static double Shape(IReadOnlyList<double> deviations)
    {
        double[] logs = [.. deviations.Where(value => value != 0).Select(value => Reproducible.Log(Math.Abs(value)))];
        double low = Reproducible.Log(Least), high = Reproducible.Log(Most), golden = (Math.Sqrt(5) - 1) / 2;
        double left = high - golden * (high - low), right = low + golden * (high - low), atLeft = Misfit(left, logs), atRight = Misfit(right, logs);
        while (high - low > Precision)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - golden * (high - low);
                atLeft = Misfit(left, logs);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + golden * (high - low);
                atRight = Misfit(right, logs);
            }
        }
        return Reproducible.Exp((low + high) / 2);
    }

    /// <summary>Minus the mean log likelihood at the best width, less ln 2.</summary>
    private static double Misfit(double logShape, double[] logs)
    {
        double b = Reproducible.Exp(logShape), sum = 0;
        foreach (double log in logs) sum += Reproducible.Exp(b * log);
        return Reproducible.Log(sum / logs.Length) / b + logShape / b + SpecialFunctions.GammaLn(1 + 1 / b) + 1 / b;
    }
}
