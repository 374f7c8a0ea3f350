using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Running;

/// <summary>Indicators of one history, quarter by quarter, for every region and the country, and the stage of every region.</summary>
/// <remarks>Shape: quarters x (regions + 1) x indicators; the last region is the country.</remarks>
public sealed class Series(IReadOnlyList<Indicator> indicators)
{
    private double[] _values = [];
    private Stage[] _stages = [];
    private int _places;

    /// <summary>Quarters recorded so far; quarter 0 is the start.</summary>
    public int Quarters { get; private set; }

    public IReadOnlyList<Indicator> Indicators => indicators;

    /// <summary>Forgets the last history.</summary>
    public void Clear(int regions)
    {
        Quarters = 0;
        _places = regions + 1;
    }

    /// <summary>Records the world as it stands.</summary>
    public void Record(World world)
    {
        int width = _places * indicators.Count, offset = Quarters * width;
        if (_values.Length < offset + width) Array.Resize(ref _values, Math.Max(offset + width, _values.Length * 2));
        for (int place = 0; place < _places; place++)
            for (int i = 0; i < indicators.Count; i++)
                _values[offset++] = indicators[i].Measure(world, place == _places - 1 ? -1 : place, 0);
        int regions = _places - 1, first = Quarters * regions;
        if (_stages.Length < first + regions) Array.Resize(ref _stages, Math.Max(first + regions, _stages.Length * 2));
        for (int region = 0; region < regions; region++) _stages[first + region] = world.Clusters.Stage[world.Cluster(region, 0)];
        Quarters++;
    }

    /// <summary>The value at a quarter; the last one recorded if the quarter lies beyond.</summary>
    /// <param name="region">Row of the region, -1 = the country.</param>
    public double At(int quarter, int region, int indicator)
    {
        int place = region < 0 ? _places - 1 : region, q = Math.Min(quarter, Quarters - 1);
        return _values[(q * _places + place) * indicators.Count + indicator];
    }

    /// <summary>The stage of the focal activity in a region at a quarter; the last one recorded if the quarter lies beyond.</summary>
    public Stage StageAt(int quarter, int region) => _stages[Math.Min(quarter, Quarters - 1) * (_places - 1) + region];
}
