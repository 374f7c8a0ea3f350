using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Facts;

/// <summary>How deals of angels and venture funds end, over whole histories; a history has few of them, so they are pooled.</summary>
internal sealed class DealStatistics
{
    private const int FewestDeals = 20;

    private readonly List<double> _exits = [];
    private int _done, _lost;

    /// <summary>Proceeds of the deals that had any, GBP thousand.</summary>
    public IReadOnlyList<double> Exits => _exits;

    /// <summary>The finished deals of a history.</summary>
    public static DealStatistics Of(World world)
    {
        var statistics = new DealStatistics();
        Deals deals = world.Deals;
        for (int deal = 0; deal < deals.Count; deal++)
        {
            if (deals.ExitTick[deal] < 0 || world.Investors.Kind[deals.Investor[deal]] is not (InvestorKind.Angel or InvestorKind.VentureFund)) continue;
            statistics._done++;
            if (deals.ExitValue[deal] < deals.Amount[deal]) statistics._lost++;
            if (deals.ExitValue[deal] > 0) statistics._exits.Add(deals.ExitValue[deal]);
        }
        return statistics;
    }

    /// <summary>Takes in the deals of another history.</summary>
    public void Add(DealStatistics other)
    {
        _done += other._done;
        _lost += other._lost;
        _exits.AddRange(other._exits);
    }

    /// <summary>Share of deals that brought in less than was put in, with Wilson's interval; NaN where there are too few.</summary>
    public (double Value, Interval Interval, int Count) LossShare() =>
        _done < FewestDeals ? (double.NaN, new Interval(double.NaN, double.NaN), _done) : (_lost / (double)_done, Proportions.Wilson(_lost, _done), _done);

    /// <summary>Hill's exponent (1975) of the largest fifth of exit values, plus or minus 1.96 of it over the root of their number.</summary>
    public (double Value, Interval Interval, int Count) ExitTail()
    {
        double[] values = [.. _exits.OrderDescending()];
        int largest = values.Length / 5;
        if (values.Length < FewestDeals) return (double.NaN, new Interval(double.NaN, double.NaN), values.Length);
        double sum = 0;
        for (int i = 0; i < largest; i++) sum += Reproducible.Log(values[i] / values[largest]);
        double exponent = Estimators.Ratio(largest, sum), half = 1.96 * exponent / Math.Sqrt(largest);
        return (exponent, new Interval(exponent - half, exponent + half), values.Length);
    }
}
