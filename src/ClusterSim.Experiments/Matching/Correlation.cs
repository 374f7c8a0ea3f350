using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Matching;

/// <summary>How alike the outputs at two points are expected to be: Matérn correlation with smoothness 5/2 in every input, multiplied.
/// Twice differentiable, and so less sure of itself between points than a Gaussian one.</summary>
/// <param name="lengths">Distances over which outputs stay alike, one for each input, as shares of its range.</param>
internal sealed class Correlation(double[] lengths)
{
    private static readonly double Root5 = Math.Sqrt(5);

    public double Of(double[] a, double[] b)
    {
        double product = 1, sum = 0;
        for (int input = 0; input < lengths.Length; input++)
        {
            double distance = Root5 * Math.Abs(a[input] - b[input]) / lengths[input];
            product *= 1 + distance + distance * distance / 3;
            sum += distance;
        }
        return product * Reproducible.Exp(-sum);
    }
}
