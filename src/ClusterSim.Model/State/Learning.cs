using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>How one firm learns from another: the rule that all channels of knowledge share.</summary>
/// <remarks>dq = theta max(0, q_j - q) U(d), U(d) = exp(-w (d - 0.3)^2 / (2 * 0.25^2)), dk = lambda (k_j - k). The optimal
/// distance of 0.3 is that of Nooteboom et al. 2007: near enough to grasp, far enough to be new; w weighs cognitive
/// proximity, and at w = 0 every distance is grasped alike.</remarks>
public static class Learning
{
    /// <summary>How well knowledge at a distance can be taken up, 0..1.</summary>
    public static double Understanding(double distance, double weight = 1)
    {
        double deviation = (distance - 0.3) / 0.25;
        return Reproducible.Exp(-0.5 * weight * deviation * deviation);
    }

    /// <summary>A firm learns from another.</summary>
    /// <param name="absorption">Part of the competence gap closed at the best distance, theta.</param>
    /// <param name="convergence">Part of the knowledge distance closed, lambda.</param>
    /// <param name="cognitive">Weight of cognitive proximity, w.</param>
    /// <returns>Competence gained, log points.</returns>
    public static double Learn(Firms firms, int firm, int teacher, double absorption, double convergence, double cognitive = 1)
    {
        double distance = Knowledge.Distance(firms.Knowledge[firm], firms.Knowledge[teacher]);
        double gain = absorption * Math.Max(0, firms.Competence[teacher] - firms.Competence[firm]) * Understanding(distance, cognitive);
        firms.Competence[firm] += gain;
        firms.Knowledge[firm].Approach(firms.Knowledge[teacher], convergence);
        return gain;
    }
}
