using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Studio.Page;

/// <summary>What many histories did, year by year: the middle one, and between which values four in five lie.</summary>
public sealed record HistoryBand(double[] Low, double[] Middle, double[] High)
{
    /// <summary>The country's headline measure without the policy, with it, and the change that it makes, over all pairs.</summary>
    public static (HistoryBand Without, HistoryBand With, HistoryBand Change) Of(IReadOnlyList<Outcome> outcomes)
    {
        double[][] without = [.. outcomes.Select(outcome => Years(outcome, -1))], with = [.. outcomes.Select(outcome => Years(outcome, 0))];
        return (Over(without), Over(with), Over([.. without.Zip(with, (a, b) => a.Zip(b, (x, y) => y - x).ToArray())]));
    }

    private static double[] Years(Outcome outcome, int arm) => [.. outcome.Years.Where(row => row.Arm == arm).Select(row => row.Values[0])];

    private static HistoryBand Over(double[][] histories)
    {
        int years = histories.Min(history => history.Length);
        double[] At(double share) => [.. Enumerable.Range(0, years).Select(year => Sample.Quantile([.. histories.Select(history => history[year])], share))];
        return new HistoryBand(At(0.1), At(0.5), At(0.9));
    }
}
