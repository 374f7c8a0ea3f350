using ClusterSim.Experiments.Running;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Facts;

/// <summary>Do people in clusters start lower and climb faster (Freedman 2008)? Log wages of the focal activity by tenure, less the mean
/// of the year, in regions with a cluster against regions without.</summary>
internal sealed class WageProfiles
{
    private const int Focal = 0;

    /// <summary>Person-years that newcomers, and all others, must have in both kinds of places.</summary>
    private const int FewestPersons = 100;

    private readonly List<(WagePlace Place, int Tenure, int Persons, double Wage)> _cells = [];

    /// <summary>Takes in the year that has just ended.</summary>
    public void Observe(World world)
    {
        if (world.Tick / 12 <= Estimators.FromYear) return;
        WageCell[] cells = [.. WageTable.Of(world).Where(cell => cell.Activity == Focal && cell.Place != WagePlace.Embryonic)];
        double persons = cells.Sum(cell => (double)cell.Persons), mean = cells.Sum(cell => cell.Persons * cell.MeanLogWage) / persons;
        _cells.AddRange(cells.Select(cell => (cell.Place, cell.Tenure, cell.Persons, cell.MeanLogWage - mean)));
    }

    /// <summary>Adds the gap of newcomers and the gap of slopes, cluster less outside, log points and log points a year.</summary>
    public void Add(Dictionary<string, double> values, CurveSums curves)
    {
        bool enough = IsEnough(WagePlace.Cluster) && IsEnough(WagePlace.Outside);
        values["wage-start-gap"] = enough ? Start(WagePlace.Cluster) - Start(WagePlace.Outside) : double.NaN;
        values["wage-slope-gap"] = enough ? Slope(WagePlace.Cluster) - Slope(WagePlace.Outside) : double.NaN;
        foreach (string statistic in (string[])["wage-start-gap", "wage-slope-gap"])
            foreach ((WagePlace place, int tenure, int persons, double wage) in _cells)
                curves.Add(statistic, place == WagePlace.Cluster ? "in clusters" : "outside", tenure, persons * wage, persons);
    }

    private bool IsEnough(WagePlace place) =>
        _cells.Where(cell => cell.Place == place && cell.Tenure == 0).Sum(cell => cell.Persons) >= FewestPersons
        && _cells.Where(cell => cell.Place == place && cell.Tenure > 0).Sum(cell => cell.Persons) >= FewestPersons;

    private double Start(WagePlace place)
    {
        double persons = 0, sum = 0;
        foreach (var cell in _cells.Where(cell => cell.Place == place && cell.Tenure == 0)) (persons, sum) = (persons + cell.Persons, sum + cell.Persons * cell.Wage);
        return sum / persons;
    }

    /// <summary>Least squares of log wage on tenure, weighted by persons.</summary>
    private double Slope(WagePlace place)
    {
        double persons = 0, tenure = 0, wage = 0, sxy = 0, sxx = 0;
        var cells = _cells.Where(cell => cell.Place == place).ToList();
        foreach (var cell in cells) (persons, tenure, wage) = (persons + cell.Persons, tenure + cell.Persons * cell.Tenure, wage + cell.Persons * cell.Wage);
        (tenure, wage) = (tenure / persons, wage / persons);
        foreach (var cell in cells)
        {
            sxy += cell.Persons * (cell.Tenure - tenure) * (cell.Wage - wage);
            sxx += cell.Persons * (cell.Tenure - tenure) * (cell.Tenure - tenure);
        }
        return Estimators.Ratio(sxy, sxx);
    }
}
