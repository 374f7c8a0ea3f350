using ClusterSim.Experiments.Facts;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Theories;

/// <summary>Which place wins when history is drawn anew on the same endowments: by luck, or by advantage?</summary>
/// <remarks>Entropy of the winner in nats over ln(regions): 0 = always the same place, 1 = any. Correlation of a place's mean share of
/// jobs with its natural advantage: what of the outcome endowments explain (Arthur 1990).</remarks>
public sealed class LockedIn
{
    private const int Focal = 0;

    private int[] _wins = [];
    private double[] _shares = [], _advantage = [];
    private int _histories;

    /// <summary>Share of jobs of each region at the end of a history, and its natural advantage.</summary>
    public static (double[] Shares, double[] Advantage) Read(World world)
    {
        int regions = world.Regions.Count;
        double[] shares = new double[regions], advantage = new double[regions];
        for (int region = 0; region < regions; region++)
        {
            int cluster = world.Cluster(region, Focal);
            shares[region] = world.Clusters.Jobs[cluster] / Math.Max(1.0, world.Activities.Jobs[Focal]);
            advantage[region] = world.Clusters.Advantage[cluster];
        }
        return (shares, advantage);
    }

    public void Take((double[] Shares, double[] Advantage) history)
    {
        int regions = history.Shares.Length;
        if (_histories == 0) (_wins, _shares, _advantage) = (new int[regions], new double[regions], history.Advantage);
        int winner = 0;
        for (int region = 0; region < regions; region++)
        {
            if (history.Shares[region] > history.Shares[winner]) winner = region;
            _shares[region] += history.Shares[region];
        }
        _wins[winner]++;
        _histories++;
    }

    /// <summary>Entropy of the winner, 0..1.</summary>
    public double Entropy()
    {
        double sum = 0;
        foreach (int wins in _wins)
            if (wins > 0) sum -= (double)wins / _histories * Reproducible.Log((double)wins / _histories);
        return sum / Reproducible.Log(_wins.Length);
    }

    /// <summary>Correlation over regions of the mean share with natural advantage.</summary>
    public double Correlation()
    {
        List<double> x = [.. _advantage], y = [.. _shares];
        double slope = Estimators.Slope(x, y), back = Estimators.Slope(y, x);
        return Math.Sign(slope) * Math.Sqrt(Math.Max(0, slope * back));
    }

    /// <summary>Mean share of the largest region.</summary>
    public double TopShare() => _shares.Max() / Math.Max(1, _histories);
}
