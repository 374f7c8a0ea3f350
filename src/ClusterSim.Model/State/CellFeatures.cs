using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>The features that any panel of firms offers, at one of its dates: what the early-warning score goes by, in training, on
/// real data and inside a history alike.</summary>
/// <param name="panel">Read at every call; see <see cref="MoveTo"/>.</param>
public sealed class CellFeatures(CellPanel panel)
{
    /// <summary>Years over which LQ is compared with itself; so many must lie before the date.</summary>
    public const int Memory = 5;

    /// <summary>Years over which entry and growth are averaged.</summary>
    public const int Trend = 3;

    private static readonly double WantedQuotient = Reproducible.Log(LastingGrowth.Quotient);

    private readonly RelatedActivities _related = new(panel);
    private readonly double[] _density = new double[panel.Cells], _regionSize = new double[panel.Regions.Count];
    private readonly double[] _jobsPerFirm = new double[panel.Activities.Count], _firmsSeen = new double[panel.Activities.Count];
    private int _date;

    /// <param name="date">At least <see cref="Memory"/> years after the first.</param>
    public CellFeatures(CellPanel panel, int date) : this(panel) => MoveTo(date);

    /// <summary>In the order of <see cref="Of(int)"/>.</summary>
    public static IReadOnlyList<CellFeature> All { get; } =
    [
        new("farther-to-go", "log point", "firms or LQ, whichever lacks more", Top: 0),
        new("nearer-to-go", "log point", "firms or LQ, whichever lacks less", Top: 0),
        new("ln-lq-change", "log point in five years", "change of LQ"),
        new("net-entry", "share a year", "net start-up rate"),
        new("relatedness", "share", "presence of related activities"),
        new("region-size", "log point", "size of the region"),
        new("growth", "log point a year", "growth of jobs"),
        new("mean-size", "log point", "size of firms"),
        new("lq-to-go", "log point", "LQ", Top: 0),
    ];

    /// <summary>Takes the features of a date of the panel as it is now.</summary>
    /// <param name="date">At least <see cref="Memory"/> years after the first.</param>
    public void MoveTo(int date)
    {
        _date = date;
        _related.Density(date, _density);
        FindRegionSizes();
        FindJobsPerFirm();
    }

    /// <summary>Values of a cell: logarithms of firms and of LQ relative to what the event asks for, each at most 0, since there is
    /// nothing to go beyond, the smaller and the larger of the two, because both are asked for and it is the one that lacks most
    /// that holds a cell up; change of the logarithm of LQ over five years; net entry over three years, per firm and
    /// year; density of related activities; logarithm of the region's size relative to the mean region; where size is
    /// counted in jobs, their growth over three years and the logarithm of jobs per firm relative to the activity's in the
    /// country; and LQ relative to what the event asks for by itself. NaN = the panel does not say.</summary>
    /// <param name="values">Length = All.Count.</param>
    public void Of(int cell, Span<double> values)
    {
        int memory = _date - Memory * panel.PerYear, trend = _date - Trend * panel.PerYear;
        double firms = panel.FirmsAt(cell, _date), before = panel.FirmsAt(cell, trend), jobs = panel.JobsAt(cell, _date);
        double quotient = LogQuotient(cell, _date);
        double firmsToGo = Math.Min(0, Reproducible.Log(Math.Max(1, firms) / LastingGrowth.Firms)), quotientToGo = Math.Min(0, quotient - WantedQuotient);
        values[0] = Math.Min(firmsToGo, quotientToGo);
        values[1] = Math.Max(firmsToGo, quotientToGo);
        values[2] = quotient - LogQuotient(cell, memory);
        values[3] = firms + before <= 0 ? 0 : 2 * (firms - before) / (Trend * (firms + before));
        values[4] = _density[cell];
        values[5] = _regionSize[panel.Region(cell)];
        values[6] = panel.SizedByJobs ? Reproducible.Log((jobs + 1) / (panel.JobsAt(cell, trend) + 1)) / Trend : double.NaN;
        values[7] = panel.SizedByJobs && firms > 0 && jobs > 0 ? Reproducible.Log(jobs / firms / _jobsPerFirm[panel.Activity(cell)]) : double.NaN;
        values[8] = quotientToGo;
    }

    /// <summary>The same in an array of its own.</summary>
    public double[] Of(int cell)
    {
        var values = new double[All.Count];
        Of(cell, values);
        return values;
    }

    /// <summary>Skewed as it is, LQ counts by its logarithm; below a tenth all are alike.</summary>
    private double LogQuotient(int cell, int date) => Reproducible.Log(Math.Max(0.1, panel.Quotient(cell, date)));

    private void FindRegionSizes()
    {
        for (int region = 0; region < _regionSize.Length; region++) _regionSize[region] = panel.RegionSize(region, _date);
        double mean = Reproducible.Sum(_regionSize) / _regionSize.Length;
        foreach (ref double size in _regionSize.AsSpan()) size = size <= 0 ? double.NaN : Reproducible.Log(size / mean);
    }

    private void FindJobsPerFirm()
    {
        Array.Clear(_firmsSeen);
        Array.Clear(_jobsPerFirm);
        for (int cell = 0; cell < panel.Cells; cell++)
        {
            if (double.IsNaN(panel.JobsAt(cell, _date))) continue;
            _firmsSeen[panel.Activity(cell)] += panel.FirmsAt(cell, _date);
            _jobsPerFirm[panel.Activity(cell)] += panel.JobsAt(cell, _date);
        }
        for (int activity = 0; activity < _jobsPerFirm.Length; activity++) _jobsPerFirm[activity] /= _firmsSeen[activity];
    }
}
