using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Detection;

/// <summary>Something that can be seen of a cell and may tell that it will grow.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Words">What it is, in a few words that fit behind "high" and "low".</param>
public sealed record CellFeature(string Name, string Unit, string Words);

/// <summary>The features that any panel of firms offers, at one of its dates.</summary>
public sealed class CellFeatures
{
    /// <summary>Years over which LQ is compared with itself; so many must lie before the date.</summary>
    public const int Memory = 5;

    /// <summary>Years over which entry and growth are averaged.</summary>
    public const int Trend = 3;

    private readonly CellPanel _panel;
    private readonly int _date;
    private readonly double[] _density, _regionSize, _jobsPerFirm;

    /// <param name="date">At least <see cref="Memory"/> years after the first.</param>
    public CellFeatures(CellPanel panel, int date)
    {
        (_panel, _date) = (panel, date);
        _density = RelatedActivities.Density(panel, date);
        _regionSize = RegionSizes(panel, date);
        _jobsPerFirm = JobsPerFirm(panel, date);
    }

    /// <summary>In the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<CellFeature> All { get; } =
    [
        new("firms-to-go", "log point", "number of firms"),
        new("lq-to-go", "log point", "LQ"),
        new("ln-lq-change", "log point in five years", "change of LQ"),
        new("net-entry", "share a year", "net start-up rate"),
        new("relatedness", "share", "presence of related activities"),
        new("region-size", "log point", "size of the region"),
        new("growth", "log point a year", "growth of jobs"),
        new("mean-size", "log point", "size of firms"),
    ];

    /// <summary>Values of a cell: logarithms of firms and of LQ relative to what the event asks for, at most 0, since there is nothing to
    /// go beyond; change of the logarithm of LQ over five years; net entry over three years, per firm and
    /// year; density of related activities; logarithm of the region's size relative to the mean region; and, where size is
    /// counted in jobs, their growth over three years and the logarithm of jobs per firm relative to the activity's in the
    /// country. NaN = the panel does not say.</summary>
    /// <returns>Length = All.Count.</returns>
    public double[] Of(int cell)
    {
        int memory = _date - Memory * _panel.PerYear, trend = _date - Trend * _panel.PerYear;
        double firms = _panel.FirmsAt(cell, _date), before = _panel.FirmsAt(cell, trend), jobs = _panel.JobsAt(cell, _date);
        return
        [
            Math.Min(0, Reproducible.Log(Math.Max(1, firms) / LastingGrowth.Firms)),
            Math.Min(0, LogQuotient(cell, _date) - Reproducible.Log(LastingGrowth.Quotient)),
            LogQuotient(cell, _date) - LogQuotient(cell, memory),
            firms + before <= 0 ? 0 : 2 * (firms - before) / (Trend * (firms + before)),
            _density[cell],
            _regionSize[_panel.Region(cell)],
            _panel.SizedByJobs ? Reproducible.Log((jobs + 1) / (_panel.JobsAt(cell, trend) + 1)) / Trend : double.NaN,
            _panel.SizedByJobs && firms > 0 && jobs > 0 ? Reproducible.Log(jobs / firms / _jobsPerFirm[_panel.Activity(cell)]) : double.NaN,
        ];
    }

    /// <summary>Skewed as it is, LQ counts by its logarithm; below a tenth all are alike.</summary>
    private double LogQuotient(int cell, int date) => Reproducible.Log(Math.Max(0.1, _panel.Quotient(cell, date)));

    private static double[] RegionSizes(CellPanel panel, int date)
    {
        double[] sizes = [.. Enumerable.Range(0, panel.Regions.Count).Select(region => panel.RegionSize(region, date))];
        double mean = Reproducible.Sum(sizes) / sizes.Length;
        return [.. sizes.Select(size => size <= 0 ? double.NaN : Reproducible.Log(size / mean))];
    }

    private static double[] JobsPerFirm(CellPanel panel, int date)
    {
        var firms = new double[panel.Activities.Count];
        var jobs = new double[panel.Activities.Count];
        for (int cell = 0; cell < panel.Cells; cell++)
        {
            if (double.IsNaN(panel.JobsAt(cell, date))) continue;
            firms[panel.Activity(cell)] += panel.FirmsAt(cell, date);
            jobs[panel.Activity(cell)] += panel.JobsAt(cell, date);
        }
        return [.. jobs.Select((all, activity) => all / firms[activity])];
    }
}
