using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Facts;

/// <summary>Whether places with many foundings are those with many closures: rates of entry and exit of the focal activity in regions
/// with ten firms or more, less the mean of the year's regions, correlated over all region-years of a history.</summary>
internal sealed class PlaceRates
{
    private const int Focal = 0, FewestFirms = 10, FewestPlaces = 3, FewestRates = 30;

    private readonly List<double> _entry = [], _exit = [];
    private int[] _firms = [], _entries = [], _exits = [];

    /// <summary>Takes in the year that has just ended; the first counted is the twenty-sixth.</summary>
    public void Observe(World world)
    {
        int regions = world.Regions.Count;
        if (_firms.Length != regions) (_firms, _entries, _exits) = (new int[regions], new int[regions], new int[regions]);
        var entry = new List<double>();
        var exit = new List<double>();
        Clusters clusters = world.Clusters;
        for (int region = 0; region < regions; region++)
        {
            int cluster = world.Cluster(region, Focal);
            double firms = (_firms[region] + clusters.Firms[cluster]) / 2.0;
            if (firms >= FewestFirms)
            {
                entry.Add((clusters.Entries[cluster] - _entries[region]) / firms);
                exit.Add((clusters.Exits[cluster] - _exits[region]) / firms);
            }
            (_firms[region], _entries[region], _exits[region]) = (clusters.Firms[cluster], clusters.Entries[cluster], clusters.Exits[cluster]);
        }
        if (world.Tick / 12 <= Estimators.FromYear || entry.Count < FewestPlaces) return;
        double meanEntry = Estimators.Mean(entry), meanExit = Estimators.Mean(exit);
        _entry.AddRange(entry.Select(rate => rate - meanEntry));
        _exit.AddRange(exit.Select(rate => rate - meanExit));
    }

    /// <summary>Adds the correlation; NaN where there are too few region-years.</summary>
    public void Add(Dictionary<string, double> values)
    {
        double[] entry = [.. _entry], exit = [.. _exit];
        double spread = Sample.StandardDeviation(entry) * Sample.StandardDeviation(exit);
        values["entry-exit-correlation"] = entry.Length < FewestRates || spread == 0 ? double.NaN : Sample.Covariance(entry, exit) / spread;
    }
}
