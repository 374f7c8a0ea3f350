using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Firms and jobs of every cell (a region-activity) at even dates, of a real country or of a simulated one.
/// A cell's row is region * activities + activity, its value at a date is [row * Dates + date].</summary>
public sealed class CellPanel
{
    private double[]? _quotients, _regionSizes;
    private double[] _size = [];

    /// <param name="regions">Names.</param>
    /// <param name="activities">Names.</param>
    /// <param name="firstYear">The year of the first date; with four dates a year, the year whose first quarter it ends.</param>
    /// <param name="dates">How many.</param>
    /// <param name="perYear">1 or 4.</param>
    /// <param name="sizedByJobs">Whether size, and with it LQ and growth, is counted in jobs; in firms otherwise.</param>
    public CellPanel(IReadOnlyList<string> regions, IReadOnlyList<string> activities, int firstYear, int dates, int perYear, bool sizedByJobs)
    {
        (Regions, Activities, FirstYear, Dates, PerYear, SizedByJobs) = (regions, activities, firstYear, dates, perYear, sizedByJobs);
        Firms = new double[Cells * dates];
        Jobs = new double[Cells * dates];
    }

    public IReadOnlyList<string> Regions { get; }

    public IReadOnlyList<string> Activities { get; }

    public int FirstYear { get; }

    public int Dates { get; }

    public int PerYear { get; }

    public bool SizedByJobs { get; private init; }

    public int Cells => Regions.Count * Activities.Count;

    /// <summary>Firms or establishments; length = Cells * Dates.</summary>
    public double[] Firms { get; private init; }

    /// <summary>Persons employed; length = Cells * Dates; NaN = nobody says.</summary>
    public double[] Jobs { get; private init; }

    /// <summary>What a region's shares are shares of, such as its population; length = Regions * Dates, by region; null = the
    /// size of all activities together.</summary>
    public double[]? People { get; init; }

    public int Region(int cell) => cell / Activities.Count;

    public int Activity(int cell) => cell % Activities.Count;

    public int YearOf(int date) => FirstYear + date / PerYear;

    /// <summary>The last date of a year.</summary>
    public int DateOf(int year) => (year - FirstYear) * PerYear + PerYear - 1;

    public double FirmsAt(int cell, int date) => Firms[cell * Dates + date];

    public double JobsAt(int cell, int date) => Jobs[cell * Dates + date];

    /// <summary>Jobs or firms, whichever counts.</summary>
    public double Size(int cell, int date) => SizedByJobs ? JobsAt(cell, date) : FirmsAt(cell, date);

    /// <summary>The same country with size counted in firms: what is left where jobs are suppressed.</summary>
    public CellPanel ByFirms() => new(Regions, Activities, FirstYear, Dates, PerYear, false) { Firms = Firms, Jobs = Jobs, People = People };

    /// <summary>What the shares of a region are shares of at a date.</summary>
    public double RegionSize(int region, int date) => (People ?? (_regionSizes ??= RegionSizes()))[region * Dates + date];

    /// <summary>LQ: the activity's share in the region over its share in the country (Isard 1960); 0 where the country has none of it.</summary>
    public double Quotient(int cell, int date) => (_quotients ??= Quotients())[cell * Dates + date];

    /// <summary>Works LQ out anew where firms, jobs or people of a panel that is used again have changed.</summary>
    public void Recount()
    {
        // Sizes of regions first: quotients are shares of them.
        if (_regionSizes is not null) _regionSizes = RegionSizes();
        _quotients = Quotients();
    }

    private double[] RegionSizes()
    {
        double[] sizes = _regionSizes ?? new double[Regions.Count * Dates];
        Array.Clear(sizes);
        for (int cell = 0; cell < Cells; cell++)
            for (int date = 0; date < Dates; date++) sizes[Region(cell) * Dates + date] += Counted(Size(cell, date));
        return sizes;
    }

    private double[] Quotients()
    {
        double[] quotients = _quotients ?? new double[Cells * Dates];
        if (_size.Length != Regions.Count) _size = new double[Regions.Count];
        double[] size = _size;
        for (int date = 0; date < Dates; date++)
        {
            for (int region = 0; region < size.Length; region++) size[region] = RegionSize(region, date);
            double country = Reproducible.Sum(size);
            for (int activity = 0; activity < Activities.Count; activity++)
            {
                double all = 0;
                for (int region = 0; region < size.Length; region++) all += Counted(Size(region * Activities.Count + activity, date));
                for (int region = 0; region < size.Length; region++)
                {
                    int cell = region * Activities.Count + activity;
                    quotients[cell * Dates + date] = all <= 0 || size[region] <= 0 ? 0 : Counted(Size(cell, date)) / size[region] / (all / country);
                }
            }
        }
        return quotients;
    }

    private static double Counted(double size) => double.IsNaN(size) ? 0 : size;
}
